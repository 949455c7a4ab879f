"""(warning) Upstream has changed or taken out a passage since a fork wrote its own in its place.

Passes: an override that is newer than the last change of upstream's passage, is not committed yet, or says
the same. Fails: one that is older, with both texts, for it may be a correction. Whoever keeps their own words
changes the line, or a note behind it, and is asked no more.
"""

from collections.abc import Iterator
from typing import Any

from decision_tree.forks.overlay import Merged
from decision_tree.forks.then import memory
from decision_tree.outline import Keys, value_at
from decision_tree.problems import Problem
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
    for document in sources.documents:
        if isinstance(document, Merged):
            for path in overridden(document):
                remembered, before = then(document, path)
                now = value_at(document.base.data, path)
                if remembered and now not in (before, value_at(document.patch.data, path)):
                    yield _warning(document, path, before, now)


def overridden(document: Merged) -> Iterator[Keys]:
    """Yield the path of each value of the patch that takes the place of one of the base, or is new there."""
    todo: list[tuple[Keys, Any, Any]] = [((), document.patch.data, document.base.data)]
    while todo:
        path, new, old = todo.pop()
        if isinstance(new, dict) and isinstance(old, dict):
            todo.extend(((*path, key), value, old.get(key)) for key, value in new.items())
        elif path:
            yield path


def _warning(document: Merged, path: Keys, before: Any, now: Any) -> Problem:
    yours = value_at(document.patch.data, path)
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
    return Problem.at(document.patch.key_position(path), message, "warning")


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return f"a group ({', '.join(map(str, value))})"
    text = ", ".join(map(str, value)) if isinstance(value, list) else " ".join(str(value).split())
    return f'"{text}"' if len(text) <= LONGEST else f'"{text[:LONGEST].rstrip()}…"'
