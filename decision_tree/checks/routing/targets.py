"""Every option, and the start, leads to a question or an outcome of its own tree.

Passes: `next: letter` where `questions` has `letter`. Fails: `next: leter`; and a fork's `letter: null` while
an option still leads there, which is told where it is removed.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

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
        yield from _missing(sources, finder)


def _missing(sources: Sources, finder: Finder) -> Iterator[Problem]:
    ids = Names((*finder.questions, *finder.outcomes))
    by_removal: dict[Position, list[Edge]] = defaultdict(list)
    for edge in chain.from_iterable(finder.edges.values()):
        if edge.to in finder.questions or edge.to in finder.outcomes:
            continue
        removed = _removal(sources.tree, finder, edge.to)
        if removed is not None:
            by_removal[removed].append(edge)
        else:
            advice = ids.advice(edge.to, "add it, or name a question or an outcome")
            message = f"option {quoted(edge.option)} leads to {quoted(edge.to)}, which does not exist{advice}"
            yield Problem.at(sources.tree.position(edge.path), message)
    for position, edges in by_removal.items():
        yield Problem.at(position, _still_led_to(edges))


def _still_led_to(edges: list[Edge]) -> str:
    """Return that options lead to what is removed, with the lines that lead them elsewhere."""
    base = edges[0].path[: edges[0].path.index("questions")]
    by_question: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        by_question[edge.question].append(f"{edge.option}: {{next: ID}}")
    questions = ", ".join(
        f"{question}: {{options: {{{', '.join(options)}}}}}" for question, options in by_question.items()
    )
    lines = f"questions: {{{questions}}}"
    for step in reversed(base):
        lines = f"{step}: {{{lines}}}"
    many = len(edges) > 1
    led = f"{len(edges)} options lead" if many else f"option {quoted(edges[0].option)} leads"
    where = "them" if many else "it"
    return (
        f"{quoted(edges[0].to)} is removed here, but {led} to it "
        f"(delete this line, or lead {where} elsewhere: {lines})"
    )


def _removal(tree: Document, finder: Finder, id_: str) -> Position | None:
    if not isinstance(tree, Merged):
        return None
    places = ((*finder.base, kind, id_) for kind in ("questions", "outcomes"))
    return next(filter(None, map(tree.removal, places)), None)
