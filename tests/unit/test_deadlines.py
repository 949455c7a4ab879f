"""Deadlines in words: what comes out for made-up plans that the shipped data does not hold."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from decision_tree.model.reference import AppealStep, Limit, Period, Plan
from decision_tree.project import read_guide
from macros.deadlines import answer, deadlines
from macros.words import Words

WORDS = Words(read_guide(Path(__file__).parents[2]).interface)
EVENTS = {"denial-notice": "the date printed on the denial notice", "cut": "the day of the cut"}
CONTEXT = SimpleNamespace(words=WORDS, guide=SimpleNamespace(reference=SimpleNamespace(events=EVENTS)))


def limit(note: str = "", event: str = "denial-notice", **length: int) -> Limit:
    return Limit(Period(**length) if length else None, event if length else "", note, ("a-fact",))


def plan(id_: str, *steps: AppealStep, confidence: str = "verified", **decide: Period) -> Plan:
    return Plan(id_, f"Plan {id_}", confidence, steps, decide, ("answer-fact",))


def step(within: Limit, id_: str = "internal-appeal", **more) -> AppealStep:
    return AppealStep(id_, within, **more)


def told(*plans: Plan):
    return deadlines(CONTEXT, plans, "all")


@pytest.mark.parametrize(
    ("length", "words"),
    [
        ({"days": 1}, "1 day"),
        ({"days": 180}, "180 days"),
        ({"months": 1}, "1 month"),
        ({"months": 4}, "4 months"),
        ({"hours": 1}, "1 hour"),
        ({"hours": 72}, "72 hours"),
    ],
)
def test_a_time_is_one_sentence_with_its_length_in_bold(length, words):
    (found,) = told(plan("x", step(limit(**length))))

    assert found.time.words == (
        f"<strong>{words}</strong>, counted from the date printed on the denial notice."
    )
    assert found.time.mark == words


def test_a_text_that_is_no_html_stays_text_beside_the_bold_length():
    context = SimpleNamespace(
        words=WORDS,
        guide=SimpleNamespace(reference=SimpleNamespace(events={"denial-notice": "<i> & co"})),
    )

    (found,) = deadlines(context, [plan("x", step(limit(days=3)))], "all")

    assert "&lt;i&gt; &amp; co" in found.time.words


def test_where_only_the_notice_gives_the_time_it_says_so():
    (found,) = told(plan("x", step(limit("A note."))))

    assert found.time.words == WORDS["deadline_on_letter"]
    assert found.time.within is None


def test_where_the_plan_itself_must_go_on_the_reader_has_no_time_to_keep():
    (found,) = told(plan("x", step(limit(), follows_by_itself=True)))

    assert (found.time.words, found.time.mark) == (WORDS["deadline_by_itself"], WORDS["timeline_by_itself"])
    assert found.time.within is None


def test_a_plan_whose_rule_is_not_sure_gets_no_length_of_time_whatever_its_row_says():
    unsure = plan(
        "x",
        step(limit("A note.", days=30), keep=limit("Keep note.", days=10), urgent=limit(hours=72)),
        confidence="likely",
        urgent=Period(hours=72),
    )

    (found,) = told(unsure)

    assert not found.sure
    assert found.time.words == WORDS["deadline_follow_letter"]
    assert (found.time.within, found.time.event) == (None, "")
    assert [shorter.time for shorter in found.shorter] == [None, None]
    assert answer(CONTEXT, unsure) is None


def test_plans_with_the_same_rule_stand_together_in_the_order_of_the_data():
    same = step(limit(days=180))

    first, second = told(plan("a", same), plan("b", step(limit(days=60))), plan("c", same))

    assert [one.id for one in first.plans] == ["a", "c"]
    assert first.title == "Plan a; Plan c"
    assert first.id == "internal-appeal-a"
    assert second.id == "internal-appeal-b"


@pytest.mark.parametrize(
    "other",
    [
        limit(days=179),
        limit(months=6),
        limit(event="cut", days=180),
    ],
)
def test_plans_with_another_time_or_another_event_stand_apart(other):
    assert len(told(plan("a", step(limit(days=180))), plan("b", step(other)))) == 2


def test_a_plan_that_is_not_sure_stands_apart_from_one_that_is():
    sure = plan("a", step(limit(days=180)))

    assert len(told(sure, replace(sure, id="b", confidence="likely"))) == 2


def test_plans_whose_time_only_the_notice_gives_stand_apart():
    assert len(told(plan("a", step(limit())), plan("b", step(limit())))) == 2


def test_a_note_for_all_plans_has_no_label_and_one_for_some_has_theirs():
    both = limit("For both.", days=180)

    (found,) = told(
        plan("a", step(both, goes_to="the plan")),
        plan("b", step(both, goes_to="the state")),
        plan("c", step(both, goes_to="the plan")),
    )

    assert [(note.label, note.text) for note in found.notes] == [
        ("Plan a; Plan c:", "It goes to: the plan."),
        ("Plan b:", "It goes to: the state."),
        ("", "For both."),
    ]
    assert [[one.id for one in note.plans] for note in found.notes] == [["a", "c"], ["b"], []]


def test_the_facts_of_all_plans_are_cited_once():
    a = step(replace(limit(days=180), facts=("one", "two")))
    b = step(replace(limit(days=180), facts=("two", "three")))

    (found,) = told(plan("a", a), plan("b", b))

    assert found.facts == ("one", "two", "three")


@pytest.mark.parametrize(("which", "ids"), [("first", ["s1"]), ("next", ["s2", "s3"]), ("none", [])])
def test_a_page_prints_the_steps_that_it_asks_for(which, ids):
    context = SimpleNamespace(
        words=Words({**WORDS.texts, "step_s1": "1", "step_s2": "2", "step_s3": "3"}), guide=CONTEXT.guide
    )
    steps = [step(limit(days=3), id_) for id_ in ("s1", "s2", "s3")]

    assert [one.step for one in deadlines(context, [plan("a", *steps)], which)] == ids


def test_the_time_to_answer_names_each_kind_of_claim():
    found = answer(CONTEXT, plan("a", step(limit()), urgent=Period(hours=72), standard=Period(days=30)))

    assert [one.words for one in found.times] == [
        "<strong>72 hours</strong> (urgent)",
        "<strong>30 days</strong> (standard)",
    ]
