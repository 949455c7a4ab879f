"""The last day of a limit: each case of `tests/counting/last_day.json`, and what is true of all."""

import json
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from decision_tree.last_day import last_day
from decision_tree.model.reference import Period
from decision_tree.project import read_guide

ROOT = Path(__file__).parents[2]
COUNTING = ROOT / "tests" / "counting"
FILE = json.loads((COUNTING / "last_day.json").read_text())
SCHEMA = json.loads((COUNTING / "last_day.schema.json").read_text())
CASES = FILE["cases"]


def counted(case: dict) -> date:
    received = date.fromisoformat(case["received"]) if "received" in case else None
    return last_day(Period(**case["within"]), date.fromisoformat(case["printed"]), received)


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_the_last_day_of_each_case(case):
    assert counted(case).isoformat() == case["last_day"]


def test_the_cases_keep_their_schema_and_no_two_say_the_same():
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA, format_checker=FormatChecker()).validate(FILE)

    assert len({case["case"] for case in CASES}) == len(CASES)


def test_every_length_of_time_of_the_guide_has_a_case():
    steps = [step for plan in read_guide(ROOT).reference.plans.values() for step in plan.steps]
    limits = [limit for step in steps for limit in (step.limit, step.keep, step.urgent) if limit]

    assert {limit.within for limit in limits} - {None} <= {Period(**case["within"]) for case in CASES}


# What is true of every day and every length of time

days = st.dates(date(1999, 1, 1), date(2199, 12, 31))
lengths = st.one_of(
    st.builds(Period, days=st.integers(1, 999)),
    st.builds(Period, months=st.integers(1, 60)),
    st.builds(Period, hours=st.integers(1, 999)),
)


@given(lengths, days, days)
def test_a_later_notice_never_ends_sooner(within, one, other):
    earlier, later = sorted((one, other))

    assert last_day(within, earlier) <= last_day(within, later)


@given(days, st.sampled_from(["hours", "days", "months"]), st.integers(1, 60), st.integers(1, 60))
def test_more_time_never_ends_sooner(printed, unit, some, more):
    assert last_day(Period(**{unit: some}), printed) <= last_day(Period(**{unit: some + more}), printed)


@given(lengths, days, days)
def test_the_day_on_which_a_notice_came_never_gives_a_later_day(within, printed, received):
    assert last_day(within, printed, received) <= last_day(within, printed)


@given(lengths, days)
def test_it_is_never_before_the_notice_nor_after_the_federal_rules_for_courts(within, printed):
    """Rule 6(a) of the Federal Rules of Civil Procedure, without what it adds for weekends and holidays."""
    assert printed <= last_day(within, printed) <= day_of_rule_6(within, printed)


def day_of_rule_6(within: Period, printed: date) -> date:
    """The day the rule ends on, or the first of the next month where the month has no such day."""
    if within.months:
        months = printed.month - 1 + within.months
        first = date(printed.year + months // 12, months % 12 + 1, 1)
        return first + timedelta(days=printed.day - 1) if printed.day <= length(first) else after(first)
    return printed + timedelta(days=within.days or -(-within.hours // 24))


def length(first: date) -> int:
    return monthrange(first.year, first.month)[1]


def after(first: date) -> date:
    return first + timedelta(days=length(first))


@given(days, st.integers(1, 60))
def test_months_end_in_the_month_that_they_reach(printed, months):
    end = last_day(Period(months=months), printed)

    assert (end.year - printed.year) * 12 + end.month - printed.month == months
    assert end.day == printed.day or (end.day < printed.day and end.day == length(end.replace(day=1)))


@given(days, st.integers(1, 60), st.integers(1, 60))
def test_months_in_two_parts_never_end_later_than_in_one(printed, some, more):
    halfway = last_day(Period(months=some), printed)

    assert last_day(Period(months=more), halfway) <= last_day(Period(months=some + more), printed)


@given(days, st.integers(1, 500), st.integers(1, 499))
def test_days_in_two_parts_end_where_they_do_in_one(printed, some, more):
    halfway = last_day(Period(days=some), printed)

    assert last_day(Period(days=more), halfway) == last_day(Period(days=some + more), printed)


@given(lengths, days)
def test_a_whole_week_later_is_a_whole_week_later_for_days_and_hours(within, printed):
    """No weekday is treated as another."""
    week = timedelta(days=7)
    if not within.months:
        assert last_day(within, printed + week) == last_day(within, printed) + week


@pytest.mark.parametrize("within", [Period(days=1), Period(months=1), Period(hours=72)])
def test_a_last_day_beyond_the_calendar_is_refused(within):
    with pytest.raises(OverflowError):
        last_day(within, date(9999, 12, 31))
