"""No route is longer than seven answers.

Passes: an outcome after the seventh answer. Fails: an eighth question.
"""

from collections.abc import Iterator

from decision_tree.checks.routing.cycles import rings
from decision_tree.outline import Finder
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
            yield Problem.at(sources.tree.key_position(finder.path(way[-1])), message)


def _too_far(finder: Finder) -> Iterator[list[str]]:
    """Yield the ways from the start to each question that has exactly seven before it."""
    if finder.start not in finder.questions:
        return
    before: dict[str, str] = {}
    steps = {finder.start or "": 0}
    for question in _in_order(finder):
        for edge in finder.edges[question] if question in steps else ():
            if edge.to in finder.questions and steps[question] + 1 > steps.get(edge.to, 0):
                steps[edge.to] = steps[question] + 1
                before[edge.to] = question
    for question, count in steps.items():
        if count == LONGEST:
            way = [question]
            while way[-1] in before:
                way.append(before[way[-1]])
            yield way[::-1]


def _in_order(finder: Finder) -> list[str]:
    """Return the questions so that each stands after all that lead to it; none where they go in circles."""
    if next(rings(finder), None) is not None:
        return []
    waiting = dict.fromkeys(finder.questions, 0)
    for edges in finder.edges.values():
        for edge in edges:
            if edge.to in waiting:
                waiting[edge.to] += 1
    ready = [question for question, count in waiting.items() if count == 0]
    for question in ready:
        for edge in finder.edges[question]:
            if edge.to in waiting:
                waiting[edge.to] -= 1
                if waiting[edge.to] == 0:
                    ready.append(edge.to)
    return ready
