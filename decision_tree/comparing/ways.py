"""The routes that differ between two trees, found without walking what is the same in both.

Trees may still be wrong: a route that comes round in a circle ends where it would begin again, one that leads
nowhere ends there. However large the trees, the work and the list have an end, which is told.
"""

from dataclasses import dataclass, field
from typing import TypeVar

from decision_tree.model.tree import Tree
from decision_tree.routes import MOST_ANSWERS, Answer, Answers, Route, ends, routes_on

MOST_ROUTES = 5_000
"""Routes of one kind (added, removed, changed) that are listed."""

MOST_STEPS = 200_000
"""Steps that are taken side by side through both trees."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class RouteChange:
    """One way of answering that ends elsewhere, or that only one of the trees has."""

    tree: str
    """Id of the finder, e.g. "path-finder"."""
    answers: Answers
    old: str | None
    """Id of the outcome that the answers led to; None where the old tree has no such route.

    Where these answers end a route in one tree and go on in the other, one side is the next question.
    """
    new: str | None
    """Id of the outcome that they lead to; None where the new tree has no such route."""


@dataclass(slots=True)
class Found:
    """The differences between the routes of two trees."""

    removed: list[Route] = field(default_factory=list)
    added: list[Route] = field(default_factory=list)
    changed: list[tuple[Answers, str, str]] = field(default_factory=list)
    """Answers with the outcomes that they led to and lead to."""
    complete: bool = True
    """False where there are more differences than are listed."""


def compare_routes(old: Tree, new: Tree) -> tuple[list[RouteChange], bool]:
    """Return the routes of a finder that differ, and whether these are all."""
    found = _compare(old, new)
    changes = [RouteChange(new.id, *change) for change in found.changed]
    changes += [RouteChange(new.id, route.answers, None, route.outcome) for route in found.added]
    changes += [RouteChange(new.id, route.answers, route.outcome, None) for route in found.removed]
    return changes, found.complete


def _compare(old: Tree, new: Tree) -> Found:
    found = Found()
    same = _same_below(old, new)
    todo: list[tuple[Answers, str | None, str | None]] = [((), _start(old), _start(new))]
    for _ in range(MOST_STEPS):
        if not todo:
            return found
        answers, before, after = todo.pop()
        if before is not None and before == after:
            if before in same:
                continue
            if not ends(old, answers, before) and not ends(new, answers, before):
                todo.extend(_side_by_side(answers, before, old, new))
                continue
            found.complete &= len(answers) < MOST_ANSWERS
        _part(found, answers, (old, before), (new, after))
    found.complete = False
    return found


def _part(found: Found, answers: Answers, old: tuple[Tree, str | None], new: tuple[Tree, str | None]) -> None:
    """Note what becomes of `answers`, which lead to different places, or in one tree to none."""
    (_, before), (_, after) = old, new
    ending = [at is not None and ends(tree, answers, at) for tree, at in (old, new)]
    if before is not None and after is not None and any(ending) and (before != after or not all(ending)):
        _add(found, found.changed, (answers, before, after))
    for (tree, at), other, into in ((old, after, found.removed), (new, before, found.added)):
        for route in routes_on(tree, answers, at) if at is not None else ():
            # The route of just these answers is told already, if the other tree takes them too.
            if (route.answers != answers or other is None) and not _add(found, into, route):
                break


def _add(found: Found, into: list[Value], one: Value) -> bool:
    """Add to one of the lists; say so where it is full."""
    if len(into) >= MOST_ROUTES:
        found.complete = False
        return False
    into.append(one)
    return True


def _side_by_side(
    answers: Answers, question: str, old: Tree, new: Tree
) -> list[tuple[Answers, str | None, str | None]]:
    """Return each answer to a question of both trees, the last one first, with where it leads in each."""
    before, after = _leads(old, question), _leads(new, question)
    places: dict[str, int] = {}
    for options in (before, after):
        for place, option in enumerate(options):
            places[option] = min(place, places.get(option, place))
    ordered = sorted(places, key=lambda option: (places[option], option), reverse=True)
    return [((*answers, Answer(question, one)), before.get(one), after.get(one)) for one in ordered]


def _same_below(old: Tree, new: Tree) -> set[str]:
    """Return the questions from which on both trees are the same, down to every outcome."""
    both = old.questions.keys() & new.questions.keys()
    same = {id_ for id_ in both if _leads(old, id_) == _leads(new, id_)}
    callers: dict[str, list[str]] = {}
    for id_ in same:
        for to in _leads(old, id_).values():
            callers.setdefault(to, []).append(id_)
    todo = list((old.questions.keys() | new.questions.keys()) - same)
    while todo:
        for caller in callers.get(todo.pop(), ()):
            if caller in same:
                same.remove(caller)
                todo.append(caller)
    return same


def _start(tree: Tree) -> str | None:
    """Return the first question; None where the tree has none, so that no route begins."""
    return None if ends(tree, (), tree.start) else tree.start


def _leads(tree: Tree, question: str) -> dict[str, str]:
    """Return where each option of a question leads."""
    return {option.id: option.next for option in tree.questions[question].leading}
