"""Says quickly of a value that it fits a JSON Schema for certain.

Python's jsonschema explains well what is wrong and is slow in finding that nothing is. So the keywords that
the guide's schemas use are compiled here into plain functions, and `schema` lets jsonschema look only at
what they do not acquit. A keyword that is not known here acquits nothing: jsonschema then judges, slowly.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

Fits = Callable[[Any], bool]
Schema = Mapping[str, Any]

SAYS_NOTHING = frozenset(
    {
        "$schema",
        "$id",
        "$defs",
        "$comment",
        "title",
        "description",
        "examples",
        "default",
        "removable",
        "kept",
    }
)
"""Keywords that no value can break."""

OF_MAPPINGS = frozenset(
    {"properties", "additionalProperties", "propertyNames", "required", "minProperties", "maxProperties"}
)

TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def exact_end(pattern: str) -> re.Pattern[str]:
    """Compile a JSON Schema pattern, whose `$` is the very end: in Python it lets a line end pass."""
    return re.compile(re.sub(r"(?<!\\)\$(?=$|[|)])", r"\\Z", pattern))


class Shapes:
    """The compiled parts of one schema, e.g. `Shapes(schema).fits(schema, value)`."""

    def __init__(self, root: Schema) -> None:
        self._root = root
        self._compiled: dict[int, Fits] = {}
        # Keywords that are read together, and what compiles them.
        self._compilers: tuple[tuple[frozenset[str], Callable[[Schema], Fits]], ...] = (
            (frozenset({"type"}), self._type),
            (frozenset({"$ref"}), self._reference),
            (frozenset({"pattern", "minLength", "maxLength"}), self._text),
            (frozenset({"enum", "const"}), self._choice),
            (frozenset({"minimum", "maximum"}), self._range),
            (frozenset({"items", "minItems", "maxItems", "uniqueItems"}), self._list),
            (OF_MAPPINGS, self._mapping),
        )

    def fits(self, part: Schema | bool, value: object) -> bool:
        """Return True only where `value` fits `part` of the schema for certain."""
        return self._of(part)(value)

    def _of(self, part: Schema | bool) -> Fits:
        if isinstance(part, bool):
            return _anything if part else _nothing
        known = self._compiled.get(id(part))
        if known is None:
            # A schema may refer to itself: what is met again before it is ready is looked up when it runs.
            self._compiled[id(part)] = lambda value: self._compiled[id(part)](value)  # noqa: PLW0108
            known = self._compiled[id(part)] = self._all(part)
        return known

    def _all(self, part: Schema) -> Fits:
        used = [(keywords, make) for keywords, make in self._compilers if not keywords.isdisjoint(part)]
        if not part.keys() <= SAYS_NOTHING.union(*(keywords for keywords, _ in used)):
            return _nothing
        tests = [make(part) for _, make in used]
        return tests[0] if len(tests) == 1 else lambda value: all(test(value) for test in tests)

    def _type(self, part: Schema) -> Fits:
        names = [part["type"]] if isinstance(part["type"], str) else part["type"]
        types = frozenset(kind for name in names for kind in TYPES[name])
        return lambda value: type(value) in types

    def _reference(self, part: Schema) -> Fits:
        target: Any = self._root
        name = part["$ref"]
        if not name.startswith("#"):
            return _nothing
        for step in name[1:].split("/")[1:]:
            target = target.get(step.replace("~1", "/").replace("~0", "~"), None)
            if target is None:
                return _nothing
        return self._of(target)

    def _text(self, part: Schema) -> Fits:
        shortest, longest = part.get("minLength", 0), part.get("maxLength", float("inf"))
        search = exact_end(part.get("pattern", "")).search

        def text(value: Any) -> bool:
            return type(value) is not str or (shortest <= len(value) <= longest and search(value) is not None)

        return text

    def _choice(self, part: Schema) -> Fits:
        choices = part.get("enum", [part.get("const")])
        # Only texts are acquitted: in Python 1, 1.0 and True are equal, in JSON Schema not all of them.
        return lambda value: type(value) is str and value in choices

    def _range(self, part: Schema) -> Fits:
        least, most = part.get("minimum", float("-inf")), part.get("maximum", float("inf"))
        return lambda value: type(value) not in (int, float) or least <= value <= most

    def _list(self, part: Schema) -> Fits:
        item = self._of(part.get("items", True))
        fewest, most = part.get("minItems", 0), part.get("maxItems", float("inf"))
        unique = part.get("uniqueItems", False)

        def items(value: Any) -> bool:
            if type(value) is not list:
                return True
            if unique and not (all(type(one) is str for one in value) and len(set(value)) == len(value)):
                return False
            return fewest <= len(value) <= most and all(item(one) for one in value)

        return items

    def _mapping(self, part: Schema) -> Fits:
        known = {key: self._of(inner) for key, inner in part.get("properties", {}).items()}
        other = self._of(part.get("additionalProperties", True))
        name = self._of(part.get("propertyNames", True))
        required = frozenset(part.get("required", ()))
        fewest, most = part.get("minProperties", 0), part.get("maxProperties", float("inf"))

        def mapping(value: Any) -> bool:
            if type(value) is not dict:
                return True
            if not (required <= value.keys() and fewest <= len(value) <= most):
                return False
            return all(name(key) and known.get(key, other)(inner) for key, inner in value.items())

        return mapping


def _anything(value: object) -> bool:
    del value
    return True


def _nothing(value: object) -> bool:
    del value
    return False
