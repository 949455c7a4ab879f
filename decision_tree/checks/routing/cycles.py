"""No route comes back to a question that was answered already.

Passes: letter -> reason -> an outcome. Fails: letter -> reason -> letter.
"""

from collections.abc import Iterator

from decision_tree.model.tree import Option, Tree
from decision_tree.problems import Problem
from decision_tree.sources import Sources

LONGEST_SHOWN = 12
"""Questions of a cycle that a message names."""


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each option that leads back, with the whole way round."""
    for finder in sources.finders:
        for option, ring in rings(finder):
            shown = ring if len(ring) <= LONGEST_SHOWN else [*ring[: LONGEST_SHOWN - 1], "…"]
            way = " -> ".join([*shown, ring[0]])
            message = f"these questions go round in a circle: {way} (lead this option somewhere else)"
            yield Problem.at(sources.tree.position((*option.path, "next")), message)


def rings(tree: Tree) -> Iterator[tuple[Option, list[str]]]:
    """Yield each option that leads back to a question on its own route, with the questions in between."""
    finished: set[str] = set()
    for first in (tree.start, *tree.questions):
        if first in finished or first not in tree.questions:
            continue
        route = {first: 0}
        todo = [(first, iter(tree.questions[first].leading))]
        while todo:
            question, options = todo[-1]
            option = next(options, None)
            if option is None:
                todo.pop()
                del route[question]
                finished.add(question)
            elif option.next in route:
                yield option, [one for one, _ in todo[route[option.next] :]]
            elif option.next in tree.questions and option.next not in finished:
                route[option.next] = len(todo)
                todo.append((option.next, iter(tree.questions[option.next].leading)))
