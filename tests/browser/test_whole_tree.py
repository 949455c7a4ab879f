"""The page of the whole tree in a browser: links, the drawing on narrow screens, all colors, paper."""

import re

import pytest
from playwright.sync_api import expect

from macros.views.whole_tree import numbered

TREE = "tree/"
COLORS = """(svg, [selector, property]) =>
    getComputedStyle(svg.querySelector(selector))[property].match(/[\\d.]+/g).slice(0, 3).map(Number)"""
GROUND = """(svg) => {
    for (let element = svg; element; element = element.parentElement) {
        const color = getComputedStyle(element).backgroundColor.match(/[\\d.]+/g).map(Number);
        if (color.length === 3 || color[3] > 0) return color.slice(0, 3);
    }
    return [255, 255, 255];
}"""

LETTER = (7.3 * 96, 9.8 * 96)
"""The least room that a printed page leaves, in pixels: within margins of 0.6 inches."""


def drawing(page, guide):
    """The region in which the path finder's drawing scrolls."""
    name = guide.interface["tree_drawing"].format(name=guide.interface["tree_path_finder"])
    return page.get_by_role("region", name=name)


def titled(guide, question_id):
    return f"{numbered(guide.finder)[question_id]}. {guide.finder.questions[question_id].text}"


def test_the_drawing_scrolls_in_its_own_frame_on_the_narrowest_phone(new_page, address, guide):
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(address + TREE)
    region = drawing(page, guide)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert region.evaluate("one => one.scrollWidth > one.clientWidth")
    region.focus()
    expect(region).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("one => one.scrollLeft > 0", arg=region.element_handle())


def test_a_box_leads_to_its_question_in_the_outline_and_from_there_to_the_finder(page, address, guide):
    page.goto(address + TREE)
    question = guide.finder.questions["letter"]
    drawing(page, guide).get_by_role("link", name=titled(guide, "letter")).click()

    expect(page).to_have_url(f"{address}{TREE}#path-finder-letter")
    expect(page.get_by_role("heading", name=titled(guide, "letter"))).to_be_in_viewport()
    page.get_by_role("link", name=f"{guide.interface['tree_open']} ({question.text})").click()
    expect(page).to_have_url(f"{address}find-your-path/#q-letter")
    expect(page.get_by_role("heading", name=question.text)).to_be_visible()


def test_a_box_without_round_corners_leads_to_its_page(page, address, guide):
    page.goto(address + TREE)
    outcome = guide.outcomes["urgent"]
    drawing(page, guide).get_by_role("link", name=outcome.title).click()

    expect(page).to_have_url(f"{address}paths/urgent/")


@pytest.mark.parametrize(
    "look",
    [
        {"color_scheme": "light"},
        {"color_scheme": "dark"},
        {"color_scheme": "dark", "forced_colors": "active"},
    ],
    ids=["light", "dark", "forced"],
)
def test_words_and_lines_stand_out_from_the_ground(new_page, address, guide, look):
    page = new_page(**look)
    page.goto(address + TREE)
    svg = drawing(page, guide).locator("svg")
    ground = svg.evaluate(GROUND)

    assert contrast(svg.evaluate(COLORS, ["text", "fill"]), ground) >= 4.5
    for part in (".line", ".question rect", ".outcome rect"):
        assert contrast(svg.evaluate(COLORS, [part, "stroke"]), ground) >= 3


def contrast(one, two) -> float:
    """The contrast of two colors, as WCAG counts it."""

    def luminance(color):
        parts = [part / 255 for part in color]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_on_paper_the_whole_drawing_fits_and_the_outline_stands_in_columns(new_page, address, guide):
    page = new_page(viewport={"width": 960, "height": 700})
    page.goto(address + TREE)
    page.emulate_media(media="print")
    region, svg = drawing(page, guide), drawing(page, guide).locator("svg")

    box, inner = region.bounding_box(), svg.bounding_box()
    assert (box["width"], box["height"]) <= LETTER
    assert inner == pytest.approx(box, abs=1)
    expect(svg.locator("text").first).to_have_css("fill", "rgb(0, 0, 0)")
    expect(page.get_by_role("link", name=re.compile(re.escape(guide.interface["tree_open"])))).to_have_count(
        0
    )
    expect(page.get_by_role("heading", name=titled(guide, "letter"))).to_be_visible()


def test_the_feed_can_be_opened_from_the_page_of_changes(page, address, guide):
    page.goto(address + "changes/")
    link = page.get_by_role("link", name=guide.interface["changes_feed"])
    response = page.request.get(link.evaluate("link => link.href"))

    assert response.ok
    assert "<feed" in response.text()
