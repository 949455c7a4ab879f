"""Every option, and the start, leads to a question or an outcome of its own tree.

Passes: `next: letter` where `questions` has `letter`. Fails: `next: leter`; and a fork's `letter: null` while
an option still leads there, which is told where it is removed.
"""

from collections import defaultdict
from collections.abc import Iterator

from decision_tree.model.tree import Option, Question, Tree
from decision_tree.problems import Names, Position, Problem, quoted
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each start and each `next` that leads nowhere."""
    for finder in sources.finders:
        questions = Names(finder.questions)
        if finder.start and finder.start not in questions:
            advice = questions.advice(finder.start, "name a question")
            position = sources.tree.position((*finder.path, "start"))
            yield Problem.at(position, f"the start {quoted(finder.start)} is no question{advice}")
        yield from _missing(sources, finder)


def _missing(sources: Sources, finder: Tree) -> Iterator[Problem]:
    ids = Names((*finder.questions, *finder.outcomes))
    by_removal: dict[Position, list[tuple[Question, Option]]] = defaultdict(list)
    for question, option in _leading(finder):
        if option.next in finder.questions or option.next in finder.outcomes:
            continue
        places = ((*finder.path, kind, option.next) for kind in ("questions", "outcomes"))
        removed = next(filter(None, map(sources.tree.removal, places)), None)
        if removed is not None:
            by_removal[removed].append((question, option))
        else:
            advice = ids.advice(option.next, "add it, or name a question or an outcome")
            wrong = f"option {quoted(option.id)} leads to {quoted(option.next)}, which does not exist"
            yield Problem.at(sources.tree.position((*option.path, "next")), f"{wrong}{advice}")
    for position, leading in by_removal.items():
        yield Problem.at(position, _still_led_to(finder, leading))


def _leading(finder: Tree) -> Iterator[tuple[Question, Option]]:
    for question in finder.questions.values():
        yield from ((question, option) for option in question.leading)


def _still_led_to(finder: Tree, leading: list[tuple[Question, Option]]) -> str:
    """Return that options lead to what is removed, with the lines that lead them elsewhere."""
    by_question: dict[str, list[str]] = defaultdict(list)
    for question, option in leading:
        by_question[question.id].append(f"{option.id}: {{next: ID}}")
    questions = ", ".join(
        f"{question}: {{options: {{{', '.join(options)}}}}}" for question, options in by_question.items()
    )
    lines = f"questions: {{{questions}}}"
    for step in reversed(finder.path):
        lines = f"{step}: {{{lines}}}"
    _, first = leading[0]
    many = len(leading) > 1
    led = f"{len(leading)} options lead" if many else f"option {quoted(first.id)} leads"
    where = "them" if many else "it"
    return (
        f"{quoted(first.next)} is removed here, but {led} to it "
        f"(delete this line, or lead {where} elsewhere: {lines})"
    )
