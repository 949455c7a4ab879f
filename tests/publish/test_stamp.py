"""Stamped assets: a browser may keep them, and a page never meets another version's script."""

import re

import pytest
from small_site import ASSETS, PAGES, make_small_site

from publish.stamp import is_stamped, run

pytest_plugins = ["small_site_fixture"]


def stamp(site):
    (folder,) = (site / "assets" / "at").iterdir()
    return f"assets/at/{folder.name}/"


def loaded(site, page):
    return re.findall(r'<(?:link|script)[^>]*(?:href|src)="([^"]+)"', (site / page).read_text())


@pytest.mark.parametrize("page", PAGES)
def test_a_page_loads_the_sites_styles_and_scripts_from_the_stamped_folder(small, page):
    run(small)

    up = PAGES[page]
    assert loaded(small, page)[1:] == [
        f"{up}assets/brand/icon.svg",
        f"{up}assets/stylesheets/main.0a1b2c3d.min.css",
        f"{up}{stamp(small)}site/site.css",
        f"{up}{stamp(small)}finder/finder.js",
    ]


def test_what_scripts_and_styles_name_lies_beside_them_as_before(small):
    run(small)

    for name in ("site/say.js", "finder/finder.js", "site/site.css", "brand/icon.svg"):
        copy = (small / stamp(small) / name).read_text()
        assert "".join(copy.split()) == "".join(ASSETS[f"assets/{name}"].split())


def test_a_script_is_copied_without_its_comments_and_says_the_same(small):
    script = """/*! Copyright of its authors */
/** @type {string} */
const path = "https://name.example"; // beside
const say = (word) => `first
// no comment: ${word}
`;
"""
    (small / "assets/finder/finder.js").write_text(script)
    run(small)

    copy = (small / stamp(small) / "finder/finder.js").read_text()
    assert "@type" not in copy
    assert "beside" not in copy
    for kept in (
        "/*! Copyright of its authors */",
        '"https://name.example"',
        "`first\n// no comment: ${word}\n`",
    ):
        assert kept in copy


def test_the_plain_addresses_go_on_since_others_may_link_to_them(small):
    run(small)

    assert {name: (small / name).read_text() for name in ASSETS} == dict(ASSETS)


def test_the_themes_files_whose_names_hold_a_hash_are_not_copied(small):
    run(small)

    assert not (small / stamp(small) / "stylesheets").exists()


def test_the_same_assets_always_get_the_same_stamp(small, tmp_path):
    other = make_small_site(tmp_path / "other")
    run(small)
    run(other)

    assert stamp(other) == stamp(small)


@pytest.mark.parametrize("name", [name for name in ASSETS if "stylesheets" not in name])
def test_any_change_of_an_asset_changes_the_stamp(small, tmp_path, name):
    other = make_small_site(tmp_path / "other")
    (other / name).write_text(ASSETS[name] + " ")
    run(small)
    run(other)

    assert stamp(other) != stamp(small)


def test_stamping_again_changes_nothing_and_after_a_change_leaves_nothing_old(small):
    run(small)
    first, html = stamp(small), (small / "index.html").read_text()
    run(small)
    assert (stamp(small), (small / "index.html").read_text()) == (first, html)

    (small / "assets/site/site.css").write_text("p { color: navy; }\n")
    run(small)
    assert stamp(small) != first
    assert first not in (small / "index.html").read_text()
    assert f"./{stamp(small)}site/site.css" in loaded(small, "index.html")


def test_another_sites_file_of_the_same_name_is_left_alone(small):
    foreign = '<script src="https://other.example/assets/site/say.js"></script>'
    shown = "<code>&lt;script src=&quot;assets/site/say.js&quot;&gt;</code>"
    home = small / "index.html"
    home.write_text(home.read_text().replace("Words.", foreign + shown))
    run(small)

    assert foreign in home.read_text()
    assert shown in home.read_text()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("assets/at/0a1b2c3d4e5f/site/site.css", True),
        ("assets/stylesheets/main.57a0d79d.min.css", True),
        ("assets/javascripts/workers/search.a7633da7.min.js", True),
        ("assets/site/site.css", False),
        ("assets/javascripts/lunr/min/lunr.da.min.js", False),
        ("index.html", False),
    ],
)
def test_only_an_address_with_a_hash_counts_as_unchanging(name, expected):
    assert is_stamped(name) is expected
