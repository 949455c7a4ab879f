"""The page for frames as it looks: on the narrowest phone, in light and dark, on paper, to axe-core."""

import pytest
from conftest import ROOT
from framed import InFrame
from hosts import NARROWEST
from playwright.sync_api import Page, expect
from reader import fragment
from test_accessibility import violations, ways_to_each_step
from test_finder import serve
from test_narrow import SMALL_TARGETS, TARGET

from decision_tree.project import read_guide

GUIDE = read_guide(ROOT)
URGENT = (("right-now", "care-stopping"), ("who-is-stopping-it", "payment"))
SHOWN = {"appealed-before": (("right-now", "no"), ("letter", "denial")), "urgent": URGENT}
COLORED = (
    (".crisis p", "color"),
    ("h1", "color"),
    (".finder-option", "backgroundColor"),
    (".finder-option", "borderBlockStartColor"),
    (".finder-label", "color"),
)

in_both_schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture
def alone(new_page, guide, address):
    """The page by itself: `alone(**settings)`."""
    return lambda **settings: InFrame(
        guide, address, new_page(viewport=NARROWEST, **settings), guide.finder
    ).opens()


def test_every_step_fits_320_pixels_and_is_easy_to_hit(alone):
    reader = alone()
    for step, answers in ways_to_each_step(GUIDE.finder).items():
        reader.follows(fragment([(answer.question, answer.option) for answer in answers]))
        reader.sees(step)
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320, step
        assert reader.finder.evaluate(SMALL_TARGETS, TARGET) == [], step


@in_both_schemes
@pytest.mark.parametrize(("step", "answers"), SHOWN.items(), ids=SHOWN)
def test_a_step_has_no_accessibility_defect(alone, scheme, step, answers):
    reader = alone(color_scheme=scheme)
    reader.follows(fragment(answers))
    reader.sees(step)

    assert violations(reader.page) == []


@in_both_schemes
@pytest.mark.parametrize("java_script_enabled", [True, False], ids=["with-script", "without"])
def test_its_colors_are_the_sites_own(alone, new_page, address, scheme, java_script_enabled):
    reader = alone(color_scheme=scheme, java_script_enabled=java_script_enabled)
    page = new_page(viewport=NARROWEST, color_scheme=scheme)
    page.goto(f"{address}find-your-path/")
    chosen = {"light": "default", "dark": "slate"}[scheme]
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", chosen)

    assert colors(reader.page) == colors(page)


def colors(page: Page) -> list[str]:
    read = "(element, name) => getComputedStyle(element)[name]"
    return [page.locator(place).first.evaluate(read, name) for place, name in COLORED]


@in_both_schemes
def test_on_paper_it_is_black_on_white(alone, scheme):
    reader = alone(color_scheme=scheme)
    reader.follows(fragment(URGENT))
    reader.page.emulate_media(media="print", color_scheme=scheme)

    for words in (reader.heading("urgent"), reader.page.get_by_role("heading", level=1)):
        expect(words).to_have_css("color", "rgb(0, 0, 0)")
    for ground in ("body", ".crisis"):
        expect(reader.page.locator(ground)).to_have_css("background-color", "rgb(255, 255, 255)")


def test_a_claim_whose_last_day_has_passed_is_marked(page, guide, address):
    claim = '<p>A claim.<span class="stamp" data-reviewed="2020-01-01" data-until="2020-12-31"></span></p>'
    serve(page, f"{address}embed/", lambda html: html.replace("</article>", f"{claim}</article>"))

    page.goto(f"{address}embed/")

    expect(page.get_by_text(f"A claim. {guide.interface['date_passed']}", exact=True)).to_be_visible()
