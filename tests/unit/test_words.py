"""The words of the interface: blanks are filled once, safely, and whatever a fork wrote into its words."""

from datetime import date

import pytest
from markupsafe import Markup, escape

from macros.words import Words

WORDS = Words(
    {
        "print": "Print this",
        "within": "{time}, counted from {event}.",
        "odd": "From {evnt} {to {event} } {{event}} {}",
        "sharp": "<b> & {name}",
        "days_one": "{number} day",
        "days_other": "{number} days",
        "list_or": "{before} or {after}",
        "backwards": "{after}, {before}",
        "date_november": "November {day}, {year}",
        "date_may": "{day} May {year}",
    }
)


def test_a_text_without_blanks_is_had_by_its_key():
    assert WORDS["print"] == WORDS("print") == "Print this"


def test_a_key_that_is_not_there_is_a_mistake_in_code():
    with pytest.raises(KeyError, match="prnit"):
        WORDS("prnit")


def test_blanks_are_filled_by_their_names():
    assert WORDS("within", event="the date", time="30 days") == "30 days, counted from the date."


def test_a_value_that_holds_braces_is_not_filled_twice():
    assert WORDS("within", time="{event}", event="{time}") == "{event}, counted from {time}."


def test_a_blank_without_a_value_and_a_lone_brace_stay_as_they_stand():
    assert WORDS("odd", event="here", unknown="never seen") == "From {evnt} {to here } {here} {}"
    assert WORDS("within", time=3) == "3, counted from {event}."


def test_plain_text_comes_out_as_it_is_and_is_escaped_by_who_writes_it():
    text = WORDS("sharp", name="<i>")

    assert text == "<b> & <i>"
    assert escape(text) == "&lt;b&gt; &amp; &lt;i&gt;"


def test_a_value_that_is_html_makes_html_of_the_whole_and_everything_else_is_escaped():
    text = WORDS("within", time=Markup("<b>30 days</b>"), event="<i> & {time}")

    assert text == "<b>30 days</b>, counted from &lt;i&gt; &amp; {time}."
    assert escape(text) == text


def test_html_in_one_blank_leaves_one_that_is_not_filled_as_it_stands():
    assert WORDS("within", time=Markup("<b>30 days</b>")) == "<b>30 days</b>, counted from {event}."


def test_the_words_around_html_are_escaped():
    assert WORDS("sharp", name=Markup("<i>me</i>")) == "&lt;b&gt; &amp; <i>me</i>"


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["A"], "A"), (["A", "B"], "A or B"), (["A", "{before}", "C"], "A or {before} or C")],
)
def test_a_list_is_joined_as_its_text_says(items, text):
    assert WORDS.joined("list_or", items) == text


def test_a_list_can_be_joined_in_another_order():
    assert WORDS.joined("backwards", ["A", "B", "C"]) == "C, B, A"


def test_a_list_with_html_in_it_is_html_and_each_plain_item_is_escaped_once():
    assert WORDS.joined("list_or", ["<A>", "<B>", Markup("<b>C</b>")]) == "&lt;A&gt; or &lt;B&gt; or <b>C</b>"
    assert WORDS.joined("list_or", [Markup("<b>C</b>"), "<A>", "B"]) == "<b>C</b> or &lt;A&gt; or B"


@pytest.mark.parametrize(("number", "text"), [(1, "1 day"), (30, "30 days"), (0, "0 days")])
def test_one_has_a_text_of_its_own(number, text):
    assert WORDS.count("days", number) == text


def test_each_month_has_its_own_text_for_a_day():
    assert WORDS.day(date(2026, 11, 23)) == "November 23, 2026"
    assert WORDS.day(date(2027, 5, 1)) == "1 May 2027"
