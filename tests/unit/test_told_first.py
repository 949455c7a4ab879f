"""What each situation must be told first is listed for every option, and the list can be true."""

from collections import defaultdict

import pytest
from jsonschema import Draft202012Validator
from told_first import ROOT, SCHEMA, Told, points, raw, reaches, told

from decision_tree.project import read_guide

pytestmark = pytest.mark.upstream

GUIDE = read_guide(ROOT)
OUTCOMES = ("urgent", *(path.id for path in GUIDE.paths))
"""The outcomes that most readers reach: those whose pages open for a situation first."""
TOLD = told()
READERS = [plan for plan in GUIDE.reference.plans if plan != "medicare-part-d"]
"""The kinds of plan that refuse care and have a network: a drug plan has neither, and a page of its own."""

every_option = pytest.mark.parametrize("said", TOLD, ids=[f"{said.outcome}: {said.option}" for said in TOLD])
every_outcome = pytest.mark.parametrize("outcome", OUTCOMES)


def test_the_file_keeps_its_schema():
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(raw())


@every_outcome
def test_every_option_that_leads_there_says_what_its_reader_is_told_first(outcome):
    leading = {
        f"{question.id}/{option.id}"
        for question in GUIDE.finder.questions.values()
        for option in question.options.values()
        if option.next == outcome
    }

    assert {said.option for said in TOLD if said.outcome == outcome} == leading


def test_there_are_no_outcomes_but_these():
    assert set(raw()) == set(OUTCOMES)


@every_option
def test_a_reader_of_any_kind_of_plan_is_told_three_to_seven_things(said: Told):
    counted = {plan: len(said.to(plan)) for plan in READERS}

    assert {plan: count for plan, count in counted.items() if not 3 <= count <= 7} == {}


@every_outcome
def test_a_point_rests_on_a_fact_that_may_be_used(outcome):
    facts = {point.fact for point in points()[outcome].values() if point.fact}

    assert facts <= {id_ for id_, fact in GUIDE.reference.facts.items() if fact.confidence != "uncertain"}


@every_outcome
def test_a_point_is_for_kinds_of_plan_that_there_are_and_that_its_fact_reaches(outcome):
    beyond = {}
    for point in points()[outcome].values():
        reached = reaches().get(point.fact) or frozenset(GUIDE.reference.plans)
        if point.plans is not None and not point.plans <= reached:
            beyond[point.id] = point.plans - reached

    assert beyond == {}


@every_outcome
def test_a_point_names_a_part_of_its_own_page(outcome):
    assert {point.page for point in points()[outcome].values() if point.part} <= {outcome}


@every_outcome
def test_every_point_is_told_to_somebody(outcome):
    used = {point.id for said in TOLD if said.outcome == outcome for point in said.first}

    assert set(points()[outcome]) == used


@every_outcome
def test_options_that_are_told_the_very_same_give_the_reason(outcome):
    groups: dict[frozenset[str], list[Told]] = defaultdict(list)
    for said in TOLD:
        if said.outcome == outcome:
            groups[frozenset(point.id for point in said.first)].append(said)

    unexplained = [
        [said.option for said in group]
        for group in groups.values()
        if len(group) > 1 and not any(said.alike for said in group)
    ]
    assert unexplained == []


@every_option
def test_a_reason_for_being_alike_stands_only_where_another_option_is(said: Told):
    twins = [other for other in TOLD if other.outcome == said.outcome and set(other.first) == set(said.first)]

    assert not said.alike or len(twins) > 1
