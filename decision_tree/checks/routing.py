"""Where options lead: to something that is there, on a way that ends, and with a way on for everybody."""

from collections import defaultdict
from collections.abc import Iterator

from decision_tree.model.tree import NOT_SURE, Option, Question, Tree
from decision_tree.problems import Names, Position, Problem, quoted
from decision_tree.routes import reached
from decision_tree.sources import Sources


def check_unknown_target(sources: Sources) -> Iterator[Problem]:
    """Every option, and the start, leads to a question or an outcome of its own tree.

    Passes: `next: letter` where `questions` has `letter`. Fails: `next: leter`; and a fork's `letter: null`
    while an option still leads there, which is told where it is removed.
    """
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


def check_unreachable(sources: Sources) -> Iterator[Problem]:
    """Every question and every outcome can be reached from the start of its tree.

    Passes: some option that can itself be reached leads there. Fails: nothing does.
    """
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


LONGEST_SHOWN = 12
"""Questions of a cycle that a message names."""


def check_cycle(sources: Sources) -> Iterator[Problem]:
    """No route comes back to a question that was answered already.

    Passes: letter -> reason -> an outcome. Fails: letter -> reason -> letter.
    """
    for finder in sources.finders:
        for option, ring in _rings(finder):
            shown = ring if len(ring) <= LONGEST_SHOWN else [*ring[: LONGEST_SHOWN - 1], "…"]
            way = " -> ".join([*shown, ring[0]])
            message = f"these questions go round in a circle: {way} (lead this option somewhere else)"
            yield Problem.at(sources.tree.position((*option.path, "next")), message)


def _rings(tree: Tree) -> Iterator[tuple[Option, list[str]]]:
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


LONGEST = 7
"""Answers on one route."""


def check_long_route(sources: Sources) -> Iterator[Problem]:
    """No route is longer than seven answers.

    Passes: an outcome after the seventh answer. Fails: an eighth question.
    """
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
    if next(_rings(tree), None) is not None:
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


def check_no_way_on(sources: Sources) -> Iterator[Problem]:
    """Every question has a way on for people who do not know: an option with the id `not-sure`.

    Passes: `not-sure: {label: I'm not sure, next: get-the-letter}`. Fails: a question without it, which is
    told where a fork removes it.
    """
    for finder in sources.finders:
        for question in finder.questions.values():
            if NOT_SURE not in question.options:
                wrong = f'the question {quoted(question.id)} has no option "{NOT_SURE}"'
                message = f"{wrong} (add one that leads somewhere useful)"
                removed = sources.tree.removal((*question.path, "options", NOT_SURE))
                yield Problem.at(removed or sources.tree.key_position(question.path), message)
