"""A difference in words that people read: sections of entries, each with what was and what is.

How they are laid out is left to `as_text` and `as_markdown`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from decision_tree.comparing.difference import Difference, IdChange, end
from decision_tree.comparing.passages import OrderChange, PassageChange, one_line
from decision_tree.comparing.ways import MOST_ROUTES, RouteChange
from decision_tree.ids import QUESTION, Id
from decision_tree.model.tree import PATH_FINDER
from decision_tree.reading.layers import REFERENCE
from decision_tree.reading.plain import Path

CONTEXT = 8
"""Words shown on either side of what changed in a text."""

NOTHING = "No difference in routes, ids, words or their order."


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that differs; every text in it stands on one line."""

    what: str
    """E.g. the path of a text."""
    old: str | None
    """What was; None where there was nothing."""
    new: str | None
    """What is; None where there is nothing."""


@dataclass(frozen=True, slots=True)
class Section:
    """The entries of one kind."""

    title: str
    entries: tuple[Entry, ...]
    note: str = ""
    """What a reader of the entries must know."""

    @property
    def counts(self) -> str:
        """How much differs, e.g. "3 changed, 1 added"."""
        added = sum(entry.old is None for entry in self.entries)
        removed = sum(entry.new is None for entry in self.entries)
        changed = len(self.entries) - added - removed
        numbers = ((changed, "changed"), (added, "added"), (removed, "removed"))
        return ", ".join(f"{number:,} {word}" for number, word in numbers if number)


def sections(difference: Difference) -> tuple[Section, ...]:
    """Return what differs, the kinds that matter most to readers first; empty kinds are left out."""
    tree = [change for change in difference.passages if change.path[:1] != (REFERENCE,)]
    reference = [change for change in difference.passages if change.path[:1] == (REFERENCE,)]
    all_of_them = (
        Section("Routes", tuple(_routes(difference)), _routes_note(difference)),
        Section("Questions, options, outcomes and pages", tuple(map(_id, difference.ids))),
        Section("Where options lead", _passages(difference.leads)),
        Section("Words", _passages(tree)),
        Section("Facts, deadlines and other reference data", _passages(reference)),
        Section("Order shown", tuple(map(_order, difference.order))),
    )
    return tuple(section for section in all_of_them if section.entries or section.note)


def broken(difference: Difference) -> int:
    """Return how many retired ids nothing replaces, so that links to them break."""
    return sum(change.new is None and not change.heir for change in difference.ids)


def _routes(difference: Difference) -> Iterator[Entry]:
    for change in difference.routes:
        yield Entry(
            _answers(change),
            _end(change.old, difference.old_ids),
            _end(change.new, difference.new_ids),
        )


def _routes_note(difference: Difference) -> str:
    if difference.routes_complete:
        return ""
    return f"More routes differ than are listed here: at most {MOST_ROUTES:,} of a kind are looked for."


def _answers(change: RouteChange) -> str:
    way = "/".join(f"{one.question}:{one.option}" for one in change.answers)
    return one_line(way if change.tree == PATH_FINDER else f"{change.tree}: {way}")


def _end(name: str | None, known: Mapping[Id, str]) -> str | None:
    if name is None:
        return None
    kind, words = end(name, known)
    asked = "asks " if kind == QUESTION else ""
    return one_line(f'{asked}{name} "{words}"' if words else f"{asked}{name}")


def _id(change: IdChange) -> Entry:
    if change.new is not None:
        return Entry(one_line(str(change.id)), None, change.new or "(no words)")
    fate = f"links to it lead to the {change.heir}" if change.heir else "links to it break: it has no alias"
    return Entry(one_line(f"{change.id} ({fate})"), change.old or "(no words)", None)


def _passages(changes: Iterable[PassageChange]) -> tuple[Entry, ...]:
    return tuple(Entry(dotted(change.path), *contrast(change.old, change.new)) for change in changes)


def _order(change: OrderChange) -> Entry:
    return Entry(dotted(change.path), *(one_line(", ".join(entries)) for entries in (change.old, change.new)))


def contrast(old: str | None, new: str | None) -> tuple[str | None, str | None]:
    """Return two texts without the words that they share at the beginning and the end, but for a few."""
    if old is None or new is None:
        return old, new
    before, after = old.split(" "), new.split(" ")
    start = _shared(before, after)
    end_ = _shared(before[start:][::-1], after[start:][::-1])
    first, last = max(0, start - CONTEXT), max(0, end_ - CONTEXT)
    # A mark in the place of one or two words would save nothing.
    first, last = (number if number > CONTEXT else 0 for number in (first, last))
    shown = (words[first : len(words) - last] for words in (before, after))
    old, new = (" ".join([*["…"][:first], *words, *["…"][:last]]) for words in shown)
    return old, new


def _shared(one: list[str], other: list[str]) -> int:
    """Return how many words two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))


def dotted(path: Path) -> str:
    """Return a path as words, e.g. `questions.letter.text`."""
    return one_line(".".join(str(step) for step in path)) or "(the whole file)"
