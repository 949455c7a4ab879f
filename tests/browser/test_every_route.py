"""Every route of every tree, walked in a browser by clicking what the reader sees.

Routes that begin alike are walked in one test and in one call: the page itself clicks, looks, starts again.
"""

from itertools import groupby

import pytest
from conftest import ROOT
from reader import fragment

from decision_tree.project import read_guide
from decision_tree.routes import Route, routes

GUIDE = read_guide(ROOT)
ALIKE = 4
"""How many answers the routes of one test share, where they have as many."""


def beginning(route: Route) -> str:
    return "/".join(f"{answer.question}:{answer.option}" for answer in route.answers[:ALIKE])


WALKS = [
    pytest.param(tree, list(some), id=begun)
    for tree in GUIDE.trees.values()
    for begun, some in groupby(routes(tree), beginning)
]


@pytest.mark.parametrize(("tree", "some"), WALKS)
def test_each_route_ends_at_its_outcome_with_all_its_answers_in_the_address(reads, walking_page, tree, some):
    reader = reads(walking_page, tree)
    if walking_page.url != reader.url:  # Each test ends at the start again.
        reader.starts()
    answers = {route.as_text: [(one.question, one.option) for one in route.answers] for route in some}

    seen = reader.walks(answers)

    assert seen == {
        route.as_text: {
            "steps": [reader.title(route.outcome)],
            "focus": reader.title(route.outcome),
            "answers": [reader.shown(*answer) for answer in answers[route.as_text]],
            "fragment": fragment(answers[route.as_text]),
        }
        for route in some
    }


def test_the_routes_reach_every_question_and_every_outcome():
    for tree in GUIDE.trees.values():
        asked = {answer.question for route in routes(tree) for answer in route.answers}
        reached = {route.outcome for route in routes(tree)}
        assert asked == set(tree.questions)
        assert reached == set(tree.outcomes)
