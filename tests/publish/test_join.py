"""Joined style sheets: a page asks for one file of this site's own, which holds what its sheets held."""

import re
from pathlib import Path

import pytest

from publish.join import run

HEAD = """<!doctype html>
<html lang="en">
  <head>
    <link rel="stylesheet" href="{up}assets/stylesheets/main.0a1b2c3d.min.css">
    <link rel="stylesheet" href="{up}assets/page/page.css">
      <link rel="stylesheet" href="{up}assets/steps/steps.css">
    <script src="{up}assets/colors/colors.js"></script>
    <link rel="stylesheet" href="{up}assets/print/print.css" media="print">
  </head>
</html>
"""
PAGES = {"index.html": "", "404.html": "/repo/", "paths/urgent/index.html": "../../"}
"""The pages, and how each names the site's root."""
SHEETS = {
    "stylesheets/main.0a1b2c3d.min.css": "body{margin:0}",
    "page/page.css": "p { color: black; }\n",
    "steps/steps.css": "p { color: navy; }\n",
    "print/print.css": "p { color: gray; }\n",
}


@pytest.fixture
def site(tmp_path) -> Path:
    """A site whose pages name two sheets of their own, the theme's, and one for paper."""
    for name, up in PAGES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(HEAD.format(up=up))
    for name, text in SHEETS.items():
        (tmp_path / "assets" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "assets" / name).write_text(text)
    return tmp_path


def links(site, page) -> list[str]:
    return re.findall(r'href="([^"]+)"', (site / page).read_text())


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_for_the_themes_sheet_one_of_its_own_and_one_for_paper(site, page):
    run(site)

    (joined,) = (site / "assets" / "joined").iterdir()
    up = PAGES[page]
    assert links(site, page) == [
        f"{up}assets/stylesheets/main.0a1b2c3d.min.css",
        f"{up}assets/joined/{joined.name}",
        f"{up}assets/print/print.css",
    ]


def test_the_joined_sheet_holds_the_sheets_in_the_order_of_the_page(site):
    run(site)

    (joined,) = (site / "assets" / "joined").iterdir()
    assert joined.read_text() == f"{SHEETS['page/page.css']}\n{SHEETS['steps/steps.css']}"


def test_pages_that_name_different_sheets_get_different_files(site):
    frame = site / "404.html"
    frame.write_text(frame.read_text().replace("steps/steps.css", "print/print.css"))
    run(site)

    assert links(site, "404.html")[1].removeprefix("/repo/") != links(site, "index.html")[1]


def test_a_page_with_one_sheet_keeps_it(site):
    lone = site / "index.html"
    lone.write_text(re.sub(r".*steps.css.*\n", "", lone.read_text()))
    run(site)

    assert links(site, "index.html")[1] == "assets/page/page.css"


def test_what_stands_between_two_sheets_keeps_them_apart(site):
    page = site / "index.html"
    sheet = '<link rel="stylesheet" href="assets/steps'
    page.write_text(page.read_text().replace(sheet, f'<meta name="a">{sheet}'))
    run(site)

    assert links(site, "index.html")[1:3] == ["assets/page/page.css", "assets/steps/steps.css"]


def test_joining_again_changes_nothing(site):
    run(site)
    first = {file: file.read_bytes() for file in site.rglob("*") if file.is_file()}
    run(site)

    assert {file: file.read_bytes() for file in site.rglob("*") if file.is_file()} == first
