"""Every option, and the start, leads to a question or an outcome of its own tree.

Passes: `next: letter` where `questions` has `letter`. Fails: `next: leter`; and a fork's `letter: null` while
an option still leads there, which is told where it is removed.
"""

from collections.abc import Iterator

from decision_tree.forks.overlay import Merged
from decision_tree.outline import Edge, Finder
from decision_tree.problems import Names, Position, Problem, quoted
from decision_tree.reading.load import Document
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each start and each `next` that leads nowhere."""
    for finder in sources.finders:
        questions = Names(finder.questions)
        if finder.start is not None and finder.start not in questions:
            advice = questions.advice(finder.start, "name a question")
            position = sources.tree.position((*finder.base, "start"))
            yield Problem.at(position, f"the start {quoted(finder.start)} is no question{advice}")
        ids = Names((*finder.questions, *finder.outcomes))
        for edges in finder.edges.values():
            for edge in edges:
                if edge.to not in finder.questions and edge.to not in finder.outcomes:
                    yield _missing(sources, finder, edge, ids)


def _missing(sources: Sources, finder: Finder, edge: Edge, ids: Names) -> Problem:
    wrong = f"option {quoted(edge.option)} leads to {quoted(edge.to)}, which"
    removed = _removal(sources.tree, finder, edge.to)
    if removed is not None:
        still = f"{wrong} is removed here (lead {edge.question}/{edge.option} elsewhere, or remove it too)"
        return Problem.at(removed, still)
    advice = ids.advice(edge.to, "add it, or name a question or an outcome")
    return Problem.at(sources.tree.position(edge.path), f"{wrong} does not exist{advice}")


def _removal(tree: Document, finder: Finder, id_: str) -> Position | None:
    if not isinstance(tree, Merged):
        return None
    places = ((*finder.base, kind, id_) for kind in ("questions", "outcomes"))
    return next(filter(None, map(tree.removal, places)), None)
