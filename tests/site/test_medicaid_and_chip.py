"""Whoever has Medicaid or CHIP finds their own way on each outcome, and a child on Medicaid its right."""

import pytest
from built import GUIDE, address, find_all, page
from links import targets

pytestmark = pytest.mark.upstream

CHILDREN_MAY_BE_REFUSED = [
    "urgent",
    "in-crisis",
    "out-of-network",
    "no-prior-authorization",
    "not-medically-necessary",
    "session-limit",
    "excluded",
    "level-of-care",
    "medicine",
    "denied-again",
    "fair-hearing",
    "get-the-letter",
    "pending",
]
"""The outcomes on which care, or the payment for it, can be refused to a child on Medicaid."""
KINDS = ["medicaid-managed-care", "medicaid-fee-for-service", "chip"]
OTHERS = {"medicare-appeal", "tricare-appeal", "federal-employee-review", "va-review", "for-provider-staff"}
"""Outcomes of other programs, and the one for people who work for a provider."""
STEPS = "fair-hearing"
OUTCOMES = [
    outcome.id for outcome in GUIDE.outcomes.values() if outcome.plans and outcome.id not in OTHERS | {STEPS}
]
ONLY_A_BILL = [
    "no-prior-authorization",
    "not-medically-necessary",
    "session-limit",
    "excluded",
    "level-of-care",
    "out-of-network",
    "get-the-letter",
    "coding-error",
    "nothing-denied",
    "other-insurer-or-late-claim",
    "money-taken-back",
]
"""Where the paper may refuse only the payment, for care that was given."""

STEPS_STAND_THERE = [
    outcome.id
    for outcome in GUIDE.outcomes.values()
    if any("{medicaid-steps}" in passage.text for passage in outcome.plans)
]
"""Where both kinds of Medicaid find the steps in short."""


def passages(site, outcome, kind):
    """The passages of an outcome's page for one kind of plan."""
    return [
        box
        for box in find_all(page(site, outcome).content, "details.plan")
        if kind in box.get("data-plans", "").split()
    ]


def leads(elements, place):
    return any(place in link.get("href", "") for box in elements for link in find_all(box, "a"))


@pytest.mark.parametrize("outcome", CHILDREN_MAY_BE_REFUSED)
def test_a_child_on_medicaid_finds_epsdt_and_how_to_use_it(site, outcome):
    built = page(site, outcome)

    assert "EPSDT" in built.prose
    assert "mcd-epsdt" in built.footnotes
    assert (address("rights"), "epsdt") in targets(built)


def test_how_to_use_epsdt_says_what_to_write_and_where_chip_stands(site):
    said = page(site, "rights").prose

    assert "Please review this under EPSDT." in said
    assert "Separate CHIP has EPSDT only where the state chose it" in said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_has_something_for_each_kind_of_medicaid_and_chip(site, outcome, kind):
    assert passages(site, outcome, kind)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_each_kind_is_led_to_the_page_with_the_steps(site, outcome, kind):
    assert leads(passages(site, outcome, kind), address(STEPS).removeprefix("paths/"))


@pytest.mark.parametrize("outcome", STEPS_STAND_THERE)
def test_beside_the_60_days_to_appeal_stands_the_far_shorter_time_to_keep_care_going(site, outcome):
    said = " ".join(page(site, outcome).prose.split())

    assert "within 60 calendar days from the date on the notice" in said
    assert "Ask within 10 days for the care to go on" in said
    assert "mcd-cont-10" in page(site, outcome).footnotes


@pytest.mark.parametrize("outcome", ONLY_A_BILL)
def test_a_bill_is_kept_apart_from_refused_care(site, outcome):
    found = passages(site, outcome, "medicaid-managed-care") + passages(
        site, outcome, "medicaid-fee-for-service"
    )

    assert leads(found, "surprise-bill/#medicaid")
