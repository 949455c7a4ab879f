"""Wherever somebody lands whose plan goes by rules of its own, the page leads to them.

Church, student, grandfathered and limited plans share one place; TRICARE, the VA and federal plans have
a page each.
"""

import pytest
from built import GUIDE, find_all, page

pytestmark = pytest.mark.upstream

PLANS = ("grandfathered", "student", "church", "short-term-or-sharing")
PLACE = "#own-rules"
"""The section that tells their ways, on the page of who reviews next."""
NEXT = GUIDE.finder.questions["who-reviews-next"].options.values()
FOR_ONE_PROGRAM = {option.next for option in NEXT} - {"denied-again"}
"""Outcomes that only people in Medicaid, Medicare, TRICARE, a federal job's plan or the VA are led to."""
OUTCOMES = [outcome for outcome in GUIDE.outcomes if outcome not in FOR_ONE_PROGRAM | {"in-crisis"}]


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("plan", PLANS)
def test_the_page_leads_each_of_these_plans_to_the_place_that_tells_its_own_way(site, outcome, plan):
    passages = [
        details
        for details in find_all(page(site, outcome).content, "details.plan")
        if plan in details.get("data-plans", "").split()
    ]

    assert [
        link
        for passage in passages
        for link in find_all(passage, "a")
        if link.get("href", "").endswith(PLACE)
    ]


OWN_PAGE = {"tricare": "tricare-appeal", "federal-employee": "federal-employee-review", "va": "va-review"}
NOT_FOR_THEM = {"in-crisis", "fair-hearing", "medicare-appeal", *OWN_PAGE.values()}
"""Where safety comes before any plan, where another program is asked, and these plans' own pages."""


@pytest.mark.parametrize("plan", OWN_PAGE)
@pytest.mark.parametrize("outcome", sorted(GUIDE.outcomes.keys() - NOT_FOR_THEM))
def test_a_passage_for_the_plan_leads_to_its_own_page(outcome, plan):
    passages = [passage.text for passage in GUIDE.outcomes[outcome].plans if plan in passage.plans]

    assert [text for text in passages if f"(guide:{OWN_PAGE[plan]})" in text]


def test_that_place_is_there_and_keeps_care_apart_from_payment(site):
    guide = page(site, "denied-again-guide")

    assert PLACE.removeprefix("#") in guide.ids
    assert "Care refused:" in guide.prose
    assert "A payment refused:" in guide.prose


@pytest.mark.parametrize("option", ["fixed-payment", "short-term", "association", "sharing"])
def test_the_plan_finder_names_each_kind_that_the_usual_rules_may_not_reach(option):
    named = [
        found
        for question in GUIDE.plan_finder.questions.values()
        for found in question.options.values()
        if found.id == option
    ]

    assert named
    assert {found.next for found in named} == {"short-term-or-sharing"}
