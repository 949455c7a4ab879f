"""TRICARE, the VA and federal employee plans go by rules of their own: each page says so and leads to theirs."""

import pytest
from built import GUIDE

pytestmark = pytest.mark.upstream

OWN_PAGE = {"tricare": "tricare-appeal", "federal-employee": "federal-employee-review", "va": "va-review"}
NOT_FOR_THEM = {"in-crisis", "fair-hearing", "medicare-appeal", *OWN_PAGE.values()}
"""Where safety comes before any plan, where another program is asked, and these plans' own pages."""


@pytest.mark.parametrize("plan", OWN_PAGE)
@pytest.mark.parametrize("outcome", sorted(GUIDE.outcomes.keys() - NOT_FOR_THEM))
def test_a_passage_for_the_plan_leads_to_its_own_page(outcome, plan):
    passages = [passage.text for passage in GUIDE.outcomes[outcome].plans if plan in passage.plans]

    assert [text for text in passages if f"(guide:{OWN_PAGE[plan]})" in text]
