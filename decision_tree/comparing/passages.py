"""The texts and other values that differ between two files, each by its path, and what changed places.

Only what is written counts: line breaks, indents and comments do not, nor whether a text stands in quotes.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from decision_tree.reading.plain import Path, mapping
from decision_tree.sources import register_of


@dataclass(frozen=True, slots=True)
class PassageChange:
    """One text, or other value, that is not what it was."""

    path: Path
    """The way to it, as `local.yml` has it, e.g. `("questions", "letter", "text")`."""
    old: str | None
    """Its words on one line; None where it did not exist."""
    new: str | None
    """Its words on one line; None where it exists no more."""


@dataclass(frozen=True, slots=True)
class OrderChange:
    """A mapping whose entries changed places, without those at its beginning and end that did not."""

    path: Path
    old: tuple[str, ...]
    new: tuple[str, ...]


def one_line(words: str) -> str:
    """Return words on one line, with one space between any two."""
    return " ".join(words.split())


def compare_passages(base: Path, old: Any, new: Any) -> Iterator[PassageChange]:
    """Yield each value below `base` that differs, in the order of the new file, then those that are gone."""
    before, after = passages(base, old), passages(base, new)
    for path, words in after.items():
        if before.get(path) != words:
            yield PassageChange(path, before.get(path), words)
    for path, words in before.items():
        if path not in after:
            yield PassageChange(path, words, None)


def passages(base: Path, data: Any) -> dict[Path, str]:
    """Return every value in `data` by its path; a list of plain values counts as one."""
    found: dict[Path, str] = {}
    todo: list[tuple[Path, Any]] = [(base, data)]
    while todo:
        path, value = todo.pop()
        if isinstance(value, dict):
            todo.extend(((*path, key), inner) for key, inner in reversed(value.items()))
        elif isinstance(value, list) and any(isinstance(inner, (dict, list)) for inner in value):
            todo.extend(((*path, number), value[number]) for number in range(len(value) - 1, -1, -1))
        elif isinstance(value, list):
            if value:
                found[path] = json.dumps([_shown(inner) for inner in value], ensure_ascii=False)
        else:
            found[path] = _shown(value)
    return found


def _shown(value: object) -> str:
    return one_line(value) if isinstance(value, str) else json.dumps(value)


def compare_orders(base: Path, old: Any, new: Any) -> Iterator[OrderChange]:
    """Yield each mapping below `base` whose entries changed places, those that came or went aside."""
    todo: list[tuple[Path, Any, Any]] = [(base, old, new)]
    while todo:
        path, before, after = todo.pop()
        shared = {**mapping(before)}.keys() & mapping(after).keys()
        if _is_by_id(path) and isinstance(before, dict) and isinstance(after, dict):
            yield from _moved(path, [k for k in before if k in shared], [k for k in after if k in shared])
        if isinstance(before, list) and isinstance(after, list):
            pairs = zip(before, after, strict=False)
            todo.extend(((*path, number), *pair) for number, pair in reversed(list(enumerate(pairs))))
        keys = [key for key in mapping(after) if key in shared]
        todo.extend(((*path, key), before[key], after[key]) for key in reversed(keys))


def _is_by_id(path: Path) -> bool:
    """Whether a mapping's order is the order shown: its keys are ids, not the parts of one thing."""
    register, rest = register_of(path)
    return register.is_by_id(rest)


def _moved(path: Path, before: list[str], after: list[str]) -> Iterator[OrderChange]:
    if before == after:
        return
    places = [n for n, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
    part = slice(places[0], places[-1] + 1)
    yield OrderChange(path, tuple(before[part]), tuple(after[part]))
