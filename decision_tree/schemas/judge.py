"""jsonschema's validator, made to look only at what does not certainly fit, and to be right about `$`."""

from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from decision_tree.schemas.shapes import Shapes, exact_end

Schema = Mapping[str, Any]
Errors = Iterator[ValidationError]

UNKNOWN_KEY = "unknown key"
"""The message of the error for a key that the schema does not know; its instance is the key."""


def judge(schema: Schema, shapes: Shapes) -> Validator:
    """Return a validator for `schema`; `shapes` is the same schema, compiled."""
    keywords = _Keywords(shapes)
    changed = {
        "properties": keywords.properties,
        "additionalProperties": keywords.additional_properties,
        "items": keywords.items,
        "pattern": keywords.pattern,
    }
    make: Any = extend(Draft202012Validator, changed)  # type: ignore[no-untyped-call]
    validator: Validator = make(schema)
    return validator


class _Keywords:
    """The keywords that are judged otherwise than jsonschema does."""

    def __init__(self, shapes: Shapes) -> None:
        self._fits = shapes.fits

    def properties(self, validator: Any, parts: Schema, value: object, schema: Schema) -> Errors:
        del schema
        if isinstance(value, dict):
            for key, part in parts.items():
                if key in value and not self._fits(part, value[key]):
                    yield from validator.descend(value[key], part, path=key, schema_path=key)

    def additional_properties(self, validator: Any, part: Any, value: object, schema: Schema) -> Errors:
        if not isinstance(value, dict):
            return
        for key in value.keys() - schema.get("properties", {}).keys():
            if part is False:
                yield ValidationError(UNKNOWN_KEY, instance=key)
            elif not self._fits(part, value[key]):
                yield from validator.descend(value[key], part, path=key)

    def items(self, validator: Any, part: Any, value: object, schema: Schema) -> Errors:
        del schema
        for number, one in enumerate(value if isinstance(value, list) else ()):
            if not self._fits(part, one):
                yield from validator.descend(one, part, path=number)

    def pattern(self, validator: Any, wanted: str, value: object, schema: Schema) -> Errors:
        del validator
        # A text that is too long anyway is not searched: some patterns take the square of its length.
        too_long = isinstance(value, str) and len(value) > schema.get("maxLength", len(value))
        if isinstance(value, str) and not too_long and not exact_end(wanted).search(value):
            yield ValidationError("pattern")
