"""The last day of a time limit: the one definition of how the guide counts.

From the dates that a reader knows of a notice, and a length of time, comes the last day on which the reader
can act: never a later day than any reading of the law allows. `decisions/0015-the-last-day.md` says why each
choice is safe, and `tests/counting/last_day.json` holds it as cases, which any script that counts must pass.

No page counts yet. A day before the last one, so that the post arrives, is a caution of ours and no rule: it
is left to who shows a date. So is the time that a plan has to answer: it runs from a day that only the plan
knows.
"""

from calendar import monthrange
from datetime import date, timedelta

from decision_tree.model.reference import Period

MONTHS_A_YEAR = 12
HOURS_A_DAY = 24


def last_day(within: Period, printed: date, received: date | None = None) -> date:
    """Return the last day of a limit that began with a notice.

    `printed` is the date on the notice, `received` the day it came, where that is known. The earlier of both
    is day zero: a notice that came before the date on it gives no longer time, and one that came later is
    counted from the date on it, although many rules would count from the day it came. The day after is day
    one.

    - Days are calendar days.
    - Months are calendar months: the day of the same number; where that month has none, its last day.
    - Hours run from the first moment of day zero, since no notice prints its hour. The last day is the last
      that is whole within them, and day zero where none is.
    - The last day stays where it falls, on a weekend or a holiday too.

    Raises OverflowError where the last day is after the year 9999.
    """
    start = min(printed, received or printed)
    if within.months:
        return _months_later(start, within.months)
    days = within.days or max(within.hours // HOURS_A_DAY - 1, 0)
    return start + timedelta(days=days)


def _months_later(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, MONTHS_A_YEAR)
    year = start.year + years
    if year > date.max.year:
        raise OverflowError("the last day is after the year 9999")
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
