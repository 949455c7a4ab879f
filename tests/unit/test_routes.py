"""The ways through a tree."""

import argparse
from pathlib import Path

import pytest

from decision_tree.commands import routes as routes_command
from decision_tree.model.tree import PATH_FINDER, tree_of
from decision_tree.reading.load import load_text
from decision_tree.routes import count_routes, routes

KEPT = Path(__file__).parent.parent.parent / "decision_tree" / "routes.txt"


def tree(good, **changes):
    return tree_of({**load_text(good, "tree.yml").data, **changes}, PATH_FINDER)


@pytest.mark.upstream
def test_the_routes_kept_for_review_are_those_of_the_guide(guide):
    kept = KEPT.read_text(encoding="utf-8").splitlines()

    assert kept == [route.as_text for route in routes(guide.finder)], "run `make routes`"


def test_every_route_in_the_order_of_the_options(good):
    assert [route.as_text for route in routes(tree(good))] == [
        "letter:denial/reason:clinical -> not-medically-necessary",
        "letter:denial/reason:not-sure -> get-the-letter",
        "letter:no-paper -> get-the-letter",
        "letter:not-sure -> get-the-letter",
    ]


def test_a_route_as_json(good):
    assert next(routes(tree(good))).as_json == {
        "answers": [{"question": "letter", "option": "denial"}, {"question": "reason", "option": "clinical"}],
        "outcome": "not-medically-necessary",
    }


def test_routes_are_counted_without_walking_them():
    options = {str(n): {"label": "x", "next": "NEXT"} for n in range(10)}
    questions = {
        f"q{n}": {"text": "?", "options": {k: {**v, "next": f"q{n + 1}"} for k, v in options.items()}}
        for n in range(50)
    }
    data = {"start": "q0", "questions": questions, "outcomes": {"q50": {}}}

    assert count_routes(tree_of(data, PATH_FINDER)) == 10**50


def test_the_count_is_the_number_of_routes(good):
    assert count_routes(tree(good)) == len(list(routes(tree(good)))) == 4


def test_a_fork_whose_file_does_not_fit_has_no_routes_and_is_told_why(forked, capsys):
    options = argparse.Namespace(tree="path-finder", format="text")

    assert routes_command.run(options, forked("questions: {letter: {options: {no-paper: 5}}}")) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("local.yml:1:42: error[schema]: ")
