"""Whatever two colors a fork picks, its pages can be read, in light and in dark, at rest and pointed at."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from test_accessibility import FIND_VIOLATIONS

from decision_tree.settings.brand import BrandColors
from decision_tree.settings.palette import palette
from decision_tree.settings.stylesheet import style_sheet

# A bright one, a white one with a loud accent, and one in the middle, where black and white are read alike.
ODD = (
    BrandColors("#ffd400", "#ff2fb2"),
    BrandColors("#ffffff", "#00ff66"),
    BrandColors("#767676", "#7a7aff"),
)
PAGES = ("", "paths/not-medically-necessary/")
ONLY_CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}


@pytest.fixture(params=["light", "dark"])
def scheme(request) -> str:
    return request.param


@pytest.mark.parametrize("colors", ODD, ids=lambda colors: f"{colors.primary}-{colors.accent}")
def test_pages_in_odd_colors_can_be_read(new_page, address, scheme, colors):
    page = new_page(color_scheme=scheme, reduced_motion="reduce", viewport={"width": 1280, "height": 800})
    made = palette(colors)
    page.route("**/joined/*.css", lambda route: with_palette(route, style_sheet(made)))
    for path in PAGES:
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")

        expect(page.get_by_role("banner").first).to_have_css("background-color", rgb(made.light.primary))
        ground = made.light.ground if scheme == "light" else made.dark.ground
        expect(page.locator("body")).to_have_css("background-color", rgb(ground))
        page.evaluate(Axe().axe_script)
        assert page.evaluate(FIND_VIOLATIONS, [None, ONLY_CONTRAST]) == []

    link = page.get_by_role("article").locator("a[href^='https:']").first
    link.hover()
    accent = made.light.accent if scheme == "light" else made.dark.accent
    expect(link).to_have_css("color", rgb(accent))


def with_palette(route, palette: str) -> None:
    """Answer with the page's own sheet and a palette after it, which overrides the one within it."""
    sheet = route.fetch()
    route.fulfill(response=sheet, body=f"{sheet.text()}\n{palette}")


def rgb(color) -> str:
    return f"rgb({color.red}, {color.green}, {color.blue})"
