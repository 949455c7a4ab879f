"""Lays documents over each other, any number: upstream's file, a translation of it, a fork's own file.

Each is a JSON Merge Patch (RFC 7396) of what lies below it: a mapping is merged key by key, `null` removes,
anything else takes the place of what was there. The result is a Document like any other. Each of its values
knows the layer that it comes from, so that a problem in it is told at that layer's line; what is gone knows
the line that removes it. What a layer may say is left to the schemas and the checks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from decision_tree.problems import Names, Position
from decision_tree.reading.load import Document, Steps
from decision_tree.reading.plain import Keys, mapping, value_at

REFERENCE = "reference"
"""The key of a fork's file below which reference files are patched, by their names."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that is left out on the way from a layer to the laid document, lest the two contradict."""

    step: str
    """The step that leaves it out."""
    position: Position
    """Where the layer's author is told."""
    message: str


@dataclass(frozen=True)
class Laid(Document):
    """A document with a layer over it, e.g. `Laid.of(tree, local)`. What is below may be laid itself."""

    below: Document = field(repr=False, kw_only=True)
    """What the layer lies over, as it is without the layer."""
    over: Document = field(repr=False, kw_only=True)
    """The layer: a file, or the part of one that is for the document below."""
    left_out: tuple[LeftOut, ...] = field(default=(), repr=False, kw_only=True)

    @classmethod
    def of(cls, below: Document, over: Document, left_out: tuple[LeftOut, ...] = ()) -> "Laid":
        """Return `below` with the layer `over` on top."""
        return cls(
            file=below.file,
            text=below.text,
            data=merged(below.data, over.data),
            spots=below.spots,
            problems=(*below.problems, *over.problems),
            complete=below.complete and over.complete,
            below=below,
            over=over,
            left_out=left_out,
        )

    @property
    def layers(self) -> tuple[Document, ...]:
        """Every document that this one is made of, the lowest first."""
        return (*self.below.layers, self.over)

    def origin(self, path: Steps) -> Document:
        """Return the layer that the value at `path` comes from; of a merged mapping, the highest."""
        is_here = self.over.depth(path) >= max(1, self.below.depth(path))
        return self.over if is_here else self.below.origin(path)

    def position(self, path: Steps) -> Position:
        """Return where the value at `path` stands, in the layer that it comes from."""
        return self.origin(path).position(path)

    def key_position(self, path: Steps) -> Position:
        """Return where the key of the value at `path` stands, in the layer that it comes from."""
        return self.origin(path).key_position(path)

    def end(self, path: Steps) -> Position:
        """Return where the text at `path` ends, in the layer that it comes from."""
        return self.origin(path).end(path)

    def words(self, path: Steps) -> str:
        """Return the text at `path` as it is written in the layer that it comes from."""
        return self.origin(path).words(path)

    def find(self, path: Steps, words: str) -> Position:
        """Return where `words` stand in the text at `path`, in the layer that it comes from."""
        return self.origin(path).find(path, words)

    def depth(self, path: Steps) -> int:
        """Return how many steps of `path` any of the layers has."""
        return max(self.below.depth(path), self.over.depth(path))

    def removal(self, path: Steps) -> Position | None:
        """Return where the highest layer that decides removes what stands at `path` or around it."""
        value: Any = self.over.data
        for number, step in enumerate(path):
            if not isinstance(value, dict):
                return None  # another value took its place
            if step not in value:
                return self.below.removal(path)
            value = value[step]
            if value is None:
                return self.over.key_position(path[: number + 1])
        return None

    def removed_keys(self, path: Steps) -> tuple[str, ...]:
        """Return the keys that layers take away from the mapping at `path`."""
        inner = mapping(value_at(self.over.data, path))
        here = tuple(key for key, value in inner.items() if value is None)
        return (*here, *(key for key in self.below.removed_keys(path) if key not in inner))

    def overridden(self) -> Iterator[Keys]:
        """Yield the path of each value of the layer that replaces one from below, or is new there."""
        todo: list[tuple[Keys, Any, Any]] = [((), self.over.data, self.below.data)]
        while todo:
            path, new, old = todo.pop()
            if isinstance(new, dict) and isinstance(old, dict):
                todo.extend(((*path, key), value, old.get(key)) for key, value in new.items())
            elif path:
                yield path

    def idle_removals(self) -> Iterator[tuple[Keys, Names]]:
        """Yield each `null` of the layer that removes nothing, with the names that stand there."""
        todo: list[tuple[Keys, Mapping[str, Any], Any]] = [((), mapping(self.over.data), self.below.data)]
        while todo:
            path, changes, known = todo.pop()
            names = Names(list(mapping(known)))
            for key, value in changes.items():
                if isinstance(value, dict):
                    todo.append(((*path, key), value, mapping(known).get(key)))
                elif value is None and key not in names:
                    yield (*path, key), names


def lay(below: Document, over: Document) -> Document:
    """Return `below` with the layer `over` on top; a layer that says nothing changes nothing."""
    return Laid.of(below, over) if says_anything(over) else below


def says_anything(layer: Document) -> bool:
    """Whether a layer changes something, or would if it could be read."""
    return layer.data != {} or bool(layer.problems)


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


def removals(data: Any) -> Iterator[Keys]:
    """Yield the path of each `null` in the data of a layer, in the order in which they stand."""
    todo: list[tuple[Keys, Any]] = [((), data)]
    while todo:
        path, value = todo.pop()
        if value is None and path:
            yield path
        todo.extend(((*path, key), inner) for key, inner in reversed([*mapping(value).items()]))
