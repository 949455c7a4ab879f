"""A site that is published at another address than it says is told so, and published."""

import pytest
from small_site import make_small_site

from publish.hosts.address import comparison, main

pytest_plugins = ["small_site_fixture"]


@pytest.mark.parametrize("served", ["https://name.example/repo", "https://name.example/repo/"])
def test_the_right_address_is_named(tmp_path, served):
    site = make_small_site(tmp_path / "site", home="/repo/")

    assert comparison(site, served) == "The site is served at its own address, https://name.example/repo/"


def test_another_address_is_a_warning_that_says_what_to_write(tmp_path, capsys):
    site = make_small_site(tmp_path / "site")

    assert main([str(site), "https://help.example/guide"]) == 0
    assert capsys.readouterr().out == (
        "::warning file=mkdocs.yml::The site is served at https://help.example/guide/ "
        "but site_url says https://name.example/. Write: site_url: https://help.example/guide/\n"
    )


def test_a_site_that_names_no_address_is_told_to(small):
    home = small / "index.html"
    home.write_text(home.read_text().replace('rel="canonical"', 'rel="other"'))

    assert "site_url says none. Write: site_url: https://name.example/" in comparison(
        small, "https://name.example"
    )
