"""The routes that differ between two trees, found without walking what is the same in both.

Trees may still be wrong: a route that comes round in a circle ends where it would begin again, one that leads
nowhere ends there. However large the trees, the work and the list have an end, which is told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from decision_tree.outline import Finder
from decision_tree.routes import Answer, Route

MOST_ROUTES = 5_000
"""Routes of one kind (added, removed, changed) that are listed."""

MOST_STEPS = 200_000
"""Steps that are taken side by side through both trees."""

MOST_ANSWERS = 100
"""Answers after which a route is followed no further. The checks refuse a tree with more than seven."""

Answers = tuple[Answer, ...]
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


@dataclass(frozen=True, slots=True)
class Ways:
    """The options of a tree: by question, then by option, the id that each leads to."""

    start: str | None
    """None where the tree has no first question, so that no route begins."""
    options: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, finder: Finder | None) -> "Ways":
        """Return the ways through a finder; none where there is no finder."""
        edges = finder.edges if finder else {}
        options = {id_: {edge.option: edge.to for edge in some} for id_, some in edges.items() if some}
        return cls(finder.start if finder and finder.start in options else None, options)

    def ends(self, answers: Answers, at: str) -> bool:
        """Whether the route of these answers ends at the question or outcome `at`."""
        full = at not in self.options or len(answers) >= MOST_ANSWERS
        return full or any(answer.question == at for answer in answers)

    def routes(self, answers: Answers, at: str) -> Iterator[Route]:
        """Yield every route that begins with `answers`, which led to `at`."""
        todo = [(answers, at)]
        while todo:
            given, here = todo.pop()
            if self.ends(given, here):
                yield Route(given, here)
                continue
            options = list(self.options[here].items())[::-1]
            todo.extend(((*given, Answer(here, option)), to) for option, to in options)


@dataclass(slots=True)
class Found:
    """The differences between the routes of two trees."""

    removed: list[Route] = field(default_factory=list)
    added: list[Route] = field(default_factory=list)
    changed: list[tuple[Answers, str, str]] = field(default_factory=list)
    """Answers with the outcomes that they led to and lead to."""
    complete: bool = True
    """False where there are more differences than are listed."""


def compare_routes(id_: str, old: Finder | None, new: Finder | None) -> tuple[list[RouteChange], bool]:
    """Return the routes of the finder `id_` that differ, and whether these are all."""
    found = _compare(Ways.of(old), Ways.of(new))
    changes = [RouteChange(id_, *change) for change in found.changed]
    changes += [RouteChange(id_, route.answers, None, route.outcome) for route in found.added]
    changes += [RouteChange(id_, route.answers, route.outcome, None) for route in found.removed]
    return changes, found.complete


def _compare(old: Ways, new: Ways) -> Found:
    found = Found()
    same = _same_below(old, new)
    todo: list[tuple[Answers, str | None, str | None]] = [((), old.start, new.start)]
    for _ in range(MOST_STEPS):
        if not todo:
            return found
        answers, before, after = todo.pop()
        if before is not None and before == after:
            if before in same:
                continue
            if not old.ends(answers, before) and not new.ends(answers, before):
                todo.extend(_side_by_side(answers, before, old, new))
                continue
            found.complete &= len(answers) < MOST_ANSWERS
        _part(found, answers, (old, before), (new, after))
    found.complete = False
    return found


def _part(found: Found, answers: Answers, old: tuple[Ways, str | None], new: tuple[Ways, str | None]) -> None:
    """Note what becomes of `answers`, which lead to different places, or in one tree to none."""
    (_, before), (_, after) = old, new
    ending = [at is not None and ways.ends(answers, at) for ways, at in (old, new)]
    if before is not None and after is not None and any(ending) and (before != after or not all(ending)):
        _add(found, found.changed, (answers, before, after))
    for (ways, at), other, into in ((old, after, found.removed), (new, before, found.added)):
        for route in ways.routes(answers, at) if at is not None else ():
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
    answers: Answers, question: str, old: Ways, new: Ways
) -> list[tuple[Answers, str | None, str | None]]:
    """Return each answer to a question of both trees, the last one first, with where it leads in each."""
    before, after = old.options[question], new.options[question]
    places: dict[str, int] = {}
    for options in (before, after):
        for place, option in enumerate(options):
            places[option] = min(place, places.get(option, place))
    ordered = sorted(places, key=lambda option: (places[option], option), reverse=True)
    return [((*answers, Answer(question, one)), before.get(one), after.get(one)) for one in ordered]


def _same_below(old: Ways, new: Ways) -> set[str]:
    """Return the questions from which on both trees are the same, down to every outcome."""
    same = {id_ for id_ in old.options.keys() & new.options.keys() if old.options[id_] == new.options[id_]}
    callers: dict[str, list[str]] = {}
    for id_ in same:
        for to in old.options[id_].values():
            callers.setdefault(to, []).append(id_)
    todo = list((old.options.keys() | new.options.keys()) - same)
    while todo:
        for caller in callers.get(todo.pop(), ()):
            if caller in same:
                same.remove(caller)
                todo.append(caller)
    return same
