"""(warning) A key in a fork's file has nothing behind it, and removes all that upstream has there.

Passes: `faq: {cost: null}`, where the fork wrote that it removes. Fails: `items:` with nothing below it, as
is left when somebody deletes the last line of a group: to a merge it is `null`, and a whole list is gone.
"""

import re
from collections.abc import Iterator
from typing import Any

from decision_tree.outline import Keys
from decision_tree.problems import Problem, quoted
from decision_tree.reading.load import Document
from decision_tree.sources import Sources

NOTHING = re.compile(r"""\s*(?:"[^"]*"|'[^']*'|[^\s:#"'][^:#]*):\s*(?:#.*)?$""")
"""A line that holds a key alone."""


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each key of `local.yml` without a value."""
    local = sources.local
    if local is None:
        return
    lines = local.text.splitlines()
    for path in _nulls(local):
        position = local.key_position(path)
        if NOTHING.match(lines[position.line - 1]):
            message = (
                f"nothing stands behind {quoted(path[-1])}, which removes it with all that upstream has in it"
                " (delete this line too; if you mean to remove it, write null)"
            )
            yield Problem.at(position, message, "warning")


def _nulls(local: Document) -> Iterator[Keys]:
    todo: list[tuple[Keys, Any]] = [((), local.data)]
    while todo:
        path, value = todo.pop()
        if isinstance(value, dict):
            todo.extend(((*path, key), inner) for key, inner in value.items())
        elif value is None and path:
            yield path
