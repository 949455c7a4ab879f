"""A deadline in a real browser: whole without script and on paper, and marked when it is stale."""

import pytest
from playwright.sync_api import expect

PATH_B = "paths/not-medically-necessary/"
TIMES = '[data-deadline="time"]'
PLAN = "medicaid-managed-care"
SHARED = ("marketplace", "grandfathered")
"""Two plans that share a deadline, each with a note of its own."""


@pytest.fixture
def words(guide):
    return guide.interface


def expect_each_whole(page):
    """Every deadline, with what belongs to it, is seen. A finder shows one result at a time."""
    seen = page.locator("article [data-deadline]").evaluate_all(
        "all => all.filter(one => !one.closest('path-finder')).map(one => one.checkVisibility())"
    )
    assert seen
    assert all(seen)


@pytest.mark.parametrize("place", ["deadlines/", PATH_B])
def test_on_paper_every_deadline_is_whole(page, address, place):
    page.goto(address + place)
    page.emulate_media(media="print")

    try:
        expect_each_whole(page)
    finally:
        page.emulate_media(media="screen")


@pytest.mark.parametrize("place", ["deadlines/", PATH_B])
def test_without_script_every_deadline_is_there_once_its_plan_is_opened(new_page, address, place):
    page = new_page(java_script_enabled=False)
    page.goto(address + place)

    for plan in page.locator("article details.plan > summary").all():
        plan.click()

    for time in page.locator(f"article {TIMES}").all():
        if time.evaluate("one => !one.closest('path-finder')"):
            expect(time).to_be_visible()


@pytest.mark.parametrize(
    "where",
    [
        f"deadlines/ #deadline-plan-appeal-{PLAN}",
        f"deadlines/ #timeline-plan-appeal-{PLAN}",
        f"deadlines/ #summary-plan-appeal-{PLAN}",
        f"{PATH_B} #deadline-plan-appeal-{PLAN}",
    ],
)
def test_a_deadline_that_nobody_reviewed_for_a_year_is_marked_once_wherever_it_stands(
    new_page, address, words, where
):
    place, row = where.split()
    page = new_page()
    page.clock.set_fixed_time("2049-01-01T12:00:00Z")
    page.goto(address + place)

    for part in ("time", "keep"):
        marks = page.locator(f'{row} [data-deadline="{part}"]').get_by_text(words["date_passed"])
        expect(marks.first).to_have_count(1)
        assert (
            marks.evaluate_all("all => all.filter(one => getComputedStyle(one).display !== 'none').length")
            == 1
        )


def test_a_note_for_another_plan_is_hidden_once_a_plan_is_chosen(page, address, guide, words):
    mine, other = (page.get_by_text(f"{guide.reference.plans[id_].label}:", exact=True) for id_ in SHARED)
    page.goto(address + PATH_B)
    page.get_by_role("group").filter(has=mine).filter(has=other).locator("summary").click()
    expect(mine).to_be_visible()
    expect(other).to_be_visible()

    page.get_by_label(words["your_plan"]).select_option(SHARED[0])

    expect(mine).to_be_visible()
    expect(other).to_be_hidden()
