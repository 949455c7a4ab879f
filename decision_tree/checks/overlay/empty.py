"""(warning) A key in a fork's file has nothing behind it, and removes all that upstream has there.

Passes: `faq: {cost: null}`, where the fork wrote that it removes. Fails: `items:` with nothing below it, as
is left when somebody deletes the last line of a group: to a merge it is `null`, and a whole list is gone.
"""

import re
from collections.abc import Iterator

from decision_tree.problems import Problem, quoted
from decision_tree.reading.layers import removals
from decision_tree.sources import Sources

NOTHING = re.compile(r"""\s*(?:"[^"]*"|'[^']*'|[^\s:#"'][^:#]*):\s*(?:#.*)?$""")
"""A line that holds a key alone."""


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each key of `local.yml` without a value."""
    local = sources.local
    if local is None:
        return
    lines = local.text.splitlines()
    for path in removals(local.data):
        position = local.key_position(path)
        if NOTHING.match(lines[position.line - 1]):
            message = (
                f"nothing stands behind {quoted(path[-1])}, which removes it with all that upstream has in it"
                " (delete this line too; if you mean to remove it, write null)"
            )
            yield Problem.at(position, message, "warning")
