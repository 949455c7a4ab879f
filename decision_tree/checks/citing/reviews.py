"""Every fact was reviewed on a day that has come, and not over a year ago.

Passes: `reviewed: '2026-11-23'` within the year after. Fails: a day to come, or no day of the calendar.
Warns: over a year ago.
"""

from collections.abc import Iterator
from datetime import timedelta

from decision_tree.checks.citing.days import day
from decision_tree.problems import Problem, quoted
from decision_tree.sources import Sources

LONGEST = timedelta(days=365)


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each fact whose dates cannot be, or are long ago."""
    for id_, fact in sources.known_facts.items():
        for key in ("reviewed", "from", "until"):
            if isinstance(fact.get(key), str) and day(fact[key]) is None:
                message = f"{quoted(fact[key])} is no day of the calendar (write it as 2026-11-23)"
                yield Problem.at(sources.facts.position(("facts", id_, key)), message)
        reviewed = day(fact.get("reviewed"))
        position = sources.facts.position(("facts", id_, "reviewed"))
        if reviewed is not None and sources.is_to_come(reviewed):
            message = f"the review of {quoted(id_)}, {reviewed}, is still to come (write the day it was read)"
            yield Problem.at(position, message)
        elif reviewed is not None and sources.on - reviewed > LONGEST:
            message = f"the review of {quoted(id_)}, {reviewed}, is over a year ago (read its source again)"
            yield Problem.at(position, message, "warning")
