"""What the steps made of the real site: `make site` has run them."""

import gzip
import re
import shutil

import pytest

from publish.compress import TEXTS
from publish.policy import all_hashes, hashes_of
from publish.site import Markup, files, pages
from publish.steps import STEPS


def test_every_page_allows_the_inline_scripts_that_it_has_and_no_others(site):
    for name in pages(site):
        html = (site / name).read_text()
        (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
        assert re.findall(r"'sha256-[^']+'", policy) == hashes_of(Markup.of(html)), name


def test_the_scripts_that_hosts_must_allow_are_few(site):
    assert len(all_hashes(site)) <= 12


def test_every_style_sheet_and_script_of_ours_is_loaded_by_a_stamped_address(site):
    for name in pages(site):
        for address in re.findall(
            r'<(?:link|script)[^>]*(?:href|src)="([^"]+\.(?:css|js))"', (site / name).read_text()
        ):
            assert re.search(r"/?assets/at/[0-9a-f]{12}/|\.[0-9a-f]{8}\.min\.", address), (name, address)


@pytest.mark.parametrize("suffix", sorted(TEXTS - {".txt", ".webmanifest", ".svg"}))
def test_texts_have_a_compressed_copy_that_holds_the_same(site, suffix):
    large = [name for name in files(site) if name.endswith(suffix) and (site / name).stat().st_size > 1000]

    assert large
    for name in large:
        assert gzip.decompress((site / f"{name}.gz").read_bytes()) == (site / name).read_bytes()


def test_the_steps_change_nothing_when_they_run_again(site, tmp_path):
    again = shutil.copytree(site, tmp_path / "site")
    for step in STEPS:
        step(again)

    assert contents(again) == contents(site)


def contents(folder):
    return {name: (folder / name).read_bytes() for name in files(folder)}
