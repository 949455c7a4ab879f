"""A deadline says the same in the table, the timeline, the plan finder's result and on outcomes' pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from built import GUIDE, find_all, one_line, page, words_of

from decision_tree.model.reference import AppealStep, Limit, Plan

FACTS = GUIDE.reference.facts
PLANS = GUIDE.reference.plans
NO_PLAN = "not-sure"
KEPT = {"first": slice(1), "next": slice(1, None), "all": slice(None), "none": slice(0)}

every_step = pytest.mark.parametrize(
    ("plan", "step"),
    [pytest.param(plan, step, id=f"{plan.id}-{step.id}") for plan in PLANS.values() for step in plan.steps],
)
every_plan = pytest.mark.parametrize("plan", PLANS.values(), ids=lambda plan: plan.id)
every_unsure_plan = pytest.mark.parametrize(
    "plan", [plan for plan in PLANS.values() if plan.confidence != "verified"], ids=lambda plan: plan.id
)


@dataclass(frozen=True)
class Shown:
    """One deadline where it stands."""

    place: str
    element: object

    def parts(self, *names: str) -> list:
        return [one for one in self.element.iter() if one.get("data-deadline") in names]

    def told_to(self, plan: Plan) -> dict[str, str]:
        """What it says to the people of one plan, by the id of the part, e.g. "time" or "keep"."""
        beside = [one for one in self.parts("note", "keep", "urgent") if is_for(plan, one)]
        return {
            "name": words_of(self.parts("name")[0]),
            "time": said(self.parts("time")[0]),
            **{f"{one.get('data-deadline')} {number}": said(one) for number, one in enumerate(beside)},
        }

    def stamps(self, *names: str) -> list[tuple[str | None, str | None]]:
        stamps = [stamp for part in self.parts(*names) for stamp in find_all(part, "span.stamp")]
        return [(stamp.get("data-reviewed"), stamp.get("data-until")) for stamp in stamps]


def is_for(plan: Plan, note) -> bool:
    return plan.id in note.get("data-plans", plan.id).split()


def said(part) -> str:
    """Its words, without the marks of its sources and the names of the plans that a note is for."""
    return words_of(part, without=("sup", "span.stamp", "b"))


def shown(site, plan: Plan, step: AppealStep) -> list[Shown]:
    """The deadline in each place that shows it; the table is the first."""
    return [
        Shown(f"{place} {element.get('id')}", element)
        for place in ("deadlines", *GUIDE.outcomes)
        for element in page(site, place).content.iter()
        if isinstance(element.tag, str)
        and element.get("data-step") == step.id
        and plan.id in element.get("data-plan-ids", "").split()
    ]


def places(plan: Plan, step: AppealStep) -> Iterator[str]:
    """Where it must stand."""
    yield f"deadlines deadline-{step.id}-{plan.id}"
    if plan.confidence == "verified" and plan.id != NO_PLAN:
        yield f"deadlines timeline-{step.id}-{plan.id}"
    if plan.id in GUIDE.plan_finder.outcomes and step == plan.steps[0]:
        yield f"deadlines summary-{step.id}-{plan.id}"


def outcomes_with(plan: Plan, step: AppealStep) -> set[str]:
    return {
        outcome.id
        for outcome in GUIDE.outcomes.values()
        if plan.id in (outcome.deadline.plans or PLANS) and step in plan.steps[KEPT[outcome.deadline.steps]]
    }


def limits(step: AppealStep) -> dict[str, Limit]:
    beside = {"keep": step.keep, "urgent": step.urgent}
    return {"time": step.limit, **{kind: limit for kind, limit in beside.items() if limit}}


@every_step
def test_a_deadline_stands_wherever_it_must(site, plan, step):
    found = [one.place for one in shown(site, plan, step)]

    assert {*places(plan, step)} <= {*found}
    assert {place.partition(" ")[0] for place in found} - {"deadlines"} == outcomes_with(plan, step)


@every_step
def test_a_deadline_says_the_same_in_all_places(site, plan, step):
    table, *others = shown(site, plan, step)

    assert {one.place: one.told_to(plan) for one in others} == {
        one.place: table.told_to(plan) for one in others
    }


@every_step
def test_a_deadline_says_all_that_its_row_holds(site, plan, step):
    told = " ".join(shown(site, plan, step)[0].told_to(plan).values())
    texts = [step.goes_to, *(limit.note for limit in limits(step).values())]

    assert [text for text in texts if one_line(text) not in told] == []


@every_step
def test_a_deadline_has_the_dates_of_its_facts_in_all_places(site, plan, step):
    """By these a reader's browser knows that a claim is stale."""
    for one in shown(site, plan, step):
        for name, limit in limits(step).items():
            expected = {
                (str(FACTS[fact].reviewed), str(FACTS[fact].until) if FACTS[fact].until else None)
                for fact in limit.facts
            }
            assert expected <= {*one.stamps(name)}, one.place


@every_step
def test_scripts_can_read_a_deadline_wherever_it_stands(site, plan, step):
    sure = plan.confidence == "verified"
    for one in shown(site, plan, step):
        assert one.element.get("data-confidence") == plan.confidence, one.place
        assert values(one.element) == values_of(step.limit, sure=sure), one.place
        for kind, limit in limits(step).items():
            if kind != "time":
                (part,) = one.parts(kind)
                assert values(part) == values_of(limit, sure=sure), one.place


def values(element) -> tuple[str | None, ...]:
    return tuple(element.get(f"data-{name}") for name in ("amount", "unit", "from"))


def values_of(limit: Limit, *, sure: bool) -> tuple[str | None, ...]:
    if limit.within is None or not sure:
        return (None, None, None)
    return (str(limit.within.amount), limit.within.unit, limit.counted_from)


@every_step
def test_a_step_has_a_name_of_its_own_on_no_page_twice(site, plan, step):
    found = [one.place for one in shown(site, plan, step)]

    assert len(found) == len(set(found))
    assert all(page(site, place.split()[0]).ids.count(place.split()[1]) == 1 for place in found)


# Plans whose rule is not sure


@every_unsure_plan
def test_a_plan_whose_rule_is_not_sure_is_told_no_number(site, plan):
    for step in plan.steps:
        for one in shown(site, plan, step):
            told = " ".join(one.told_to(plan).values())
            assert one_line(GUIDE.interface["deadline_follow_letter"]) in told, one.place
            assert re.findall(r"\d", told) == [], one.place


@every_unsure_plan
def test_a_plan_whose_rule_is_not_sure_has_no_timeline(site, plan):
    assert f"time-{plan.id}" not in page(site, "deadlines").ids


# How long the plan has to answer


@every_plan
def test_the_time_to_answer_is_the_same_in_the_table_and_in_the_timeline(site, plan):
    built = page(site, "deadlines")
    rows = [
        element
        for element in built.content.iter()
        if element.get("id") in (f"deadline-answer-{plan.id}", f"timeline-answer-{plan.id}")
    ]
    told = [
        [(one.get("data-decide"), said(one)) for one in row.iter() if one.get("data-decide")] for row in rows
    ]

    assert [[kind for kind, _ in one] for one in told] == ([[*plan.decide]] * 2 if plan.decide else [])
    assert told[1:] == told[:1]
    assert all(find_all(row, "span.stamp") for row in rows)
