"""The tree as the checks see it: trees, texts and ids, read from plain data that may still be wrong.

What has the wrong shape is passed over here, so that every rule can run on any file; the schema reports it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from decision_tree.reading.load import Document
from decision_tree.texts.prose import citations

Path = tuple[str | int, ...]
Keys = tuple[str, ...]
"""A path through mappings alone."""

PATH_FINDER = "path-finder"
PLAN_FINDER = "plan-type"

NOT_SURE = "not-sure"
"""The id of the option that every question has for people who do not know."""

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


@dataclass(frozen=True)
class Edge:
    """One option: where it stands, and where it leads."""

    question: str
    option: str
    to: str
    path: Path
    """The way to its `next`."""


@dataclass(frozen=True)
class Finder:
    """One of the trees: its start, questions and outcomes."""

    id: str
    base: Keys
    """The way to the mapping that holds the tree: empty for the path finder."""
    start: str | None
    questions: Mapping[str, Mapping[str, Any]]
    outcomes: Mapping[str, Any]
    edges: Mapping[str, tuple[Edge, ...]] = field(repr=False)
    """The options of each question that lead somewhere, in the order shown."""

    def path(self, id_: str) -> Path:
        """Return the way to a question or outcome."""
        return (*self.base, "questions" if id_ in self.questions else "outcomes", id_)


def mapping(value: object) -> Mapping[str, Any]:
    """Return `value` where it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def value_at(data: object, path: Iterable[str]) -> Any:
    """Return the value at `path` in mappings within mappings, or nothing where there is none."""
    for step in path:
        data = mapping(data).get(step)
    return data


def listing(value: object) -> tuple[str, ...]:
    """Return the texts in `value` where it is a list, or the text that it is."""
    if isinstance(value, str):
        return (value,)
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def items(value: object) -> Iterator[tuple[int, Any]]:
    """Yield the numbered items of `value` where it is a list."""
    return enumerate(value) if isinstance(value, list) else iter(())


def finders(tree: Document) -> tuple[Finder, ...]:
    """Return the path finder and, where the file has one, the plan finder."""
    data = mapping(tree.data)
    found = [_finder(PATH_FINDER, (), data)]
    if isinstance(data.get("plan_finder"), dict):
        found.append(_finder(PLAN_FINDER, ("plan_finder",), data["plan_finder"]))
    return tuple(found)


def _finder(id_: str, base: Keys, data: Mapping[str, Any]) -> Finder:
    start = data.get("start")
    questions = {key: mapping(value) for key, value in mapping(data.get("questions")).items()}
    edges = {key: tuple(_edges(key, value, (*base, "questions", key))) for key, value in questions.items()}
    return Finder(
        id_, base, start if isinstance(start, str) else None, questions, mapping(data.get("outcomes")), edges
    )


def _edges(question: str, data: Mapping[str, Any], path: Path) -> Iterator[Edge]:
    for option, value in mapping(data.get("options")).items():
        to = mapping(value).get("next")
        if isinstance(to, str):
            yield Edge(question, option, to, (*path, "options", option, "next"))


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


def keys(data: object) -> Iterator[str]:
    """Yield every key in `data`, at any depth."""
    for key, inner in mapping(data).items():
        yield key
        yield from keys(inner)
