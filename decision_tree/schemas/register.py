"""The register of texts: which strings a reader may see, of which kind, with which blanks.

The JSON Schemas say it, in two keywords of ours:

- `"reads": KIND` on a schema of a string says how readers meet it; `KINDS` has them all. Every schema of a
  string has it, or says that the string is an id, a choice or a date.
- `"blanks": ["number", "left"]` beside it names the blanks in braces that pages fill in: "Question {number}".

What a schema says itself comes before what its `$ref` says. Followed are `properties`, `patternProperties`,
`additionalProperties`, `items`, `oneOf`, `anyOf`, `allOf`, `then`, `else`, and `$ref`, also to a file beside.

A schema is read once, into a plan that is walked beside the data. Data of the wrong shape is passed over: the
schema check tells of it. What may stand in a text is left to the rules, which choose by kind.
"""

import json
import pathlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, cast, get_args

from decision_tree.problems import Problem, UnreadableError
from decision_tree.reading.load import Document
from decision_tree.reading.plain import Path
from decision_tree.texts.prose import citations

Kind = Literal["prose", "line", "label", "script", "name", "paper", "address", "nobody"]

KINDS: Mapping[Kind, str] = {
    "prose": "Markdown of one paragraph or several; may cite, link and print shared passages",
    "line": "Markdown of one paragraph; may cite and link",
    "label": "plain words: a title, a label, a note",
    "script": "plain words to say or to write, of one paragraph or several, with [gaps] for the reader",
    "name": "plain words of whoever publishes the guide: its name, a line about them",
    "paper": "a line on a drawn paper: invented data",
    "address": "an address or a number to call, shown as it stands and followed",
    "nobody": "no page shows it: a note for editors, a color, the name of a file",
}
"""Every value of `reads`; all but the last are in the register."""

MARKDOWN: frozenset[Kind] = frozenset({"prose", "line"})
"""The kinds that pages read as Markdown."""

WORDS: frozenset[Kind] = frozenset({"prose", "line", "label", "script"})
"""The kinds in which the guide itself speaks to the reader."""

BLANK_NAME = re.compile(r"[a-z][a-z0-9_]*")
BRANCHES = ("allOf", "anyOf", "oneOf")
CONDITIONS = ("then", "else")


class AnnotationError(Exception):
    """A schema annotates a text wrongly; the message begins with the file and the place in it."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text that a reader may see, e.g. the hint of an option."""

    document: Document
    path: Path
    words: str
    kind: Kind
    blanks: tuple[str, ...] = ()
    """The names of the blanks that the pages fill in."""

    @property
    def cites(self) -> tuple[str, ...]:
        """The facts that it cites, in order."""
        return citations(self.words)


@dataclass(slots=True)
class _Plan:
    """What to do with a value: whether it is a text, and the plans for what it holds."""

    kind: Kind | None = None
    blanks: tuple[str, ...] = ()
    keys: dict[str, "_Plan | None"] = field(default_factory=dict)
    patterns: tuple[tuple[re.Pattern[str], "_Plan | None"], ...] = ()
    others: "_Plan | None" = None
    items: "_Plan | None" = None
    by_id: bool = False
    """Whether the keys are ids that an editor chooses, so that their order is the order shown."""

    def under(self, step: str | int) -> "_Plan | None":
        """Return the plan for what stands under a key or at a place of a list."""
        if isinstance(step, int):
            return self.items
        if step in self.keys:
            return self.keys[step]
        return next((plan for pattern, plan in self.patterns if pattern.search(step)), self.others)

    def inner(self) -> Iterator["_Plan"]:
        """Yield the plans for all that it may hold."""
        plans = (*self.keys.values(), *(plan for _, plan in self.patterns), self.others, self.items)
        return (plan for plan in plans if plan is not None)


class Register:
    """The texts of documents that keep to one schema: `Register.read(path).texts(document)`."""

    def __init__(self, plan: _Plan) -> None:
        self._plan = plan

    @classmethod
    def read(cls, path: pathlib.Path) -> "Register":
        """Return the register that the schema at `path` says, compiled once for as long as the program runs.

        Raises UnreadableError where a schema cannot be read, and AnnotationError where it annotates wrongly.
        """
        return _read(path)

    def texts(self, document: Document) -> tuple[Text, ...]:
        """Return every text of a document that a reader may see, in the order in which they stand there."""
        found: list[Text] = []
        _walk(self._plan, document.data, (), document, found)
        return tuple(found)

    def kind(self, path: Sequence[str | int]) -> Kind | None:
        """Return the kind of the text that may stand at `path`; None where no reader sees what does."""
        plan = self._at(path)
        return plan.kind if plan is not None else None

    def is_by_id(self, path: Sequence[str | int]) -> bool:
        """Whether at `path` stands a mapping by ids, in the order shown, and not the parts of one thing."""
        plan = self._at(path)
        return plan is not None and plan.by_id

    def _at(self, path: Sequence[str | int]) -> _Plan | None:
        plan: _Plan | None = self._plan
        for step in path:
            plan = plan.under(step) if plan is not None else None
        return plan


def _walk(plan: _Plan, value: Any, path: Path, document: Document, found: list[Text]) -> None:
    if type(value) is str:
        if plan.kind is not None:
            found.append(Text(document, path, value, plan.kind, plan.blanks))
    elif type(value) is dict:
        keys, others, plain = plan.keys, plan.others, not plan.patterns
        for key, inner in value.items():
            next_ = keys.get(key, others) if plain else plan.under(key)
            if next_ is not None:
                _walk(next_, inner, (*path, key), document, found)
    elif type(value) is list and plan.items is not None:
        for number, inner in enumerate(value):
            _walk(plan.items, inner, (*path, number), document, found)


@cache
def _read(path: pathlib.Path) -> Register:
    return Register(_Compiler().compiled(path))


@dataclass(frozen=True, slots=True)
class _Node:
    """A schema in a schema, and the file that its `$ref` is read from."""

    schema: Mapping[str, Any]
    file: pathlib.Path


class _Compiler:
    """Turns schemas into plans; each set of schemas that hold for one value becomes one plan."""

    def __init__(self) -> None:
        self._files: dict[pathlib.Path, Mapping[str, Any]] = {}
        self._plans: dict[tuple[int, ...], _Plan] = {}

    def compiled(self, path: pathlib.Path) -> _Plan:
        """Return the plan of the whole schema at `path`."""
        root = self._plan([_Node(self._file(path), path)])
        _drop_idle(self._plans.values())
        return root if root is not None else _Plan()

    def _plan(self, nodes: Iterable[_Node]) -> _Plan | None:
        parts = self._parts(nodes)
        if not parts:
            return None
        key = tuple(id(part.schema) for part in parts)
        if key not in self._plans:
            # A schema may refer to itself: the plan is known before it is filled in.
            plan = self._plans[key] = _Plan()
            self._fill(plan, parts)
        return self._plans[key]

    def _fill(self, plan: _Plan, parts: Sequence[_Node]) -> None:
        plan.kind, plan.blanks = _annotation(parts)
        for key in dict.fromkeys(key for part in parts for key in part.schema.get("properties", {})):
            plan.keys[key] = self._plan(self._under(parts, key))
        patterns = dict.fromkeys(key for part in parts for key in part.schema.get("patternProperties", {}))
        plan.patterns = tuple(
            (re.compile(pattern), self._plan(_inner(parts, "patternProperties", pattern)))
            for pattern in patterns
        )
        plan.others = self._plan(_inner(parts, "additionalProperties"))
        plan.items = self._plan(_inner(parts, "items"))
        plan.by_id = bool(patterns) or any(_inner(parts, "additionalProperties"))

    def _under(self, parts: Sequence[_Node], key: str) -> Iterator[_Node]:
        """Yield what each of the parts says of one key."""
        for part in parts:
            if key in part.schema.get("properties", {}):
                yield from _inner([part], "properties", key)
            else:
                yield from _inner([part], "additionalProperties")

    def _parts(self, nodes: Iterable[_Node]) -> list[_Node]:
        """Return the schemas that may hold for the same value, the nearest first."""
        found: dict[int, _Node] = {}
        todo = list(nodes)
        for node in todo:
            if id(node.schema) not in found:
                found[id(node.schema)] = node
                todo.extend(self._also(node))
        return list(found.values())

    def _also(self, node: _Node) -> Iterator[_Node]:
        if "$ref" in node.schema:
            yield self._target(node)
        for key in BRANCHES:
            yield from (_Node(one, node.file) for one in node.schema.get(key, ()) if isinstance(one, dict))
        for key in CONDITIONS:
            yield from _inner([node], key)

    def _target(self, node: _Node) -> _Node:
        """Return what a `$ref` leads to, in the same file or in one beside it."""
        name, _, place = node.schema["$ref"].partition("#")
        file = node.file.parent / name if name else node.file
        target: Any = self._file(file)
        for step in place.split("/")[1:]:
            target = (
                target.get(step.replace("~1", "/").replace("~0", "~")) if isinstance(target, dict) else None
            )
        if not isinstance(target, dict):
            raise AnnotationError(f"{node.file}: $ref {node.schema['$ref']!r} leads nowhere")
        return _Node(target, file)

    def _file(self, path: pathlib.Path) -> Mapping[str, Any]:
        if path not in self._files:
            try:
                self._files[path] = json.loads(path.read_text(encoding="utf-8"))
            except (OSError, ValueError) as error:
                message = "cannot read this schema (take the file from the release again)"
                raise UnreadableError([Problem(str(path), 1, 1, "error", "unreadable", message)]) from error
        return self._files[path]


def _inner(parts: Iterable[_Node], *steps: str) -> Iterator[_Node]:
    """Yield what each of the parts has under these keywords, where that is a schema."""
    for part in parts:
        value: Any = part.schema
        for step in steps:
            value = value.get(step) if isinstance(value, dict) else None
        if isinstance(value, dict):
            yield _Node(value, part.file)


def _annotation(parts: Sequence[_Node]) -> tuple[Kind | None, tuple[str, ...]]:
    """Return what the nearest of the schemas says that a string is. Raises AnnotationError."""
    kind = next((_kind(part) for part in parts if "reads" in part.schema), None)
    blanks = next((_blanks(part) for part in parts if "blanks" in part.schema), ())
    if blanks and kind not in WORDS:
        raise AnnotationError(f"{parts[0].file}: blanks {', '.join(blanks)} stand beside no `reads` of words")
    return (None if kind == "nobody" else kind), blanks


def _kind(part: _Node) -> Kind:
    kind = part.schema["reads"]
    if kind not in get_args(Kind):
        raise AnnotationError(f"{part.file}: reads: {kind!r} is none of {', '.join(get_args(Kind))}")
    types = part.schema.get("type", "string")
    if "string" not in ([types] if isinstance(types, str) else types):
        raise AnnotationError(
            f"{part.file}: reads: {kind!r} stands beside type: {types!r}, which is no string"
        )
    return cast("Kind", kind)


def _blanks(part: _Node) -> tuple[str, ...]:
    blanks = part.schema["blanks"]
    if not isinstance(blanks, list) or not all(
        isinstance(b, str) and BLANK_NAME.fullmatch(b) for b in blanks
    ):
        raise AnnotationError(f"{part.file}: blanks: {blanks!r} is no list of names")
    return tuple(blanks)


def _drop_idle(plans: Iterable[_Plan]) -> None:
    """Take out what leads to no text, so that data is not walked in vain."""
    plans = list(plans)
    lead = {id(plan) for plan in plans if plan.kind is not None}
    grown = True
    while grown:
        more = {id(plan) for plan in plans if any(id(inner) in lead for inner in plan.inner())} - lead
        lead |= more
        grown = bool(more)

    def kept(plan: _Plan | None) -> _Plan | None:
        return plan if plan is not None and id(plan) in lead else None

    for plan in plans:
        plan.keys = {key: kept(inner) for key, inner in plan.keys.items()}
        plan.patterns = tuple((pattern, kept(inner)) for pattern, inner in plan.patterns)
        plan.others, plan.items = kept(plan.others), kept(plan.items)
