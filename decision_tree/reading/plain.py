"""Looks into plain data that may still be wrong: what has another shape than the guide's is passed over.

So every rule can run on any file. That the shape is wrong is told by the schema.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

Path = tuple[str | int, ...]
"""A way into the data, through mappings by key and through lists by number."""
Keys = tuple[str, ...]
"""A path through mappings alone."""


def mapping(value: object) -> Mapping[str, Any]:
    """Return `value` where it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def text(value: object) -> str:
    """Return `value` where it is a text, else an empty one."""
    return value if isinstance(value, str) else ""


def day(value: object) -> date | None:
    """Return the day that `value` names as YEAR-MONTH-DAY, or nothing."""
    try:
        return date.fromisoformat(text(value))
    except ValueError:
        return None


def listing(value: object) -> tuple[str, ...]:
    """Return the texts in `value` where it is a list, or the text that it is."""
    if isinstance(value, str):
        return (value,)
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def items(value: object) -> Iterator[tuple[int, Any]]:
    """Yield the numbered items of `value` where it is a list."""
    return enumerate(value) if isinstance(value, list) else iter(())


def keys(data: object) -> Iterator[str]:
    """Yield every key in `data`, at any depth."""
    for key, inner in mapping(data).items():
        yield key
        yield from keys(inner)


def value_at(data: object, path: Iterable[str | int]) -> Any:
    """Return the value at `path` in mappings within mappings, or nothing where there is none."""
    here: Any = data
    for step in path:
        here = here.get(step) if isinstance(here, dict) else None
    return here


def without(data: Any, path: Path) -> Any:
    """Return a copy of `data` without the value at `path`, nor the mappings that held nothing else."""
    key, *rest = path
    inner = without(data[key], tuple(rest)) if rest else None
    others = {name: value for name, value in data.items() if name != key}
    return {**data, key: inner} if inner else others
