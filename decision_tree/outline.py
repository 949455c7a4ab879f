"""The texts of the guide's files, read from plain data that may still be wrong.

What has the wrong shape is passed over here, so that every rule can run on any file; the schema reports it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from decision_tree.reading.load import Document
from decision_tree.reading.plain import Path, mapping
from decision_tree.texts.prose import citations

INTERFACE = "interface"
"""The part of the tree whose texts have blanks in braces, which the pages fill in: `{name}`."""

BY_ID = frozenset({"items", "belongs", "passages", "takeaways", INTERFACE})
"""Mappings whose keys are ids and whose values are texts, so that a key there says nothing of its value."""

NO_PROSE = frozenset(
    {"start", "next", "path", "track", "channel", "steps", "example", "related", "plans", "lines"}
)
"""Keys that hold ids or letters; and the lines on drawn papers, whose data is invented and marked as such."""

PLAIN_LINES = ("examples",)
"""Where the tree has lines of plain text, those on drawn papers: no prose, and yet seen."""

NO_PROSE_AT_TOP = frozenset({"aliases", "dropped_citations", "not_claims", "start"})


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the tree, e.g. the hint of an option."""

    path: Path
    words: str
    cites: tuple[str, ...]
    """The facts that it cites, in order."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One text that a reader may see, in whichever file: the tree, the reference data, the settings."""

    document: Document
    path: Path
    words: str
    is_prose: bool = True
    """Whether pages may read it as Markdown; else it is a line of plain text."""


def texts(tree: Document) -> tuple[Text, ...]:
    """Return every text that a reader may see, in the order in which they stand in the file."""
    found: list[Text] = []
    todo: list[tuple[Path, Any]] = [
        ((), {k: v for k, v in mapping(tree.data).items() if k not in NO_PROSE_AT_TOP})
    ]
    while todo:
        path, value = todo.pop()
        if isinstance(value, str):
            found.append(Text(path, value, citations(value)))
        elif isinstance(value, dict):
            any_key = bool(path) and path[-1] in BY_ID
            todo.extend(
                ((*path, key), inner)
                for key, inner in reversed(value.items())
                if any_key or key not in NO_PROSE or isinstance(inner, dict)
            )
        elif isinstance(value, list):
            todo.extend(((*path, number), value[number]) for number in range(len(value) - 1, -1, -1))
    return tuple(found)


def strings(data: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text in `data`, which stands at `path`, with its way."""
    todo: list[tuple[Path, object]] = [(path, data)]
    while todo:
        here, value = todo.pop()
        if isinstance(value, str):
            yield here, value
        elif isinstance(value, dict):
            todo.extend(((*here, key), inner) for key, inner in reversed(value.items()))
        elif isinstance(value, list):
            todo.extend(((*here, number), value[number]) for number in range(len(value) - 1, -1, -1))
