"""What the newest release says it changed is there, and what it says it removed is not.

Passes: `passages: {outcomes.urgent.means: ...}` where the tree has that passage; `facts: {int-180: ...}`.
Fails: a fact or a path that leads nowhere, and a removed path that still leads somewhere. An older release is
history, so that what it names may be gone; and what counts is upstream's guide, whatever a fork removes.
"""

from collections.abc import Iterator
from typing import Any

from decision_tree.model.changes import FACTS
from decision_tree.problems import Names, Position, Problem, quoted
from decision_tree.reading.layers import REFERENCE
from decision_tree.reading.plain import Keys, mapping
from decision_tree.sources import REFERENCE as FILES
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each fact and path of the newest release that does not fit the guide."""
    releases = mapping(mapping(sources.changes.data).get("releases"))
    newest = next(iter(releases), None)
    if newest is None:
        return
    guide = _guide(sources)
    for part in ("facts", "passages", "removed"):
        for name in mapping(mapping(releases[newest]).get(part)):
            path = (*FACTS, name) if part == "facts" else tuple(name.split("."))
            position = sources.changes.key_position(("releases", newest, part, name))
            if part == "removed":
                yield from _still_there(guide, path, position)
            else:
                yield from _nowhere(guide, path, position)


def _guide(sources: Sources) -> dict[str, Any]:
    """Return upstream's tree with the reference data in it, as a local.yml sees them."""
    upstream = sources.upstream
    files = {name: getattr(upstream, name).data for name in FILES}
    return {**mapping(upstream.tree.data), REFERENCE: files}


def _nowhere(guide: dict[str, Any], path: Keys, position: Position) -> Iterator[Problem]:
    here: Any = guide
    for number, key in enumerate(path):
        known = mapping(here)
        if key not in known:
            place = f"{quoted('.'.join(path[:number]))} has no" if number else "the guide has no"
            advice = Names(list(known)).advice(key, "correct it, or move it to `removed`")
            yield Problem.at(position, f"{place} {quoted(key)}{advice}")
            return
        here = known[key]


def _still_there(guide: dict[str, Any], path: Keys, position: Position) -> Iterator[Problem]:
    if not any(_nowhere(guide, path, position)):
        message = (
            f"{quoted('.'.join(path))} is said to be removed, but is still there (delete it, or this line)"
        )
        yield Problem.at(position, message)
