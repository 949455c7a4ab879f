"""Once for each question and each outcome: there by a shortest way, and then back, reload, keyboard alone."""

import pytest
from conftest import ROOT
from playwright.sync_api import expect

from decision_tree.project import read_guide
from decision_tree.routes import routes

GUIDE = read_guide(ROOT)


def shortest_ways(tree):
    """Each step of a tree with the fewest answers that lead to it."""
    ways = {}
    for route in sorted(routes(tree), key=lambda route: len(route.answers)):
        answers = [(answer.question, answer.option) for answer in route.answers]
        for index, (question, _) in enumerate(answers):
            ways.setdefault(question, answers[:index])
        ways.setdefault(route.outcome, answers)
    return ways


STEPS = [
    pytest.param(tree, step, answers, id=f"{tree.id}:{step}")
    for tree in GUIDE.trees.values()
    for step, answers in shortest_ways(tree).items()
]
every_step = pytest.mark.parametrize(("tree", "step", "answers"), STEPS)


@every_step
def test_the_back_button_leads_back_to_the_start_question_by_question(reads, page, tree, step, answers):
    reader = reads(page, tree).opens().answers(*answers)
    reader.sees(step)

    while answers:
        *answers, (question, _) = answers
        page.go_back()
        reader.sees(question)
        reader.is_focused_on(question)
        reader.is_at(*answers)
        reader.sees_answers(*answers)


@every_step
def test_a_reload_shows_the_same_step_and_answers(reads, page, tree, step, answers):
    reader = reads(page, tree).opens().answers(*answers)

    page.reload(wait_until="domcontentloaded")

    reader.sees(step)
    reader.sees_answers(*answers)
    reader.is_at(*answers)


@every_step
def test_the_keyboard_alone_leads_there(reads, page, tree, step, answers):
    reader = reads(page, tree).opens()
    reader.finder.get_by_role("heading", level=2).evaluate("heading => { heading.tabIndex = -1; heading.focus() }")

    for question, option in answers:
        reader.sees(question)
        for _ in reader.question(question).options:
            page.keyboard.press("Tab")
            if reader.option(question, option).evaluate("link => link === document.activeElement"):
                break
            # A drawn example is one more stop before the options.
        else:
            page.keyboard.press("Tab")
        expect(reader.option(question, option)).to_be_focused()
        page.keyboard.press("Enter")

    reader.sees(step)
    reader.is_at(*answers)


@every_step
def test_every_step_shows_the_crisis_line_and_a_way_to_the_start(reads, page, tree, step, answers):
    from reader import fragment

    reader = reads(page, tree).opens(fragment(answers))

    expect(reader.finder.get_by_text("988").locator("visible=true").first).to_be_visible()
    if step == tree.start:
        return
    reader.presses("start_again")
    reader.sees(tree.start)
    reader.is_focused_on(tree.start)
