"""No route comes back to a question that was answered already.

Passes: letter -> reason -> an outcome. Fails: letter -> reason -> letter.
"""

from collections.abc import Iterator

from decision_tree.outline import Edge, Finder
from decision_tree.problems import Problem
from decision_tree.sources import Sources

LONGEST_SHOWN = 12
"""Questions of a cycle that a message names."""


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each option that leads back, with the whole way round."""
    for finder in sources.finders:
        for edge, ring in rings(finder):
            shown = ring if len(ring) <= LONGEST_SHOWN else [*ring[: LONGEST_SHOWN - 1], "…"]
            way = " -> ".join([*shown, ring[0]])
            message = f"these questions go round in a circle: {way} (lead this option somewhere else)"
            yield Problem.at(sources.tree.position(edge.path), message)


def rings(finder: Finder) -> Iterator[tuple[Edge, list[str]]]:
    """Yield each option that leads back to a question on its own route, with the questions in between."""
    finished: set[str] = set()
    for first in (finder.start or "", *finder.questions):
        if first in finished or first not in finder.questions:
            continue
        route = {first: 0}
        todo = [(first, iter(finder.edges[first]))]
        while todo:
            question, edges = todo[-1]
            edge = next(edges, None)
            if edge is None:
                todo.pop()
                del route[question]
                finished.add(question)
            elif edge.to in route:
                yield edge, [one for one, _ in todo[route[edge.to] :]]
            elif edge.to in finder.questions and edge.to not in finished:
                route[edge.to] = len(todo)
                todo.append((edge.to, iter(finder.edges[edge.to])))
