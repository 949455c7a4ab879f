"""Reads a JSON Schema into the keys that it describes, one after another as an editor would write them.

A definition that several keys share becomes a part of its own, so that it is explained once; a definition of
a plain text becomes a kind of text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from decision_tree.schemas.bundled import ENDING, bundled
from decision_tree.schemas.schema import KINDS

Node = Mapping[str, Any]

ELSEWHERE: Mapping[str, str] = {"brand.schema.json": "mkdocs.yml"}
"""The files, as seen from the project's folder, that do not stand beside their schemas."""

GENERATED = "local.schema.json"
"""The schema that is made from the others, and so is not read with them."""


MAPPING = "a mapping"


@dataclass(frozen=True, slots=True)
class Key:
    """One key, e.g. `options.ID.label` of a question. ID stands for an id that the editor chooses."""

    path: str
    must: bool
    """Whether the key must be there wherever the mapping around it is."""
    kind: str
    """What stands under it, in words."""
    points_to: str
    """The part or the kind of text that explains it further; empty where there is none."""
    description: str
    examples: tuple[Any, ...]
    component: str = ""
    """The part of the site that shows what stands there, where the schema names one."""
    blanks: tuple[str, ...] = ()
    """What pages fill in."""
    stays: bool = False
    """Whether no copy of the guide can remove it."""
    kept: tuple[str, ...] = ()
    """The ids below it that no copy of the guide can remove."""


@dataclass(frozen=True, slots=True)
class Part:
    """A mapping with its keys: the file itself, or what several keys share, e.g. a question."""

    name: str
    """Empty for the file itself."""
    description: str
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Described:
    """One schema, read."""

    title: str
    file: str
    """The file that it is for, as seen from the project's folder."""
    parts: tuple[Part, ...]
    texts: tuple[Key, ...]
    """The kinds of text that its keys name."""


def schema_files(root: Path) -> list[Path]:
    """Return every schema of the guide's files, that of the tree first.

    A schema of a part of a file is read with the one that refers to it.
    """
    found = (root / "decision_tree").rglob(f"*{ENDING}")
    files = (
        file
        for file in found
        if file.name != GENERATED and (file.name in ELSEWHERE or _file_of(file).exists())
    )
    return sorted(files, key=lambda file: (len(file.parts), file.as_posix()))


def read(file: Path, root: Path) -> Described:
    """Read one schema."""
    schema = bundled(file)
    definitions: Node = schema.get("$defs", {})
    reader = _Reader(definitions)
    shared = [name for name, node in definitions.items() if _is_part(node)]
    return Described(
        title=schema["title"],
        file=ELSEWHERE.get(file.name, _file_of(file).relative_to(root).as_posix()),
        parts=(
            Part("", schema["description"], tuple(reader.keys(schema, ""))),
            *(
                Part(name, definitions[name]["description"], tuple(reader.keys(definitions[name], "")))
                for name in shared
            ),
        ),
        texts=tuple(
            reader.key(name, node, must=False) for name, node in definitions.items() if name not in shared
        ),
    )


def _file_of(schema: Path) -> Path:
    return schema.with_name(schema.name.replace(ENDING, ".yml"))


def _is_part(node: Node) -> bool:
    return "properties" in node or isinstance(node.get("additionalProperties"), dict)


class _Reader:
    """Walks the nodes of one schema; `$ref` is looked up among its definitions."""

    def __init__(self, definitions: Node) -> None:
        self._definitions = definitions

    def keys(self, node: Node, path: str) -> Iterator[Key]:
        """Yield the keys of a mapping and of the mappings in it, up to those that are parts of their own."""
        for name, value in node.get("properties", {}).items():
            yield from self._with_inner(f"{path}{name}", value, name in node.get("required", ()))
        each = node.get("additionalProperties")
        if isinstance(each, dict):
            yield from self._with_inner(f"{path}ID", each, must=False)

    def _with_inner(self, path: str, node: Node, must: bool) -> Iterator[Key]:
        yield self.key(path, node, must)
        yield from self.keys(node, f"{path}.")
        if isinstance(node.get("items"), dict):
            yield from self.keys(node["items"], f"{path}[].")

    def key(self, path: str, node: Node, must: bool) -> Key:
        """Return one key; what it does not say itself, its definition says."""
        points_to = self._points_to(node)
        definition: Node = self._definitions.get(points_to, {})
        own = self._definitions.get(_name(node), {})
        return Key(
            path=path,
            must=must,
            kind=self._kind(node),
            points_to=points_to if definition else "",
            description=node.get("description") or own.get("description", ""),
            examples=tuple(node.get("examples") or own.get("examples", ())),
            component=node.get("component", ""),
            blanks=tuple(node.get("blanks", ())),
            stays=node.get("removable") is False,
            kept=tuple(node.get("kept", ())),
        )

    def _points_to(self, node: Node) -> str:
        """Return the definition that explains a value, or each value of a list or a mapping."""
        for inner in (node, node.get("items"), node.get("additionalProperties")):
            if isinstance(inner, dict) and (name := _name(inner)):
                return name
        return ""

    def _kind(self, node: Node) -> str:
        if name := _name(node):
            return _limited(name, node)
        if "enum" in node:
            return "one of " + ", ".join(str(value) for value in node["enum"])
        type_ = _type(node)
        if type_ == "array":
            return f"a list, each: {self._kind(node.get('items', {}))}"
        if type_ == "object" and isinstance(node.get("additionalProperties"), dict):
            inner = self._kind(node["additionalProperties"])
            return "a mapping by id" if inner == MAPPING else f"a mapping by id, each: {inner}"
        if type_ == "object":
            return MAPPING
        return _limited(KINDS.get(type_, "as described"), node)


def _type(node: Node) -> str:
    """Return the type of a value; nothing may stand in its place where the schema lets it."""
    named = node.get("type", "")
    types = [named] if isinstance(named, str) else [one for one in named if one != "null"]
    return types[0] if len(types) == 1 else ""


def _name(node: Node) -> str:
    return str(node.get("$ref", "")).rpartition("/")[2]


def _limited(kind: str, node: Node) -> str:
    if "maxLength" in node:
        return f"{kind}, at most {node['maxLength']} characters"
    if "maximum" in node:
        return f"{kind}, {node['minimum']} to {node['maximum']}"
    return kind
