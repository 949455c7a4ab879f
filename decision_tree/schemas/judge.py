"""Finds, with jsonschema-rs, what in a document does not fit its schema, and which part of it that breaks.

A schema may refer to another file beside it. How a misfit is told to an editor is left to `schema`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit
from urllib.request import url2pathname

from jsonschema_rs import Draft202012Validator, ValidationError

from decision_tree.schemas.bundled import steps_of

Part = Mapping[str, Any]
"""A schema, or a part of one."""

Steps = tuple[str | int, ...]

NOWHERE = "file:///schema.json"
"""The address of a schema that is in no file."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """One value, or one key, that breaks one keyword of the schema."""

    rule: str
    """The keyword, e.g. `maxLength`."""

    path: Steps
    """Where the value stands in the document, or the mapping that lacks a key or has a wrong one."""

    value: Any
    """The value at `path`."""

    part: Part
    """The part of the schema that holds the keyword."""

    keys: tuple[str, ...] = ()
    """The keys that are wrong or lacking in the mapping, where the keyword is about keys."""

    conditional: bool = False
    """Whether the keyword stands under a `then`, and is broken only because of what else is there."""

    @property
    def limit(self) -> Any:
        """What the keyword demands, e.g. 90 of `maxLength: 90`."""
        return self.part.get(self.rule)


class Judge:
    """One schema, compiled: `Judge(schema, address).misfits(data)`.

    `address` is the schema's own, a `file:` one, from which it refers to others. Raises ValueError where the
    schema is none, or refers to what is not there.
    """

    def __init__(self, schema: Part, address: str = NOWHERE) -> None:
        if not isinstance(schema, Mapping):
            raise ValueError("a schema is a mapping")  # noqa: TRY004 (whoever reads files expects this one)
        self._schema, self._address = schema, urljoin(address, schema.get("$id", ""))
        self._validator = Draft202012Validator(dict(schema), base_uri=address, retriever=_read)

    def misfits(self, data: Any) -> Iterator[Misfit]:
        """Yield whatever in `data` does not fit, in the schema's order. Linear in the size of the data."""
        for error in self._validator.iter_errors(data):
            yield self._misfit(error, data)

    def along(self, path: Sequence[str]) -> Iterator[tuple[Part, Part]]:
        """Yield for each step of `path` the part about what holds it, and the part about the step.

        The second one may be a reference, beside which something may be said of this place alone. Ends early
        where the schema says nothing about a step.
        """
        around, address = self._followed(self._schema, self._address)
        for step in path:
            part = around.get("properties", {}).get(step, around.get("additionalProperties"))
            if not isinstance(part, dict):
                return
            yield around, part
            around, address = self._followed(part, address)

    def _followed(self, part: Part, address: str) -> tuple[Part, str]:
        """Return what `part` refers to, if it does, and the address of the file that this stands in."""
        while "$ref" in part:
            target = urljoin(address, part["$ref"])
            part, address = self._at(target), target
        return part, address

    def _at(self, address: str) -> Any:
        file, pointer = urldefrag(address)
        node: Any = self._schema if file == self._address else _read(file)
        for name in steps_of(unquote(pointer)):
            node = node[int(name)] if isinstance(node, list) else node[name]
        return node

    def _misfit(self, error: ValidationError, data: Any) -> Misfit:
        path, value = _found(error, data)
        kind: Any = error.kind
        *where, rule = (str(step) for step in error.schema_path)
        if kind.name == "falseSchema" and rule != "additionalProperties":
            return Misfit(kind.name, path, value, {})  # no keyword, but the part itself, allows nothing here
        file = (error.absolute_keyword_location or self._address).partition("#")[0]
        pointer = "/".join(("", *(step.replace("~", "~0").replace("/", "~1") for step in where)))
        part = self._at(f"{file}#{quote(pointer)}")
        return Misfit(rule, path, value, part, _keys(kind, value), "then" in error.evaluation_path)


def _keys(kind: Any, value: Any) -> tuple[str, ...]:
    match kind.name:
        case "required":
            return (kind.property,)
        case "additionalProperties":
            return tuple(kind.unexpected)
        case "falseSchema":  # so it says where the schema knows no key at all
            return tuple(value)
        case "propertyNames":
            return (str(kind.error.instance),)
    return ()


def _found(error: ValidationError, data: Any) -> tuple[Steps, Any]:
    """Return the path of what is wrong, and it itself: the error's own copy has gone through JSON."""
    ways = list(_ways(data, error.instance_path))
    return next((way for way in ways if way[1] == error.instance), ways[0]) if len(ways) > 1 else ways[0]


def _ways(data: Any, path: Sequence[str | int]) -> Iterator[tuple[Steps, Any]]:
    """Yield each path that jsonschema-rs may mean: of a key in digits it tells the number, 450 for "0450"."""
    if not path:
        yield (), data
        return
    step, *rest = path
    same: Sequence[str | int] = [step]
    if isinstance(step, int) and isinstance(data, dict):
        digits = {key: key.removeprefix("+") for key in data if key.isascii()}
        same = [key for key, word in digits.items() if word.isdigit() and int(word[-20:]) == step]
    for one in same:
        for inner, value in _ways(data[one], rest):
            yield (one, *inner), value


@cache
def _read(address: str) -> Any:
    """Return the schema in the file at an address."""
    return json.loads(Path(url2pathname(urlsplit(address).path)).read_text(encoding="utf-8"))
