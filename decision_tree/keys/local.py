"""Makes the schema of a fork's `local.yml` from those of the files that it is laid over.

It helps while typing: each key is completed and explained. Nothing is required in a patch, and `null` may
stand anywhere, for it removes. Whether the merged guide is right is left to `check`, which holds it against
the full schemas.

What readers see (`reads`, `blanks`) is carried along, for tools that show a fork's own texts.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from decision_tree.reading.layers import REFERENCE
from decision_tree.schemas.bundled import bundled

WHOLE_ONLY = frozenset(
    ("required", "dependentRequired", "minProperties", "maxProperties", "if", "then", "else", "not")
)
"""Rules for a whole mapping, which a patch does not hold."""
OWN = frozenset(("$schema", "$id", "title", "$defs"))
"""What a schema says of itself."""


def local_schema(tree: Path, reference: Mapping[str, Path]) -> str:
    """Return the schema, as JSON, from the tree's schema and the reference files' by their names."""
    definitions: dict[str, Any] = {}
    patch = _patch(tree, "tree", definitions)
    files = {name: _patch(file, name, definitions) for name, file in reference.items()}
    patch["properties"][REFERENCE] = {
        "description": "Changes of the reference data, by the name of the file.",
        "type": ["object", "null"],
        "additionalProperties": False,
        "properties": files,
        "examples": [{"facts": {"facts": {"int-180": {"reviewed": "2026-11-23"}}}}],
    }
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "local.schema.json",
        "title": "What a fork changes",
        "$comment": "Made from the other schemas by `make keys`: do not edit.",
        **patch,
        "description": "Set a value, add an entry, or write null to remove one. The keys are tree.yml's.",
        "$defs": definitions,
    }
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _patch(file: Path, name: str, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the root of one schema as a patch of it; its definitions are put among `definitions`."""
    schema = bundled(file)
    for key, node in schema.get("$defs", {}).items():
        definitions[f"{name}-{key}"] = _loosened(node, name)
    root: dict[str, Any] = _loosened({key: value for key, value in schema.items() if key not in OWN}, name)
    return root


def _loosened(node: Any, name: str) -> Any:
    """Return a node of a schema that lets `null` pass and asks for nothing to be there."""
    if not isinstance(node, dict):
        return node
    result: dict[str, Any] = {}
    for key, value in node.items():
        if key in WHOLE_ONLY:
            continue
        if key == "$ref":
            result[key] = f"#/$defs/{name}-{value.rpartition('/')[2]}"
        elif key == "type":
            result[key] = [value, "null"] if isinstance(value, str) else [*value, "null"]
        elif key == "enum":
            result[key] = [*value, None]
        elif key == "properties":
            result[key] = {property_: _loosened(inner, name) for property_, inner in value.items()}
        elif key in ("additionalProperties", "items", "propertyNames"):
            result[key] = _loosened(value, name)
        else:
            result[key] = value
    return result
