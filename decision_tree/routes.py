"""Walks a tree: every way from its start to an outcome, in the order in which the options stand.

The tree may still be wrong. A route that comes round in a circle ends where it would begin again, one that
leads nowhere ends there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from decision_tree.model.tree import Tree

MOST_ANSWERS = 100
"""Answers after which a route is followed no further. The checks refuse a tree with more than seven."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer on a route, e.g. `letter:denial`."""

    question: str
    option: str


Answers = tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """One way from the start to an outcome."""

    answers: Answers
    outcome: str

    @property
    def as_text(self) -> str:
        """The route in ids alone: `right-now:no/letter:denial -> urgent`."""
        return f"{'/'.join(f'{one.question}:{one.option}' for one in self.answers)} -> {self.outcome}"

    @property
    def as_json(self) -> dict[str, object]:
        """The route as JSON has it."""
        answers = [{"question": one.question, "option": one.option} for one in self.answers]
        return {"answers": answers, "outcome": self.outcome}


def routes(tree: Tree) -> Iterator[Route]:
    """Yield every route of `tree`."""
    if not ends(tree, (), tree.start):
        yield from routes_on(tree, (), tree.start)


def routes_on(tree: Tree, answers: Answers, at: str) -> Iterator[Route]:
    """Yield every route that begins with `answers`, which led to `at`."""
    todo = [(answers, at)]
    while todo:
        given, here = todo.pop()
        if ends(tree, given, here):
            yield Route(given, here)
            continue
        last_first = tree.questions[here].leading[::-1]
        todo.extend(((*given, Answer(here, option.id)), option.next) for option in last_first)


def ends(tree: Tree, answers: Answers, at: str) -> bool:
    """Whether the route of these answers ends at the question or outcome `at`."""
    question = tree.questions.get(at)
    full = question is None or not question.leading or len(answers) >= MOST_ANSWERS
    return full or any(answer.question == at for answer in answers)


def reached(tree: Tree) -> frozenset[str]:
    """Return the questions and the outcomes that some route comes to, the start too."""
    found = {tree.start}
    todo = [tree.start]
    while todo:
        question = tree.questions.get(todo.pop())
        for option in question.leading if question else ():
            if option.next not in found:
                found.add(option.next)
                todo.append(option.next)
    return frozenset(found)


def count_routes(tree: Tree) -> int:
    """Return how many routes `tree` has, without walking each: a few questions can make millions.

    The tree has passed the checks: it has no circles, and every option leads somewhere.
    """
    ways: dict[str, int] = {}
    todo = [tree.start]
    while todo:
        question = tree.questions.get(todo[-1])
        if question is None or todo[-1] in ways:
            ways.setdefault(todo.pop(), 1)
            continue
        unknown = [option.next for option in question.options.values() if option.next not in ways]
        if unknown:
            todo.extend(unknown)
        else:
            ways[todo.pop()] = sum(ways[option.next] for option in question.options.values())
    return ways[tree.start]
