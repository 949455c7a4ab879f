"""On the narrowest phones, and at 400 % zoom: nothing to scroll sideways, nothing hard to hit."""

import pytest
from playwright.sync_api import expect
from reader import PAGES

TARGET = 48

# Every control but links within a sentence, which WCAG's rule on target size leaves out too.
SMALL_TARGETS = """(finder, least) => [...finder.querySelectorAll('a, button, summary, input')]
    .filter(control => control.checkVisibility())
    .filter(control => !control.closest('p:not(:has(> .finder-open)), dd, [data-why]'))
    .filter(control => control.getBoundingClientRect().height < least)
    .map(control => control.textContent)"""


@pytest.mark.parametrize("tree_id", PAGES)
@pytest.mark.parametrize("height", [640, 256], ids=["phone", "zoom-400"])
def test_every_step_fits_320_pixels_and_is_easy_to_hit(reads, new_page, guide, tree_id, height):
    tree = guide.trees[tree_id]
    page = new_page(viewport={"width": 320, "height": height})
    reader = reads(page, tree).opens()

    for step in [*tree.questions, *sorted(tree.outcomes)]:
        kind = "q" if step in tree.questions else "o"
        reader.follows(f"{kind}-{step}")
        reader.sees(step)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, step
        assert reader.finder.evaluate(SMALL_TARGETS, TARGET) == [], step


def test_a_list_of_answers_fits_320_pixels_and_is_easy_to_hit(reads, new_page, guide):
    page = new_page(viewport={"width": 320, "height": 640})
    reader = reads(page, guide.finder).opens()

    reader.answers(("right-now", "no"), ("letter", "denial"), ("appealed-before", "no"))

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert reader.finder.evaluate(SMALL_TARGETS, TARGET) == []


def test_the_whole_row_is_the_target(reads, new_page, guide):
    page = new_page(viewport={"width": 360, "height": 640})
    reader = reads(page, guide.finder).opens()
    option = reader.option("right-now", "no")
    box = option.bounding_box()

    # Counted from within the border, which is 8 pixels wide altogether.
    option.click(position={"x": box["width"] - 12, "y": box["height"] - 8})

    reader.sees("letter")
    expect(reader.heading("letter")).to_be_in_viewport()
