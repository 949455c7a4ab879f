"""Reads the days in the facts."""

from datetime import date


def day(value: object) -> date | None:
    """Return the day that `value` names as YEAR-MONTH-DAY, or nothing."""
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
