"""Which day the guide is judged on: one commit always gives the same pages, whenever it is built.

An editor writes the day on which a fact was read before anything is committed on that day, and by the
calendar on their own wall. So which days have come is told apart from which day is judged.
"""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from decision_tree import git

AHEAD = timedelta(hours=14)
"""How far before UTC a day begins where it begins first."""
LAST_MOMENT = datetime.max.replace(tzinfo=UTC) - AHEAD


def judged_day(root: Path, environment: Mapping[str, str] = os.environ) -> date:
    """Return the day of SOURCE_DATE_EPOCH, else of the project's last commit, else today (all UTC).

    Raises ValueError where SOURCE_DATE_EPOCH is no number of seconds.
    """
    seconds = _epoch(environment) or git.text(root, "log", "-1", "--format=%ct").strip()
    return (_moment(seconds) if seconds else datetime.now(UTC)).date()


def last_day_begun(environment: Mapping[str, str] = os.environ, now: datetime | None = None) -> date:
    """Return the last day that an editor may have written as today, be it in Guam.

    It is counted from SOURCE_DATE_EPOCH or from the present moment `now`, whichever is later, so that what a
    commit could say on its day, it can say on any other. Raises ValueError like `judged_day`.
    """
    now = now or datetime.now(UTC)
    epoch = _epoch(environment)
    latest = max(now, _moment(epoch) if epoch else now)
    return (min(latest, LAST_MOMENT) + AHEAD).date()


def _epoch(environment: Mapping[str, str]) -> str:
    return environment.get("SOURCE_DATE_EPOCH", "").strip()


def _moment(seconds: str) -> datetime:
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError(f"SOURCE_DATE_EPOCH is {seconds[:40]!r}, which is no number of seconds") from error
