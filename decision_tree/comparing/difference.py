"""All that an edit does: to routes, to ids, to where options lead, to words, and to the order shown."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from decision_tree import ids
from decision_tree.comparing.edition import Edition
from decision_tree.comparing.passages import (
    OrderChange,
    PassageChange,
    compare_orders,
    compare_passages,
    one_line,
)
from decision_tree.comparing.ways import RouteChange, compare_routes
from decision_tree.ids import Id
from decision_tree.model.tree import PLACES, PLAN_FINDER, tree_of
from decision_tree.reading.layers import REFERENCE
from decision_tree.reading.load import Document
from decision_tree.reading.plain import Path

OPTION_LEADS = 5
"""Steps of the path to where an option leads: questions, ID, options, ID, next."""

ENDS = (ids.QUESTION, ids.OUTCOME)
"""What answers may lead to."""

Change = TypeVar("Change")


@dataclass(frozen=True, slots=True)
class IdChange:
    """An id that links depend on, and that only one of the two editions has."""

    id: Id
    old: str | None
    """The words that it stood for; None where it did not exist."""
    new: str | None
    """The words that it stands for; None where it exists no more."""
    heir: str
    """What links to it lead to in the edition that lacks it; empty where they break."""


@dataclass(frozen=True)
class Difference:
    """What differs between two editions; empty lists where nothing does."""

    old: str
    """What the command was given for the old edition."""
    new: str
    routes: tuple[RouteChange, ...]
    routes_complete: bool
    """False where more routes differ than are listed."""
    ids: tuple[IdChange, ...]
    leads: tuple[PassageChange, ...]
    """Options, and starts, that lead elsewhere."""
    passages: tuple[PassageChange, ...]
    order: tuple[OrderChange, ...]
    old_ids: Mapping[Id, str]
    """The words that each id of the old edition stands for."""
    new_ids: Mapping[Id, str]

    def __bool__(self) -> bool:
        """Whether anything differs."""
        found = (self.routes, self.ids, self.leads, self.passages, self.order)
        return any(found) or not self.routes_complete


def compare(old: Edition, new: Edition) -> Difference:
    """Compare two editions. Reference files are compared where both have them."""
    routes, complete = _routes(old.tree, new.tree)
    changes = tuple(_in_all_files(old, new, compare_passages))
    return Difference(
        old=old.name,
        new=new.name,
        routes=tuple(routes),
        routes_complete=complete,
        ids=tuple(_ids(old.tree, new.tree)),
        leads=tuple(change for change in changes if _is_lead(change.path)),
        passages=tuple(change for change in changes if not _is_lead(change.path)),
        order=tuple(_in_all_files(old, new, compare_orders)),
        old_ids=ids.ids(old.tree),
        new_ids=ids.ids(new.tree),
    )


def _routes(old: Document, new: Document) -> tuple[list[RouteChange], bool]:
    found: list[RouteChange] = []
    complete = True
    for id_ in PLACES:
        changes, all_of_them = compare_routes(tree_of(old.data, id_), tree_of(new.data, id_))
        found += changes
        complete = complete and all_of_them
    return found, complete


def _ids(old: Document, new: Document) -> Iterator[IdChange]:
    before, after = ids.ids(old), ids.ids(new)
    for id_, words in after.items():
        if id_ not in before:
            heir = ids.heir(id_, before, ids.aliases(old))
            yield IdChange(id_, None, one_line(words), str(heir or ""))
    for id_, words in before.items():
        if id_ not in after:
            heir = ids.heir(id_, after, ids.aliases(new))
            yield IdChange(id_, one_line(words), None, str(heir or ""))


def _in_all_files(
    old: Edition, new: Edition, compare_: Callable[[Path, Any, Any], Iterator[Change]]
) -> Iterator[Change]:
    yield from compare_((), old.tree.data, new.tree.data)
    if old.reference is None or new.reference is None:
        return
    for name in old.reference:
        yield from compare_((REFERENCE, name), old.reference[name].data, new.reference[name].data)


def _is_lead(path: Path) -> bool:
    steps = path[1:] if path[:1] == PLACES[PLAN_FINDER] else path
    option = len(steps) == OPTION_LEADS and (steps[0], steps[2], steps[4]) == ("questions", "options", "next")
    return option or steps == ("start",)


def end(name: str, known: Mapping[Id, str]) -> tuple[str, str]:
    """Return what kind of thing the end of a route is, and its words; both empty where it does not exist."""
    found = (id_ for kind in ENDS if (id_ := Id(kind, name)) in known)
    return next(((id_.kind, one_line(known[id_])) for id_ in found), ("", ""))
