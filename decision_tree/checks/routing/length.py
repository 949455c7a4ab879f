"""No route is longer than seven answers.

Passes: an outcome after the seventh answer. Fails: an eighth question.
"""

from collections.abc import Iterator

from decision_tree.checks.routing.cycles import rings
from decision_tree.model.tree import Tree
from decision_tree.problems import Problem, quoted
from decision_tree.sources import Sources

LONGEST = 7
"""Answers on one route."""


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each question that stands eighth on a route, with the longest way there."""
    for finder in sources.finders:
        for way in _too_far(finder):
            before = " -> ".join(way[:-1])
            message = (
                f"{quoted(way[-1])} is question {len(way)} on the route {before} (at most {LONGEST} answers)"
            )
            yield Problem.at(sources.tree.key_position(finder.place(way[-1])), message)


def _too_far(tree: Tree) -> Iterator[list[str]]:
    """Yield the ways from the start to each question that has exactly seven before it."""
    if tree.start not in tree.questions:
        return
    before: dict[str, str] = {}
    steps = {tree.start: 0}
    for question in _in_order(tree):
        for option in tree.questions[question].leading if question in steps else ():
            if option.next in tree.questions and steps[question] + 1 > steps.get(option.next, 0):
                steps[option.next] = steps[question] + 1
                before[option.next] = question
    for question, count in steps.items():
        if count == LONGEST:
            way = [question]
            while way[-1] in before:
                way.append(before[way[-1]])
            yield way[::-1]


def _in_order(tree: Tree) -> list[str]:
    """Return the questions so that each stands after all that lead to it; none where they go in circles."""
    if next(rings(tree), None) is not None:
        return []
    waiting = dict.fromkeys(tree.questions, 0)
    for question in tree.questions.values():
        for option in question.leading:
            if option.next in waiting:
                waiting[option.next] += 1
    ready = [id_ for id_, count in waiting.items() if count == 0]
    for id_ in ready:
        for option in tree.questions[id_].leading:
            if option.next in waiting:
                waiting[option.next] -= 1
                if waiting[option.next] == 0:
                    ready.append(option.next)
    return ready
