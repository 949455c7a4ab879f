"""(warning) Upstream has changed or taken out a passage since a fork wrote its own in its place.

Passes: an override that is newer than the last change of upstream's passage, is not committed yet, or says
the same. Fails: one that is older, with both texts, for it may be a correction. Whoever keeps their own words
changes the line, or a note behind it, and is asked no more.
"""

from collections.abc import Iterator
from typing import Any

from decision_tree.problems import Problem
from decision_tree.reading.history import memory
from decision_tree.reading.layers import Laid
from decision_tree.reading.plain import Keys, value_at
from decision_tree.sources import Sources

LONGEST = 300
"""Characters of a text that a warning shows at most."""

KEEP = "put a note such as # compared behind this line, or change the note"
"""How a fork says that it has read upstream's words and keeps its own."""


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each override whose upstream passage is not the one that it was written over."""
    if sources.local is None:
        return
    then = memory(sources.local)
    for laid in sources.forked.values():
        for path in laid.overridden():
            remembered, before = then(laid, path)
            now = value_at(laid.below.data, path)
            if remembered and now not in (before, value_at(laid.over.data, path)):
                yield _warning(laid, path, before, now)


def _warning(laid: Laid, path: Keys, before: Any, now: Any) -> Problem:
    yours = value_at(laid.over.data, path)
    what = ".".join(path)
    was = f"was {_shown(before)}, " if before is not None else ""
    if yours is None:
        message = (
            f"upstream has changed {what} since it was removed here (read theirs; to keep it removed, {KEEP})"
        )
    elif now is None:
        message = (
            f"upstream has taken out {what} since this was written: {was}yours is {_shown(yours)} "
            f"(it still stands: is it still right? to keep yours, {KEEP})"
        )
    else:
        message = (
            f"upstream has changed {what} since this was written: {was}is now {_shown(now)}; "
            f"yours is {_shown(yours)} (compare them; to keep yours, {KEEP})"
        )
    return Problem.at(laid.over.key_position(path), message, "warning")


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return f"a group ({', '.join(map(str, value))})"
    text = ", ".join(map(str, value)) if isinstance(value, list) else " ".join(str(value).split())
    return f'"{text}"' if len(text) <= LONGEST else f'"{text[:LONGEST].rstrip()}…"'
