"""What the schemas say of readers: which strings they see, of which kind, with which blanks.

Two keywords of ours say it:

- `"reads": KIND` on a schema of a string says how readers meet it; `KINDS` has them all. Every schema of a
  string has it, or says that the string is an id, a choice or a date.
- `"blanks": ["number", "left"]` beside it names the blanks in braces that pages fill in: "Question {number}".

What a schema says itself comes before what its `$ref` says. Followed are `properties`, `patternProperties`,
`additionalProperties`, `items`, `oneOf`, `anyOf`, `allOf`, `then`, `else`, and `$ref`, also to a file beside.

A schema is read once, into a plan that `register` walks beside the data.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast

from decision_tree.problems import Problem, UnreadableError
from decision_tree.schemas.bundled import bundled, steps_of

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

WORDS: frozenset[Kind] = frozenset({"prose", "line", "label", "script"})
"""The kinds in which the guide itself speaks to the reader."""

BLANK_NAME = re.compile(r"[a-z][a-z0-9_]*")
BRANCHES = ("allOf", "anyOf", "oneOf")
CONDITIONS = ("then", "else")

Part = Mapping[str, Any]
"""A schema, or a schema in one."""


class AnnotationError(UnreadableError):
    """A schema annotates a text wrongly, so that what it is for cannot be read."""

    def __init__(self, file: Path, message: str) -> None:
        super().__init__([Problem(str(file), 1, 1, "error", "unreadable", message)])


@dataclass(slots=True)
class Plan:
    """What to do with a value: whether it is a text, and the plans for what it holds."""

    kind: Kind | None = None
    blanks: tuple[str, ...] = ()
    keys: dict[str, "Plan | None"] = field(default_factory=dict)
    patterns: tuple[tuple[re.Pattern[str], "Plan | None"], ...] = ()
    others: "Plan | None" = None
    items: "Plan | None" = None
    by_id: bool = False
    """Whether the keys are ids that an editor chooses, so that their order is the order shown."""

    def under(self, step: str | int) -> "Plan | None":
        """Return the plan for what stands under a key or at a place of a list."""
        if isinstance(step, int):
            return self.items
        if step in self.keys:
            return self.keys[step]
        return next((plan for pattern, plan in self.patterns if pattern.search(step)), self.others)

    def inner(self) -> Iterator["Plan"]:
        """Yield the plans for all that it may hold."""
        plans = (*self.keys.values(), *(plan for _, plan in self.patterns), self.others, self.items)
        return (plan for plan in plans if plan is not None)


def plan_of(schema: Path) -> Plan:
    """Return the plan that the schema in the file `schema` says.

    Raises UnreadableError where a schema cannot be read, AnnotationError where it annotates wrongly.
    """
    return _Compiler(schema).compiled()


class _Compiler:
    """Turns schemas into plans; each set of schemas that hold for one value becomes one plan."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._whole: Part = bundled(path)
        except (OSError, ValueError) as error:
            message = "cannot read this schema (take the file from the release again)"
            raise UnreadableError([Problem(str(path), 1, 1, "error", "unreadable", message)]) from error
        self._plans: dict[tuple[int, ...], Plan] = {}

    def compiled(self) -> Plan:
        """Return the plan of the whole schema."""
        root = self._plan([self._whole])
        _drop_idle(self._plans.values())
        return root if root is not None else Plan()

    def _plan(self, nodes: Iterable[Part]) -> Plan | None:
        parts = self._parts(nodes)
        if not parts:
            return None
        key = tuple(id(part) for part in parts)
        if key not in self._plans:
            # A schema may refer to itself: the plan is known before it is filled in.
            plan = self._plans[key] = Plan()
            self._fill(plan, parts)
        return self._plans[key]

    def _fill(self, plan: Plan, parts: Sequence[Part]) -> None:
        plan.kind, plan.blanks = self._annotation(parts)
        for key in dict.fromkeys(key for part in parts for key in part.get("properties", {})):
            plan.keys[key] = self._plan(self._under(parts, key))
        patterns = dict.fromkeys(key for part in parts for key in part.get("patternProperties", {}))
        plan.patterns = tuple(
            (re.compile(pattern), self._plan(_inner(parts, "patternProperties", pattern)))
            for pattern in patterns
        )
        plan.others = self._plan(_inner(parts, "additionalProperties"))
        plan.items = self._plan(_inner(parts, "items"))
        plan.by_id = bool(patterns) or any(_inner(parts, "additionalProperties"))

    def _under(self, parts: Sequence[Part], key: str) -> Iterator[Part]:
        """Yield what each of the parts says of one key."""
        for part in parts:
            if key in part.get("properties", {}):
                yield from _inner([part], "properties", key)
            else:
                yield from _inner([part], "additionalProperties")

    def _parts(self, nodes: Iterable[Part]) -> list[Part]:
        """Return the schemas that may hold for the same value, the nearest first."""
        found: dict[int, Part] = {}
        todo = list(nodes)
        for node in todo:
            if id(node) not in found:
                found[id(node)] = node
                todo.extend(self._also(node))
        return list(found.values())

    def _also(self, part: Part) -> Iterator[Part]:
        if "$ref" in part:
            yield self._target(part["$ref"])
        for key in BRANCHES:
            yield from (one for one in part.get(key, ()) if isinstance(one, dict))
        for key in CONDITIONS:
            yield from _inner([part], key)

    def _target(self, reference: str) -> Part:
        target: Any = self._whole
        for name in steps_of(reference):
            target = target.get(name) if isinstance(target, dict) else None
        if not isinstance(target, dict) or not reference.startswith("#"):
            raise AnnotationError(self._path, f"$ref {reference!r} leads nowhere")
        return target

    def _annotation(self, parts: Sequence[Part]) -> tuple[Kind | None, tuple[str, ...]]:
        """Return what the nearest of the schemas says that a string is."""
        try:
            kind, blanks = _said(parts)
        except ValueError as error:
            raise AnnotationError(self._path, str(error)) from error
        return (None if kind == "nobody" else kind), blanks


def _inner(parts: Iterable[Part], *steps: str) -> Iterator[Part]:
    """Yield what each of the parts has under these keywords, where that is a schema."""
    for part in parts:
        value: Any = part
        for step in steps:
            value = value.get(step) if isinstance(value, dict) else None
        if isinstance(value, dict):
            yield value


def _said(parts: Sequence[Part]) -> tuple[Kind | None, tuple[str, ...]]:
    """Return the kind and the blanks; raises ValueError where they are said wrongly."""
    kind = next((_kind(part) for part in parts if "reads" in part), None)
    blanks = next((_blanks(part["blanks"]) for part in parts if "blanks" in part), ())
    if blanks and kind not in WORDS:
        raise ValueError(f"blanks {', '.join(blanks)} stand beside no `reads` of words")
    return kind, blanks


def _kind(part: Part) -> Kind:
    kind = part["reads"]
    if kind not in KINDS:
        raise ValueError(f"reads: {kind!r} is none of {', '.join(KINDS)}")
    types = part.get("type", "string")
    if "string" not in ([types] if isinstance(types, str) else types):
        raise ValueError(f"reads: {kind!r} stands beside type: {types!r}, which is no string")
    return cast("Kind", kind)


def _blanks(names: object) -> tuple[str, ...]:
    if not isinstance(names, list) or not all(isinstance(n, str) and BLANK_NAME.fullmatch(n) for n in names):
        raise ValueError(f"blanks: {names!r} is no list of names")
    return tuple(names)


def _drop_idle(plans: Iterable[Plan]) -> None:
    """Take out what leads to no text, so that data is not walked in vain."""
    plans = list(plans)
    lead = {id(plan) for plan in plans if plan.kind is not None}
    grown = True
    while grown:
        more = {id(plan) for plan in plans if any(id(inner) in lead for inner in plan.inner())} - lead
        lead |= more
        grown = bool(more)

    def kept(plan: Plan | None) -> Plan | None:
        return plan if plan is not None and id(plan) in lead else None

    for plan in plans:
        plan.keys = {key: kept(inner) for key, inner in plan.keys.items()}
        plan.patterns = tuple((pattern, kept(inner)) for pattern, inner in plan.patterns)
        plan.others, plan.items = kept(plan.others), kept(plan.items)
