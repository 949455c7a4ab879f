"""The releases stand newest first, each on a day that has come.

Passes: 1.1.0 of 2027-01-15 above 1.0.0 of 2026-11-25. Fails: a day to come or no day of the calendar; a
release above one that is newer.
"""

from collections.abc import Iterator
from itertools import pairwise

from decision_tree.checks.citing.days import day
from decision_tree.problems import Problem, quoted
from decision_tree.reading.plain import mapping
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each day that cannot be, and each release that stands in the wrong place."""
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
