"""An outcome's page has one anatomy, in one order, and says all that the tree says of its outcome."""

import re
from dataclasses import fields, is_dataclass

import pytest
from built import GUIDE, find_all, one_line, page, words_of

from decision_tree.model.outcome import Outcome
from macros.words import Words

WORDS = GUIDE.interface
JOINING = Words(WORDS)
IN_CRISIS = "in-crisis"
every_outcome = pytest.mark.parametrize("outcome", GUIDE.outcomes.values(), ids=GUIDE.outcomes.keys())
every_usual_outcome = pytest.mark.parametrize(
    "outcome",
    [outcome for outcome in GUIDE.outcomes.values() if outcome.id != IN_CRISIS],
    ids=lambda one: one.id,
)
every_page = pytest.mark.parametrize("fixed", GUIDE.pages.values(), ids=GUIDE.pages.keys())

ELSEWHERE = {"description", "why", "reason"}
"""What an outcome says elsewhere: in the page's head, in the finder, on the pages of the other reasons."""


def anatomy(outcome: Outcome) -> list[str]:
    """The headings of an outcome's page, in order, as far as the tree has something to stand below them."""
    parts = [
        (WORDS["heading_means"], outcome.means),
        (WORDS["heading_today"], outcome.today),
        (WORDS["heading_plans"], outcome.plans),
        (WORDS["heading_deadline"], outcome.deadline.steps != "none" or outcome.deadline.text),
        (WORDS["heading_words"], outcome.words),
        (WORDS["heading_record"], outcome.record),
        (WORDS["heading_reviewers"], outcome.reviewers),
        *((section.title, True) for section in outcome.sections),
        (WORDS["heading_if_it_fails"], outcome.if_it_fails),
        (WORDS["heading_someone_else"], True),
        (WORDS["heading_related"], outcome.related),
        (WORDS["heading_sources"], True),
    ]
    return [one_line(heading) for heading, there in parts if there]


def headings(outcome: Outcome, site) -> list[str]:
    return [words_of(heading) for heading in find_all(page(site, outcome.id).content, "h2")]


@every_usual_outcome
def test_the_headings_are_those_of_the_anatomy_in_their_order(site, outcome):
    assert headings(outcome, site) == anatomy(outcome)


@every_usual_outcome
def test_after_today_a_list_leads_to_each_part_that_follows(site, outcome):
    (listed,) = find_all(page(site, outcome.id).content, "nav.on-this-page")
    links = [words_of(link) for link in find_all(listed, "a")]

    assert [WORDS["heading_means"], WORDS["heading_today"], *links] == headings(outcome, site)


@every_usual_outcome
def test_every_other_reason_is_offered_with_its_page(site, outcome):
    (heading,) = [one for one in page(site, outcome.id).elements if one.get("id") == "other-reasons"]
    links = [link.get("href", "") for link in find_all(page(site, outcome.id).content, "a")]
    missing = [
        other.id for other in GUIDE.reasons if other.id != outcome.id and f"../{other.id}/" not in links
    ]

    assert words_of(heading) == one_line(WORDS["heading_related"])
    assert missing == []


@every_usual_outcome
def test_the_parts_that_every_page_needs_are_not_empty(outcome):
    assert outcome.means
    assert outcome.today
    assert outcome.if_it_fails or outcome.sections
    assert outcome.words or outcome.id == "nothing-denied"


def test_in_a_crisis_what_to_do_now_comes_first_and_the_paperwork_last(site):
    found = headings(GUIDE.outcomes[IN_CRISIS], site)

    assert found[0] == WORDS["heading_now"]
    assert found[-2:] == [WORDS["heading_paperwork"], WORDS["heading_sources"]]


@every_outcome
def test_the_page_says_all_that_the_tree_says_of_its_outcome(site, outcome):
    said = bare(page(site, outcome.id).prose)
    silent = [
        place for place, text in texts(outcome) if bare_markdown(text) not in said and bare(text) not in said
    ]
    if outcome.id == IN_CRISIS:
        silent.remove(".here_if")  # a reader in danger need not read whether the page is theirs

    assert silent == []


@every_page
def test_a_fixed_page_says_all_that_the_tree_says_of_it(site, fixed):
    said = bare(page(site, fixed.id).prose)
    silent = [
        place for place, text in texts(fixed) if bare_markdown(text) not in said and bare(text) not in said
    ]

    assert silent == []


OWN_PAGES = {
    "first-24-hours": GUIDE.first_24_hours,
    "faq": GUIDE.faq,
    "words": GUIDE.words,
    "hub": (GUIDE.hub, GUIDE.tracks, GUIDE.not_to_do, GUIDE.takeaways),
    "read-your-letter": GUIDE.examples,
}


@pytest.mark.parametrize("page_id", OWN_PAGES)
def test_the_page_of_a_part_of_the_tree_says_all_of_it(site, page_id):
    said = bare(page(site, page_id).prose)
    silent = [
        place
        for place, text in texts(OWN_PAGES[page_id])
        if bare_markdown(text) not in said and bare(text) not in said
    ]

    assert silent == []


def texts(value, place=""):
    """Every piece of prose below a value of the model, with its place. Ids are none: they have no spaces."""
    if isinstance(value, str):
        if " " in value:
            yield place, value
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ELSEWHERE:
                yield from texts(getattr(value, field.name), f"{place}.{field.name}")
    elif isinstance(value, dict) or hasattr(value, "items"):
        for key, one in value.items():
            yield from texts(one, f"{place}.{key}")
    elif isinstance(value, tuple | list):
        for one in value:
            yield from texts(one, f"{place}.{getattr(one, 'id', '')}")


def bare_markdown(text: str) -> str:
    """Prose as its words alone: no citations, links, list marks or other signs, shared passages filled in."""
    text = re.sub(r"(?m)^\{([a-z0-9-]+)\}$", lambda found: GUIDE.passages[found[1]], text)
    text = re.sub(r"\[\^[^\]]+\]|\]\([^)]*\)", "", text)
    return bare(re.sub(r"(?m)^\s*(?:\d+\.|[-*])\s", " ", text))


def bare(text: str) -> str:
    return f" {' '.join(re.findall(r'[a-z0-9]+', one_line(text).lower()))} "


# What to do today


@every_outcome
def test_every_step_of_today_can_be_ticked_and_names_whom_to_ask(site, outcome):
    (steps,) = find_all(page(site, outcome.id).content, "div.steps")
    labels = [words_of(label) for label in find_all(steps, "label") if label.find("input") is not None]

    assert labels == [one_line(step.do) for step in outcome.today]
    assert [words_of(who) for who in find_all(steps, "span.who")] == [
        one_line(step.who) for step in outcome.today
    ]


@every_usual_outcome
def test_what_to_do_today_comes_before_all_but_what_it_means(site, outcome):
    assert headings(outcome, site)[:2] == [WORDS["heading_means"], WORDS["heading_today"]]
    assert 3 <= len(outcome.today) <= 7


NOTHING_IS_SENT = {
    "in-crisis": "papers can wait",
    "nothing-denied": "there is nothing to appeal, only sums to check",
    "urgent": "the fast track is asked for by phone; whom to call for help that day is told where it fails",
}
"""The outcomes whose steps send no appeal or papers, and why."""
sending_outcome = pytest.mark.parametrize(
    "outcome", [one for one in GUIDE.outcomes if one not in NOTHING_IS_SENT]
)
HELPERS = r"free help|legal aid|helps free|SHIP|service officer"


@pytest.mark.upstream
@sending_outcome
def test_the_steps_tell_how_to_prove_what_was_sent_and_what_stays_out(site, outcome):
    said = steps_of(outcome, site)

    assert re.search("Keep proof of sending: .*screenshot, .*fax report, .*mail receipt or call number", said)
    assert "Leave private therapy notes out" in said


@pytest.mark.upstream
@sending_outcome
def test_the_steps_name_who_helps_free(site, outcome):
    assert re.search(HELPERS, steps_of(outcome, site), re.IGNORECASE)


def steps_of(outcome: str, site) -> str:
    (steps,) = find_all(page(site, outcome).content, "div.steps")
    return words_of(steps)


# The words to use


@every_outcome
def test_every_script_stands_whole_and_can_be_copied(site, outcome):
    built = page(site, outcome.id)
    boxes = find_all(built.content, "div.script-text")

    assert [bare(words_of(box)) for box in boxes] == [bare(script.text) for script in outcome.words]
    assert len(find_all(built.content, "copy-text")) == len(outcome.words)


# Deadlines


@every_usual_outcome
def test_every_plan_whose_rows_the_page_prints_is_named_there(site, outcome):
    said = page(site, outcome.id).prose

    assert [plan.label for plan in plans_printed(outcome) if one_line(plan.label) not in said] == []


def plans_printed(outcome: Outcome):
    """The plans that have a row of the kind that the page prints."""
    kept = {"first": slice(1), "next": slice(1, None), "all": slice(None), "none": slice(0)}[
        outcome.deadline.steps
    ]
    plans = GUIDE.reference.plans
    return [plan for id_ in outcome.deadline.plans or plans if (plan := plans[id_]).steps[kept]]


@every_usual_outcome
def test_a_rule_that_is_not_verified_gives_no_length_of_time(site, outcome):
    unsure = {id_ for id_, plan in GUIDE.reference.plans.items() if plan.confidence != "verified"}
    rows = [
        words_of(row)
        for row in find_all(page(site, outcome.id).content, "details")
        if is_row_of(row, [id_ for id_ in row.get("data-plans", "").split() if id_ in unsure])
    ]

    assert [row for row in rows if one_line(WORDS["deadline_follow_letter"]) not in row] == []


def is_row_of(details, plans: list[str]) -> bool:
    """Whether this is the deadline of these plans, and not a passage for them."""
    labels = one_line(JOINING.joined("list_apart", [GUIDE.reference.plans[id_].label for id_ in plans]))
    return bool(plans) and words_of(find_all(details, "summary")[0]) == labels


ELSEWHERE_FOR_MEDICARE = {
    "in-crisis": "it is not about plans",
    "tricare-appeal": "it is TRICARE's own page",
    "federal-employee-review": "it is the federal employees' own page",
    "va-review": "it is the VA's own page",
    "fair-hearing": "it is Medicaid's own page; Medicare stands there only beside it",
    "medicare-appeal": "it is the page itself",
}
"""The outcomes that need not send a Medicare reader on, and why."""


@pytest.mark.upstream
@pytest.mark.parametrize("kind", ["original-medicare", "medicare-advantage"])
@pytest.mark.parametrize("outcome", [one for one in GUIDE.outcomes if one not in ELSEWHERE_FOR_MEDICARE])
def test_wherever_a_medicare_reader_lands_a_passage_leads_to_the_medicare_page(outcome, kind):
    theirs = [passage.text for passage in GUIDE.outcomes[outcome].plans if kind in passage.plans]

    assert any("(guide:medicare-appeal" in text for text in theirs)
