"""Every question and every outcome can be reached from the start of its tree.

Passes: some option that can itself be reached leads there. Fails: nothing does.
"""

from collections.abc import Iterator

from decision_tree.outline import Finder
from decision_tree.problems import Problem, quoted
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each question and outcome that no route reaches."""
    for finder in sources.finders:
        if finder.start not in finder.questions:
            continue
        reached = _reached(finder)
        for kind, ids in (("question", finder.questions), ("outcome", finder.outcomes)):
            for id_ in ids:
                if id_ not in reached:
                    message = (
                        f"no route reaches the {kind} {quoted(id_)} (lead an option to it, or delete it)"
                    )
                    yield Problem.at(sources.tree.key_position(finder.path(id_)), message)


def _reached(finder: Finder) -> set[str]:
    reached = {finder.start or ""}
    todo = list(reached)
    while todo:
        for edge in finder.edges.get(todo.pop(), ()):
            if edge.to not in reached:
                reached.add(edge.to)
                todo.append(edge.to)
    return reached
