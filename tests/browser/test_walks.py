"""Every question and every outcome once: back by the back button, by keyboard alone, reloaded."""

import pytest
from conftest import ROOT
from playwright.sync_api import expect
from reader import fragment

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


def few_walks(tree):
    """Ways that together pass every step: the longest first, and then those that add a step.

    With each goes the number of its answers that lead to a step which no walk before it passed.
    """
    passed = set()
    for step, answers in sorted(shortest_ways(tree).items(), key=lambda way: -len(way[1])):
        steps = [*(question for question, _ in answers), step]
        fresh = sum(reached not in passed for reached in steps[1:])
        if fresh or step not in passed:
            passed.update(steps)
            yield step, answers, fresh


every_step_is_passed = pytest.mark.parametrize(
    ("tree", "step", "answers", "fresh"),
    [
        pytest.param(tree, *walk, id=f"{tree.id}:{walk[0]}")
        for tree in GUIDE.trees.values()
        for walk in few_walks(tree)
    ],
)
every_tree = pytest.mark.parametrize("tree", GUIDE.trees.values(), ids=GUIDE.trees.keys())


@every_step_is_passed
def test_the_back_button_leads_back_question_by_question(reads, walking_page, tree, step, answers, fresh):
    reader = reads(walking_page, tree)
    reader.starts()
    reader.answers_at_once(*answers)
    reader.sees(step)

    for _ in range(fresh):
        *answers, (question, _) = answers
        walking_page.go_back()
        reader.stands_before(question, *answers)


@every_step_is_passed
def test_the_keyboard_alone_leads_there(reads, walking_page, tree, step, answers, fresh):
    reader = reads(walking_page, tree)
    reader.starts()
    reader.answers_at_once(*answers[: len(answers) - fresh])

    for question, option in answers[len(answers) - fresh :]:
        link = reader.option(question, option)
        for _ in range(reader.stops_until(question, option)):
            walking_page.keyboard.press("Tab")
        expect(link).to_be_focused()
        walking_page.keyboard.press("Enter")

    reader.stands_before(step, *answers)


@every_tree
def test_a_reload_shows_the_same_step_and_answers(reads, page, tree):
    reader = reads(page, tree).opens()
    for step, answers in shortest_ways(tree).items():
        reader.follows(fragment(answers))

        page.reload(wait_until="domcontentloaded")

        reader.stands_before(step, *answers, focused=False)


@every_tree
def test_every_step_shows_the_crisis_line_and_the_way_to_the_start(reads, page, tree):
    reader = reads(page, tree).opens()
    for step, answers in shortest_ways(tree).items():
        reader.follows(fragment(answers))
        reader.sees(step)

        expect(reader.finder.locator(".finder-crisis:visible")).to_contain_text("988")
        if answers:
            reader.presses("start_again")
            reader.sees(tree.start)
            reader.is_focused_on(tree.start)
