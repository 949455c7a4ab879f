"""A component's style stands in a sheet of its name; what is for paper stands in one place."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
ASSETS = ROOT / "docs" / "assets"
SHEETS = sorted(file.relative_to(ASSETS).as_posix() for file in ASSETS.rglob("*.css"))
every_sheet = pytest.mark.parametrize("name", SHEETS)

MADE = "palette/palette.css"
"""A command makes it before each build, so it may not be there."""
NAMED_BY_TEMPLATES = ("print/print.css", "embed/embed.css")
"""For paper, or for one page."""


def rules(name: str) -> str:
    """A sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", (ASSETS / name).read_text(encoding="utf-8"), flags=re.DOTALL)


def listed() -> list[str]:
    text = (ROOT / "mkdocs.base.yml").read_text(encoding="utf-8")
    names = yaml.load(text.replace("!ENV ", ""), Loader=yaml.SafeLoader)["extra_css"]
    return [name.removeprefix("assets/") for name in names]


@every_sheet
def test_a_sheet_has_the_name_of_its_components_folder(name):
    assert name == f"{Path(name).parent}/{Path(name).parent}.css"


def test_every_sheet_is_listed_once_where_pages_take_them_from():
    assert sorted(listed()) == sorted({*SHEETS, MADE} - set(NAMED_BY_TEMPLATES))
    for name in NAMED_BY_TEMPLATES:
        component = Path(name).stem
        templates = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "overrides").glob("*.html"))
        assert f"assets/{name}" in templates or f'"{component}"' in templates


@every_sheet
def test_what_is_for_paper_stands_in_one_sheet(name):
    assert not re.search(r"@media[^{]*\bprint\b", rules(name))


@every_sheet
def test_a_sheet_means_the_same_when_it_is_joined_to_others(name):
    text = rules(name)

    assert not re.search(r"@import|@charset|@layer|@namespace", text)
    assert [
        file for file in re.findall(r"url\(\s*['\"]?([^'\")]+)", text) if not file.startswith("../")
    ] == []
    assert text.count("{") == text.count("}")


@every_sheet
def test_a_sheet_wins_by_its_place_and_not_by_force(name):
    assert "!important" not in rules(name)
