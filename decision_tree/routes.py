"""Walks a tree: every way from its start to an outcome, in the order in which the options stand.

Takes a tree of the model, which has passed the checks: it has no circles, and every option leads somewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from decision_tree.model.tree import Tree


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer on a route, e.g. `letter:denial`."""

    question: str
    option: str


@dataclass(frozen=True, slots=True)
class Route:
    """One way from the start to an outcome."""

    answers: tuple[Answer, ...]
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
    if tree.start not in tree.questions:
        return
    todo: list[tuple[tuple[Answer, ...], str]] = [((), tree.start)]
    while todo:
        answers, here = todo.pop()
        question = tree.questions.get(here)
        if question is None:
            yield Route(answers, here)
            continue
        last_first = list(question.options.values())[::-1]
        todo.extend(((*answers, Answer(here, option.id)), option.next) for option in last_first)


def count_routes(tree: Tree) -> int:
    """Return how many routes `tree` has, without walking each: a few questions can make millions."""
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
