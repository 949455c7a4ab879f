"""Reads a YAML file into plain data in which every key and value knows its file, line and column.

What a tree may hold is left to the schema and the checks. Only what would lose or twist what the editor
wrote is refused here: a key that stands twice, an anchor, a tag, a second document, a character that
cannot be seen. `yes`, `no`, `on` and `off` are read as the words they are.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from decision_tree.problems import Position, Problem, UnreadableError
from decision_tree.reading import plain
from decision_tree.reading.parse import INVISIBLE, NOTHING, UNREADABLE, Builder, Spot

LARGEST_FILE = 32 * 1024 * 1024
"""Bytes. The whole guide is under one megabyte."""

MOST_INVISIBLE = 20
"""Invisible characters that are told one by one; a file with more of them is not a text."""

LINE_END = re.compile(r"\r\n|\r|\n")

Steps = Sequence[str | int]
"""A way into the data, e.g. `("questions", "letter", "text")`."""


@dataclass(frozen=True)
class Document:
    """A file that was read, e.g. `load(Path("decision_tree/tree.yml"))`."""

    file: str
    """The file's name as messages give it."""

    text: str
    """The file's whole text."""

    data: Any
    """Plain dict, list, str, int, float, bool and None; empty where nothing could be read."""

    spots: Spot = field(repr=False)
    """Where every key and value stands, in the same shape as the data."""

    problems: tuple[Problem, ...] = ()
    """What was wrong with the file as YAML, sorted."""

    complete: bool = True
    """False where reading had to stop before the end, so that the data lacks the rest."""

    @property
    def layers(self) -> tuple["Document", ...]:
        """Every document that this one is made of, the lowest first: a file by itself is one layer."""
        return (self,)

    def origin(self, path: Steps) -> "Document":
        """Return the layer that the value at `path` comes from."""
        del path
        return self

    def position(self, path: Steps) -> Position:
        """Return where the value at `path` stands; of a missing one, where what should hold it stands."""
        spot = self._spot(path)
        return Position(self.file, spot.line, spot.column)

    def key_position(self, path: Steps) -> Position:
        """Return where the key of the value at `path` stands; of an item in a list, the item."""
        spot = self._spot(path)
        return Position(self.file, spot.key_line or spot.line, spot.key_column or spot.column)

    def end(self, path: Steps) -> Position:
        """Return where the text at `path` ends; of a mapping or list, where it starts."""
        return self._at(self._spot(path).end)

    def words(self, path: Steps) -> str:
        """Return the text at `path` as it is written, with its quotation marks; of a mapping, nothing."""
        spot = self._spot(path)
        return self.text[self._offset(spot.line, spot.column) : spot.end]

    def find(self, path: Steps, words: str) -> Position:
        """Return where `words` stand in the text at `path`, wrapped or not; else where it starts."""
        spot = self._spot(path)
        start = self._offset(spot.line, spot.column)
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        match = re.compile(pattern).search(self.text, start, spot.end) if pattern else None
        return self._at(match.start()) if match else Position(self.file, spot.line, spot.column)

    def removal(self, path: Steps) -> Position | None:
        """Return where something takes away what stood at `path`; a file by itself takes nothing away."""
        del path
        return None

    def removed_keys(self, path: Steps) -> tuple[str, ...]:
        """Return the keys that something takes away from the mapping at `path`."""
        del path
        return ()

    def depth(self, path: Steps) -> int:
        """Return how many steps of `path` this file has, from the first on."""
        return len(list(self._along(path)))

    def places(self) -> Iterator[tuple[plain.Path, Spot]]:
        """Yield the path of every value in this file, the file itself first, with where it stands."""
        todo: list[tuple[plain.Path, Spot]] = [((), self.spots)]
        while todo:
            path, spot = todo.pop()
            yield path, spot
            todo.extend(((*path, key), inner) for key, inner in (spot.inside or {}).items())

    def part(self, key: str) -> "Document":
        """Return what stands under a key of this file as a document of its own; empty where nothing does."""
        data = self.data.get(key) if isinstance(self.data, dict) else None
        spot = next(self._along((key,)), NOTHING)
        return Document(self.file, self.text, {} if data is None else data, spot, (), self.complete)

    def without(self, key: str) -> "Document":
        """Return this file without one of its keys."""
        if not isinstance(self.data, dict) or key not in self.data:
            return self
        data = {name: value for name, value in self.data.items() if name != key}
        return Document(self.file, self.text, data, self.spots, self.problems, self.complete)

    def _spot(self, path: Steps) -> Spot:
        spot = self.spots
        for spot in self._along(path):  # noqa: B007 (the last one is wanted)
            pass
        return spot

    def _along(self, path: Steps) -> Iterator[Spot]:
        """Yield the place of each step of `path`, as far as this file has it."""
        spot = self.spots
        for step in path:
            if spot.inside is None or step not in spot.inside:
                return
            spot = spot.inside[step]
            yield spot

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    def _offset(self, line: int, column: int) -> int:
        starts = self._starts
        return starts[min(line, len(starts)) - 1] + column - 1

    def _at(self, offset: int) -> Position:
        starts = self._starts
        line = bisect_right(starts, offset)
        return Position(self.file, line, offset - starts[line - 1] + 1)


def load(path: Path, name: str | None = None) -> Document:
    """Read the file at `path`; messages call it `name`. Raises UnreadableError where it cannot be read."""
    file = name or str(path)
    try:
        with path.open("rb") as stream:
            raw = stream.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it cannot be opened"
        raise UnreadableError(
            [Problem(file, 1, 1, "error", UNREADABLE, f"cannot read this file: {reason}")]
        ) from error
    return load_bytes(raw, file)


def load_bytes(raw: bytes, file: str) -> Document:
    """Read a file's bytes, which must be UTF-8."""
    try:
        text = decoded(raw, file)
    except UnreadableError as error:
        return Document(file, "", {}, NOTHING, tuple(error.problems), complete=False)
    return load_text(text, file)


def decoded(raw: bytes, file: str) -> str:
    """Return the text of a file's bytes. Raises UnreadableError where they are not UTF-8, or far too many."""
    if len(raw) > LARGEST_FILE:
        message = "the file is larger than 32 MiB (a guide is text: is this the right file?)"
        raise _refused(file, 1, 1, message)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refused(file, 1, 1, "the file is UTF-16 (save it with the encoding UTF-8)")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # A position after the mark that "utf-8-sig" cuts off counts from behind that mark.
        before = error.object[: error.start].decode("utf-8", "ignore")
        line, column = _count(before)
        byte = error.object[error.start]
        message = f"the byte 0x{byte:02X} is not UTF-8 (save the file with the encoding UTF-8)"
        raise _refused(file, line, column, message) from error


def load_text(text: str, file: str) -> Document:
    """Read a file's text."""
    if hidden := invisible(text, file):
        return Document(file, text, {}, NOTHING, hidden, complete=False)
    built = Builder(text, file).build()
    return Document(file, text, built.data, built.spots, tuple(sorted(built.problems)), built.complete)


def invisible(text: str, file: str) -> tuple[Problem, ...]:
    """Return a problem for each character of a file's text that nobody sees; of many, the first."""
    return tuple(
        Problem(file, *_count(text[: match.start()]), "error", UNREADABLE, _invisible(match.group()))
        for match, _ in zip(INVISIBLE.finditer(text), range(MOST_INVISIBLE), strict=False)
    )


def _invisible(character: str) -> str:
    name = "NUL" if character == "\0" else f"U+{ord(character):04X}"
    hint = "is the file UTF-16? save it as UTF-8" if character == "\0" else "delete it"
    return f"an invisible character, {name}, stands here ({hint})"


def _count(before: str) -> tuple[int, int]:
    ends = list(LINE_END.finditer(before))
    return len(ends) + 1, len(before) - (ends[-1].end() if ends else 0) + 1


def _refused(file: str, line: int, column: int, message: str) -> UnreadableError:
    return UnreadableError([Problem(file, line, column, "error", UNREADABLE, message)])
