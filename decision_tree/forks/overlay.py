"""Lays a fork's `local.yml` over the guide: JSON Merge Patch (RFC 7396), each value with its file and line.

A mapping in the patch is merged key by key, `null` removes, anything else takes the place of what was there.
The result is a Document like any other, and problems in what came from the patch stand at the patch's lines.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from decision_tree.outline import Keys, mapping, value_at
from decision_tree.problems import Names, Position
from decision_tree.reading.load import Document, Steps

REFERENCE = "reference"
"""The key of `local.yml` below which reference files are patched, by their names."""


@dataclass(frozen=True)
class Merged(Document):
    """A document with a patch laid over it, e.g. `merge(tree, local)`."""

    base: Document = field(repr=False, kw_only=True)
    """Upstream's document."""
    patch: Document = field(repr=False, kw_only=True)
    """The fork's document, or the part of it that patches this base."""

    def origin(self, path: Steps) -> Document:
        """Return the document that the value at `path` comes from; of a merged mapping, the patch."""
        return self.patch if self.patch.depth(path) >= max(1, self.base.depth(path)) else self.base

    def position(self, path: Steps) -> Position:
        """Return where the value at `path` stands, in the file that it comes from."""
        return self.origin(path).position(path)

    def key_position(self, path: Steps) -> Position:
        """Return where the key of the value at `path` stands, in the file that it comes from."""
        return self.origin(path).key_position(path)

    def find(self, path: Steps, words: str) -> Position:
        """Return where `words` stand in the text at `path`, in the file that it comes from."""
        return self.origin(path).find(path, words)

    def removal(self, path: Steps) -> Position | None:
        """Return where the patch removes what the base has at `path` or around it, or nothing."""
        value: Any = self.patch.data
        for number, step in enumerate(path):
            if not isinstance(value, dict) or step not in value:
                return None
            value = value[step]
            if value is None:
                return self.patch.key_position(path[: number + 1])
        return None

    def removed_keys(self, path: Steps) -> tuple[str, ...]:
        """Return the keys that the patch takes away from the mapping at `path`."""
        inner = mapping(value_at(self.patch.data, map(str, path)))
        return tuple(key for key, value in inner.items() if value is None)


def upstream(document: Document) -> Document:
    """Return the document as upstream has it, without what a fork lays over it."""
    return document.base if isinstance(document, Merged) else document


def merge(base: Document, patch: Document) -> Document:
    """Return `base` with `patch` laid over it; a patch that holds nothing changes nothing."""
    if patch.data == {} and not patch.problems:
        return base
    return Merged(
        file=base.file,
        text=base.text,
        data=merged(base.data, patch.data),
        spots=base.spots,
        problems=base.problems,
        complete=base.complete and patch.complete,
        base=base,
        patch=patch,
    )


def merged(base: Any, patch: Any) -> Any:
    """Apply a merge patch to plain data (RFC 7396, section 2); neither is changed."""
    if not isinstance(patch, dict):
        return patch
    result: dict[str, Any] = dict(base) if isinstance(base, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result


def removals(patch: Any) -> Iterator[Keys]:
    """Yield the path of each `null` in the data of a patch, in the order in which they stand."""
    todo: list[tuple[Keys, Any]] = [((), patch)]
    while todo:
        path, value = todo.pop()
        if value is None and path:
            yield path
        todo.extend(((*path, key), inner) for key, inner in reversed([*mapping(value).items()]))


def without(data: Any, path: Steps) -> Any:
    """Return a copy of `data` without the value at `path`, nor the mappings that held nothing else."""
    key, *rest = path
    inner = without(data[key], rest) if rest else None
    others = {name: value for name, value in data.items() if name != key}
    return {**data, key: inner} if inner else others


def idle_removals(base: Document, patch: Document) -> Iterator[tuple[Keys, Names]]:
    """Yield each `null` in the patch that removes nothing, with the names that stand there."""
    todo: list[tuple[Keys, Mapping[str, Any], Any]] = [((), mapping(patch.data), base.data)]
    while todo:
        path, changes, known = todo.pop()
        names = Names(list(mapping(known)))
        for key, value in changes.items():
            if isinstance(value, dict):
                todo.append(((*path, key), value, mapping(known).get(key)))
            elif value is None and key not in names:
                yield (*path, key), names
