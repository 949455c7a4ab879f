"""Times, percentages and amounts in a text, in digits and in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_tree.texts.quantities import mentions


def named(text: str, *phrases: str) -> list[str]:
    return [f"{float(m.quantity.amount):g} {m.quantity.unit}" for m in mentions(text, phrases)]


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("72-hour", ["4320 minute"]),
        ("seventy-two hours", ["4320 minute"]),
        ("72 hrs", ["4320 minute"]),
        ("half an hour", ["30 minute"]),
        ("four months", ["4 month"]),
        ("half a year", ["6 month"]),
        ("a year and a half", ["18 month"]),
        ("two and a half years", ["30 month"]),
        ("1½ months", ["1.5 month"]),
        ("one year", ["12 month"]),
        ("180 days", ["180 day"]),
        ("180\u00a0**days**", ["180 day"]),
        ("180[^int-180] days", ["180 day"]),
        ("one hundred and eighty days", ["180 day"]),
        ("a hundred days", ["100 day"]),
        ("thirty (30) days", ["30 day"]),
        ("two weeks", ["14 day"]),
        ("7 calendar days", ["7 day"]),
        ("5 business days", ["5 business day"]),
        ("two working days", ["2 business day"]),
        ("one 15-day extension", ["15 day"]),
        ("10, 30 or 60 days", ["10 day", "30 day", "60 day"]),
        ("90\u2013120 days", ["90 day", "120 day"]),
        ("between 90 and 120 days", ["90 day", "120 day"]),
        ("within a year", ["12 month"]),
        ("30%", ["30 percent"]),
        ("30 per cent", ["30 percent"]),
        ("thirty percent", ["30 percent"]),
        ("one in five appeals", ["20 percent"]),
        ("$110", ["110 dollar"]),
        ("$1,200.50", ["1200.5 dollar"]),
        ("$50-100", ["50 dollar", "100 dollar"]),
        ("twenty dollars", ["20 dollar"]),
        ("$2 million", ["2e+06 dollar"]),
    ],
)
def test_a_quantity_is_the_same_however_it_is_written(text, quantities):
    assert named(text) == quantities


@pytest.mark.parametrize(
    "text",
    [
        "the first 24 hours",
        "24/7",
        "24 hours a day, seven days a week",
        "call or text 988, or 911",
        "CO-197 and 90837",
        "45 CFR 147.136",
        "several hours a day",
        "three of the four",
        "step one",
        "May 15, 2025",
        "[words](guide:first-24-hours)",
        "an urgent one",
    ],
)
def test_names_codes_and_plain_counts_are_no_quantity(text):
    assert named(text) == []


def test_an_urgent_one_in_72_hours_is_a_time_and_no_share():
    assert named("an urgent one in 72 hours") == ["4320 minute"]


def test_hours_and_days_are_never_exchanged():
    assert mentions("24 hours")[0].quantity != mentions("one day")[0].quantity


def test_a_phrase_that_is_no_claim_is_left_out_however_it_is_wrapped():
    assert named("Weekly for eight\nweeks, then 3 days", "for eight weeks") == ["3 day"]


def test_the_words_are_given_as_they_stand():
    assert [m.words for m in mentions("You get **Seventy-Two** hours")] == ["Seventy-Two hours"]


@settings(max_examples=300)
@given(
    st.text()
    | st.lists(
        st.sampled_from(
            [
                "one",
                "and",
                "a",
                "half",
                "hundred",
                "days",
                "-",
                "or",
                ",",
                "(30)",
                "$5",
                "%",
                "½",
                "۳",
                "²",
                "in",
                "1/0",
                "within",
            ]
        )
    ).map(" ".join)
)
def test_no_text_ends_in_a_traceback(text):
    mentions(text, ("half a day",))
