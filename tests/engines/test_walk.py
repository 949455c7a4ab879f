"""Firefox and WebKit lead where Chromium does: situations and expectations are those of tests/browser/."""

import pytest
from framed import code_to_copy, with_attributes
from reader import fragment
from test_finder import HOSTILE, LETTER, VISITS
from test_walks import every_step_is_passed, every_tree, shortest_ways

GOVERNMENT = (("plan-source", "government"),)
JUMPS = {
    "the-skip-link": "a.md-skip",
    "the-contents": ".md-sidebar--secondary li:last-child > a",
    "a-footnote": "article p a.footnote-ref",
}
"""Links within the page of deadlines, on which a finder, a choice of plan and footnotes stand."""
SHOWS_TARGET = """() => {
    const { top } = document.querySelector(':target')?.getBoundingClientRect() ?? { top: -1 };
    return top >= 0 && top < innerHeight;
}"""
URGENT = (("right-now", "care-stopping"), ("who-is-stopping-it", "payment"))


@every_step_is_passed
def test_a_route_ends_with_its_answers_in_the_address_and_the_back_button_leads_back(
    reads, page, tree, step, answers, fresh
):
    reader = reads(tree)
    reader.starts()
    reader.answers_at_once(*answers[: len(answers) - fresh])

    reader.answers(*answers[len(answers) - fresh :])
    reader.stands_before(step, *answers, focused=bool(answers))

    for _ in range(fresh):
        *answers, (question, _) = answers
        page.go_back()
        reader.stands_before(question, *answers)


@every_step_is_passed
def test_the_keyboard_alone_leads_there(reads, page, tree, step, answers, fresh):
    reader = reads(tree)
    reader.starts()
    reader.answers_at_once(*answers[: len(answers) - fresh])

    for question, option in answers[len(answers) - fresh :]:
        for _ in range(reader.stops_until(question, option)):
            page.press("Tab")
        assert reader.focused == reader.named(reader.label(question, option))
        page.press("Enter")

    reader.stands_before(step, *answers)


@every_tree
def test_a_reload_shows_the_same_step_and_answers(reads, page, tree):
    reader = reads(tree).opens()
    for step, answers in shortest_ways(tree).items():
        reader.follows(fragment(answers))

        page.reload()

        reader.stands_before(step, *answers, focused=False)


@pytest.mark.parametrize("selector", JUMPS.values(), ids=JUMPS)
def test_a_jump_within_the_page_costs_no_answer_and_neither_does_a_reload_after_it(
    reads, page, guide, selector
):
    reader = reads(guide.plan_finder).opens().answers(*GOVERNMENT)
    reader.stands_before("which-program", *GOVERNMENT)
    page.focus_on(selector)
    before = page.evaluate("() => scrollY")

    page.press("Enter")

    assert page.comes_to(True, lambda: page.evaluate(SHOWS_TARGET))
    there = page.evaluate("() => scrollY")
    assert there != before
    reader.stands_before("which-program", *GOVERNMENT, focused=False)
    page.go_back()
    assert page.comes_to(True, lambda: abs(page.evaluate("() => scrollY") - before) < 5)
    page.go_forward()
    assert page.comes_to(True, lambda: abs(page.evaluate("() => scrollY") - there) < 5)
    reader.stands_before("which-program", *GOVERNMENT, focused=False)
    page.reload()
    reader.stands_before("which-program", *GOVERNMENT, focused=False)


def test_a_footnote_leads_back_to_its_place(reads, page, guide):
    reader = reads(guide.plan_finder).opens().answers(*GOVERNMENT)

    page.focus_on(JUMPS["a-footnote"])
    page.press("Enter")
    note = page.evaluate("() => document.querySelector(':target').id")
    page.focus_on(f"[id='{note}'] a.footnote-backref")
    page.press("Enter")

    assert page.comes_to(True, lambda: page.evaluate(SHOWS_TARGET))
    assert page.evaluate("() => document.querySelector(':target').id").startswith("fnref")
    reader.stands_before("which-program", *GOVERNMENT, focused=False)


def test_a_changed_answer_keeps_the_later_ones_that_fit_and_says_which_do_not(reader):
    reader.opens().answers(*VISITS)

    reader.changes("letter")
    reader.sees_kept(*VISITS[2:])

    reader.answers(("letter", "bill"))
    reader.sees_dropped(("appealed-before", "no"))
    reader.sees_kept(*VISITS[3:])

    reader.answers(("paper-shows", "refused"))
    changed = (("right-now", "no"), ("letter", "bill"), ("paper-shows", "refused"), *VISITS[3:])
    reader.stands_before("not-medically-necessary", *changed)


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_broken_or_hostile_link_shows_the_start_with_a_notice(reader, hostile):
    reader.opens(hostile)

    reader.sees_notice("broken_link_notice")
    reader.answers(*LETTER)
    reader.stands_before("appealed-before", *LETTER)


def test_a_result_offers_every_other_reason(reader, guide):
    reader.opens(fragment(VISITS))

    others = [outcome.reason for outcome in guide.reasons if outcome.id != "not-medically-necessary"]
    reader.sees_lines("[data-part=reasons] li a", others)


# In a frame on another site


def test_in_a_frame_all_works_and_the_frame_is_as_high_as_its_page(in_frame, site, address):
    reader = in_frame(code_to_copy(site, address)["scripted"])

    reader.answers(*URGENT)

    reader.stands_before("urgent", *URGENT)
    reader.sees_frame_fit()


def test_in_a_frame_without_an_origin_all_works(in_frame, site, address, page):
    # The host lets any origin have our modules, as `publish/` asks of it.
    reader = in_frame(with_attributes(code_to_copy(site, address)["scripted"], 'sandbox="allow-scripts"'))
    assert page.evaluate("() => origin") == "null"

    reader.answers(*URGENT)

    reader.stands_before("urgent", *URGENT)


def test_where_such_a_frame_is_given_no_modules_it_says_so_and_each_answer_is_a_link(
    in_frame, site, strict_address
):
    code = code_to_copy(site, strict_address)["plain"]
    reader = in_frame(with_attributes(code, 'sandbox="allow-scripts"'))

    reader.sees_lines(
        ".finder-unscripted", [f"{reader.words['frame_without_script']} {reader.words['frame_own_page']}"]
    )
    reader.answers(*LETTER)

    reader.sees_lines("section > h2", [reader.title("appealed-before")])


def test_without_any_script_each_answer_is_a_link(in_frame, site, address, guide):
    reader = in_frame(with_attributes(code_to_copy(site, address)["plain"], 'sandbox=""'))

    reader.answers(*LETTER)
    reader.sees_lines("section > h2", [reader.title("appealed-before")])
    reader.presses("start_again")

    reader.sees_lines("section > h2", [reader.title(guide.finder.start)])
