"""What the releases in `changes.yml` say of themselves."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from decision_tree.model.changes import FACTS
from decision_tree.problems import Names, Position, Problem, quoted
from decision_tree.reading.layers import REFERENCE
from decision_tree.reading.plain import Keys, day, mapping
from decision_tree.sources import REFERENCE_FILES, Sources


def check_release_date(sources: Sources) -> Iterator[Problem]:
    """The releases stand newest first, each on a day that has come.

    Passes: 1.1.0 of 2027-01-15 above 1.0.0 of 2026-11-25. Fails: a day to come or no day of the calendar; a
    release above one that is newer.
    """
    changes = sources.changes
    rows = mapping(mapping(changes.data).get("releases"))
    days = {version: day(mapping(row).get("date")) for version, row in rows.items()}
    for version, row in rows.items():
        position = changes.position(("releases", version, "date"))
        written, released = mapping(row).get("date"), days[version]
        if isinstance(written, str) and released is None:
            message = f"{quoted(written)} is no day of the calendar (write it as 2026-11-25)"
            yield Problem.at(position, message)
        elif released is not None and sources.is_to_come(released):
            message = f"the release of {released} is still to come (write the day on which it came out)"
            yield Problem.at(position, message)
    for above, below in pairwise(rows):
        later, earlier = days[above], days[below]
        in_order = _numbers(above) > _numbers(below)
        if not in_order or (later is not None and earlier is not None and later < earlier):
            message = (
                f"the release {quoted(above)} stands above {quoted(below)}, which is newer (newest first)"
            )
            yield Problem.at(changes.key_position(("releases", above)), message)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal() and len(part) < 10)


def check_release_path(sources: Sources) -> Iterator[Problem]:
    """What the newest release says it changed is there, and what it says it removed is not.

    Passes: `passages: {outcomes.urgent.means: ...}` where the tree has that passage; `facts: {int-180: ...}`.
    Fails: a fact or a path that leads nowhere, and a removed path that still leads somewhere. An older
    release is history, so that what it names may be gone; and what counts is upstream's guide, whatever a
    fork removes.
    """
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
    files = {name: getattr(upstream, name).data for name in REFERENCE_FILES}
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
