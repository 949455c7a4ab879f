"""Reads a JSON Schema with the files beside it that it refers to, as one schema.

`{"$ref": "interface.schema.json"}` is how one file leaves a part to another. An editor follows that from
where the file is, and so does the validator; neither file has an `$id`, which would say that it is elsewhere.
Whoever reads what a schema says of its keys has it whole here, with references within it only: the other file
is among its definitions under its own name, and so are that file's own.
"""

import json
from pathlib import Path
from typing import Any

ENDING = ".schema.json"
OF_A_FILE = frozenset(("$schema", "$id", "$defs"))
"""What a schema says as a file, and not as a part of another."""


def bundled(path: Path) -> dict[str, Any]:
    """Return the schema in the file at `path`, with those that it refers to among its definitions.

    Raises an OSError where a file cannot be read, and a ValueError where one is no JSON or where two files
    define the same name.
    """
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for name in sorted(_named_files(schema)):
        other = bundled(path.with_name(f"{name}{ENDING}"))
        part = {key: value for key, value in other.items() if key not in OF_A_FILE}
        own = schema.setdefault("$defs", {})
        new = {name: part, **other.get("$defs", {})}
        if twice := own.keys() & new.keys():
            raise ValueError(f"{path.name} and {name}{ENDING} both define {', '.join(sorted(twice))}")
        own |= new
    whole: dict[str, Any] = _pointed_inward(schema)
    return whole


def steps_of(pointer: str) -> list[str]:
    """Return the steps of a JSON Pointer (RFC 6901): "$defs" and "a/b" of "/$defs/a~1b"."""
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


def _named_files(node: Any) -> set[str]:
    """Return the files that a schema refers to, by their names without the ending."""
    if isinstance(node, list):
        return {name for one in node for name in _named_files(one)}
    if not isinstance(node, dict):
        return set()
    own = {node["$ref"].removesuffix(ENDING)} if _is_file(node.get("$ref")) else set()
    return own.union(*(_named_files(inner) for inner in node.values()))


def _pointed_inward(node: Any) -> Any:
    """Return a schema whose references to files lead to its own definitions."""
    if isinstance(node, list):
        return [_pointed_inward(one) for one in node]
    if not isinstance(node, dict):
        return node
    result = {key: _pointed_inward(inner) for key, inner in node.items()}
    if _is_file(result.get("$ref")):
        result["$ref"] = f"#/$defs/{result['$ref'].removesuffix(ENDING)}"
    return result


def _is_file(reference: object) -> bool:
    return isinstance(reference, str) and reference.endswith(ENDING)
