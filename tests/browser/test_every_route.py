"""Every route of every tree, walked in a browser by clicking what the reader sees."""

import pytest
from conftest import ROOT

from decision_tree.project import read_guide
from decision_tree.routes import routes

GUIDE = read_guide(ROOT)
ROUTES = [
    pytest.param(tree, route, id=route.as_text) for tree in GUIDE.trees.values() for route in routes(tree)
]


@pytest.mark.parametrize(("tree", "route"), ROUTES)
def test_a_route_ends_at_its_outcome_with_all_its_answers_in_the_address(reads, walking_page, tree, route):
    answers = [(answer.question, answer.option) for answer in route.answers]
    reader = reads(walking_page, tree)
    reader.starts()

    reader.answers_at_once(*answers)

    reader.stands_before(route.outcome, *answers)


def test_the_routes_reach_every_question_and_every_outcome():
    for tree in GUIDE.trees.values():
        asked = {answer.question for route in routes(tree) for answer in route.answers}
        reached = {route.outcome for route in routes(tree)}
        assert asked == set(tree.questions)
        assert reached == set(tree.outcomes)
