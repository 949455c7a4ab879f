"""Says what a thing of the guide is after merging, and which file and line each part of it comes from.

A thing is named by its id ("urgent", "int-180"), by QUESTION/OPTION, or by its whole path, with dots:
"outcomes.urgent.title".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from decision_tree.forks.overlay import Merged
from decision_tree.outline import Keys, value_at
from decision_tree.problems import Position
from decision_tree.reading.load import Document
from decision_tree.sources import Sources


@dataclass(frozen=True, slots=True)
class Source:
    """A value and where it stands; the value is nothing where a fork removes it."""

    value: Any
    position: Position


@dataclass(frozen=True, slots=True)
class Part:
    """One value of a thing, e.g. the title of an outcome."""

    path: str
    """As one would write it, with dots."""
    now: Source
    upstream: Source | None = None
    """What a fork's file replaces or removes here."""


def explain(sources: Sources, name: str) -> list[Part]:
    """Return every part of everything that has this name, in the order of the files."""
    found: dict[tuple[str, str], Part] = {}
    for document in sources.documents:
        for path in _places(document, name):
            for part in _parts(document, path):
                found.setdefault((document.file, part.path), part)
    return list(found.values())


def names(sources: Sources) -> list[str]:
    """Return every id that `explain` knows, to suggest one."""
    return sorted({path[-1] for document in sources.documents for path in _paths(document)})


def _places(document: Document, name: str) -> Iterator[Keys]:
    question, _, option = name.partition("/")
    for path in _paths(document):
        is_option = option and path[-1] == option and path[-3:-1] == (question, "options")
        if path[-1] == name or ".".join(path) == name or is_option:
            yield path


def _paths(document: Document) -> Iterator[Keys]:
    """Yield the path of every key: those of the merged data, and those that a fork removes."""
    todo: list[tuple[Keys, Any]] = [((), _with_removed(document))]
    while todo:
        path, value = todo.pop()
        if path:
            yield path
        if isinstance(value, dict):
            todo.extend(((*path, key), inner) for key, inner in reversed(value.items()))


def _with_removed(document: Document) -> Any:
    if not isinstance(document, Merged):
        return document.data
    return _union(document.data, document.base.data)


def _union(now: Any, before: Any) -> Any:
    if not isinstance(now, dict) or not isinstance(before, dict):
        return now
    both = {key: _union(now.get(key, value), value) for key, value in before.items()}
    return both | {key: value for key, value in now.items() if key not in before}


def _parts(document: Document, path: Keys) -> Iterator[Part]:
    todo: list[tuple[Keys, Any]] = [(path, value_at(_with_removed(document), path))]
    while todo:
        here, value = todo.pop()
        if isinstance(value, dict) and value:
            todo.extend(((*here, key), inner) for key, inner in reversed(value.items()))
        else:
            yield _part(document, here)


def _part(document: Document, path: Keys) -> Part:
    name = ".".join(path)
    if not isinstance(document, Merged):
        return Part(name, Source(value_at(document.data, path), document.key_position(path)))
    base, patch = document.base, document.patch
    upstream = (
        Source(value_at(base.data, path), base.key_position(path)) if base.depth(path) == len(path) else None
    )
    removed = document.removal(path)
    if removed is not None:
        return Part(name, Source(None, removed), upstream)
    now = Source(value_at(document.data, path), document.key_position(path))
    return Part(name, now, upstream if document.origin(path) is patch else None)
