"""Every question and every outcome can be reached from the start of its tree.

Passes: some option that can itself be reached leads there. Fails: nothing does.
"""

from collections.abc import Iterator

from decision_tree.problems import Problem, quoted
from decision_tree.routes import reached
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each question and outcome that no route reaches."""
    for finder in sources.finders:
        if finder.start not in finder.questions:
            continue
        on_a_route = reached(finder)
        for kind, ids in (("question", finder.questions), ("outcome", finder.outcomes)):
            for id_ in ids:
                if id_ not in on_a_route:
                    message = (
                        f"no route reaches the {kind} {quoted(id_)} (lead an option to it, or delete it)"
                    )
                    yield Problem.at(sources.tree.key_position(finder.place(id_)), message)
