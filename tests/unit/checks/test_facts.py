"""Facts, the claims that rest on them, and the numbers in these."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

from datetime import date

import pytest

CLAIM = "180 days to appeal.[^int-180]"
WHAT_TO_DO = "(cite the fact that says so, or leave out the number)"


def test_a_fact_that_does_not_exist_is_told_where_it_is_cited_in_the_text(find):
    assert find("fact-unknown", "[^tri-90]", "[^tri-9]") == [
        'tree.yml:43:47: error[fact-unknown]: the fact "tri-9" does not exist (did you mean "tri-90"?)'
    ]


def test_an_uncertain_fact_is_not_cited(find):
    assert find("fact-unknown", CLAIM, "to appeal.[^doubtful]") == [
        'tree.yml:34:25: error[fact-unknown]: the fact "doubtful" is uncertain (leave out the claim, or confirm the fact first)'
    ]


def test_a_deadline_rests_on_facts_that_exist(find):
    edits = {"deadlines": ("facts: [int-180]", "facts: [int-18]")}
    assert find("fact-unknown", edits=edits) == [
        'deadlines.yml:11:17: error[fact-unknown]: the fact "int-18" does not exist (did you mean "int-180"?)'
    ]


def test_a_regulators_contacts_are_facts_that_exist(find):
    edits = {"regulators": ("hours-72", "hour-72")}
    assert find("fact-unknown", edits=edits) == [
        'regulators.yml:3:16: error[fact-unknown]: the fact "hour-72" does not exist (did you mean "hours-72"?)'
    ]


def test_a_fact_is_not_cited_before_its_first_day(find):
    assert find("fact-period", CLAIM, "to appeal.[^to-come]") == [
        'tree.yml:34:25: error[fact-period]: the fact "to-come" holds only from 2027-01-01 (leave out the claim until then)'
    ]


def test_a_fact_is_cited_on_its_first_day(find):
    assert find("fact-period", CLAIM, "to appeal.[^to-come]", on=date(2027, 1, 1)) == []


def test_after_its_last_day_a_fact_is_warned_of(find):
    assert find("fact-period", CLAIM, "to appeal.[^gone-by]") == [
        'tree.yml:34:25: warning[fact-period]: the fact "gone-by" was to be read again after 2026-10-31 (confirm and reword it)'
    ]


def test_on_its_last_day_a_fact_is_not_warned_of(find):
    assert find("fact-period", CLAIM, "to appeal.[^gone-by]", on=date(2026, 10, 31)) == []


def test_a_review_that_is_still_to_come_is_an_error(find):
    assert find("fact-review", on=date(2026, 10, 31))[0] == (
        'facts.yml:10:15: error[fact-review]: the review of "int-180", 2026-11-01, is still to come '
        "(write the day it was read)"
    )


def test_a_review_of_a_day_that_has_begun_since_the_commit_is_no_error(find):
    assert find("fact-review", on=date(2026, 10, 31), begun=date(2026, 11, 1)) == []


def test_what_has_begun_since_makes_no_review_older(find):
    assert find("fact-review", on=date(2027, 11, 1), begun=date(2029, 1, 1)) == []


def test_a_day_that_is_looked_at_ahead_has_come_too(find):
    assert find("fact-review", on=date(2026, 11, 1), begun=date(2026, 10, 1)) == []


def test_a_review_over_a_year_ago_is_warned_of(find):
    assert find("fact-review", on=date(2027, 11, 1)) == []
    assert find("fact-review", on=date(2027, 11, 2))[0] == (
        'facts.yml:10:15: warning[fact-review]: the review of "int-180", 2026-11-01, is over a year ago '
        "(read its source again)"
    )


def test_a_day_that_no_calendar_has_is_an_error(find):
    edits = {"facts": ("until: '2026-10-31'", "until: '2026-02-30'")}
    assert find("fact-review", edits=edits) == [
        'facts.yml:66:12: error[fact-review]: "2026-02-30" is no day of the calendar (write it as 2026-11-23)'
    ]


def test_a_likely_fact_comes_with_confirm_ask_or_check(find):
    text = "intro: Ask for the criteria. Some states do more; check with yours.[^maybe]"
    assert find("fact-likely", text, "intro: Some states do more.[^maybe]") == [
        'tree.yml:54:32: error[fact-likely]: the fact "maybe" is only likely (tell the reader to confirm, ask or check)'
    ]


def test_a_passage_for_a_plan_cites_facts_that_reach_it(find):
    text = "Military plans have ninety days.[^tri-90]"
    assert find("fact-reach", text, "Military plans.[^int-180]") == [
        (
            'tree.yml:43:30: error[fact-reach]: the fact "int-180" does not reach tricare '
            "(cite one that does, or leave out the claim)"
        )
    ]


def test_a_passage_for_several_plans_cites_facts_that_reach_one_of_them(find):
    assert find("fact-reach", "plans: [tricare]", "plans: [job, tricare]") == []


def test_a_passage_for_the_unsure_may_cite_any_fact(find):
    assert find("fact-reach", "plans: [tricare]", "plans: [not-sure]") == []


def test_a_deadline_cites_facts_that_reach_its_plan(find):
    edits = {"deadlines": ("facts: [tri-90]", "facts: [int-180]")}
    assert find("fact-reach", edits=edits) == [
        (
            'deadlines.yml:19:17: error[fact-reach]: the fact "int-180" does not reach tricare '
            "(cite one that does, or leave out the claim)"
        )
    ]


def test_a_number_stands_in_a_fact_that_is_cited_beside_it(find):
    assert find("number", "180 days to appeal", "180 days, or 60 days, to appeal") == [
        f'tree.yml:34:28: error[number]: "60 days" is in no verified fact cited here {WHAT_TO_DO}'
    ]


def test_a_number_without_a_citation_is_an_error(find):
    assert find("number", CLAIM, "180 days to appeal.") == [
        f'tree.yml:34:15: error[number]: "180 days" stands here without a fact {WHAT_TO_DO}'
    ]


def test_a_likely_fact_backs_no_number(find):
    assert find("number", "check with yours.[^maybe]", "check the 60 days.[^maybe]") == [
        f'tree.yml:54:65: error[number]: "60 days" is in no verified fact cited here {WHAT_TO_DO}'
    ]


def test_numbers_in_words_in_hints_and_in_questions_count_too(find):
    assert find("number", "What reason does it give?", "Is it thirty percent or $110?") == [
        f'tree.yml:11:17: error[number]: "thirty percent" stands here without a fact {WHAT_TO_DO}',
        f'tree.yml:11:35: error[number]: "$110" stands here without a fact {WHAT_TO_DO}',
    ]
    assert find("number", "hint: More than one?", "hint: In half a year?") == [
        f'tree.yml:12:14: error[number]: "half a year" stands here without a fact {WHAT_TO_DO}'
    ]


def test_a_number_in_a_shared_passage_needs_its_fact_in_the_passage(find):
    text = "closing: Keep the letter."
    assert find("number", text, "closing: Keep it for 180 days.") == [
        f'tree.yml:49:24: error[number]: "180 days" stands here without a fact {WHAT_TO_DO}'
    ]


@pytest.mark.parametrize(
    "words",
    [
        "a hundred and eighty days[^int-180]",
        "The first 24 hours",
        "Help is there 24/7: call 988 or 911",
        "CO-197",
    ],
)
def test_other_wordings_names_and_codes_are_no_problem(find, words):
    assert find("number", "Is the care needed?", f'"{words}"') == []


NOT_BACKED = "is in no verified fact cited here (cite the fact that says so, or leave out the number)"


def test_a_number_in_a_row_stands_in_a_fact_that_the_row_lists(find):
    old = "facts: [tri-90]"

    assert find("number", edits={"deadlines": (old, f"note: ninety days at most\n        {old}")}) == []
    assert find("number", edits={"deadlines": (old, f"note: 60 days at most\n        {old}")}) == [
        f'deadlines.yml:19:15: error[number]: "60 days" {NOT_BACKED}'
    ]


def test_a_number_in_a_row_that_a_fork_changes_is_warned_of(find):
    steps = "{reconsideration: {note: 60 days at most}}"

    assert find("number", local=f"reference: {{deadlines: {{plans: {{tricare: {{steps: {steps}}}}}}}}}") == [
        f'local.yml:1:75: warning[number]: "60 days" {NOT_BACKED}'
    ]


NOT_SAID = "is in no verified fact of this row (name the fact that says so under facts, or mend the number)"


def test_the_length_of_a_deadline_stands_in_a_fact_of_its_row(find):
    assert find("number", edits={"deadlines": ("within: {days: 90}", "within: {days: 900}")}) == [
        f'deadlines.yml:17:9: error[number]: "900 days" {NOT_SAID}'
    ]
    assert find("number", edits={"deadlines": ("within: {days: 90}", "within: {months: 1}")}) == [
        f'deadlines.yml:17:9: error[number]: "1 month" {NOT_SAID}'
    ]


def test_a_copy_is_warned_of_a_deadline_that_no_fact_says(find):
    steps = "{reconsideration: {within: {days: 30}}}"

    assert find("number", local=f"reference: {{deadlines: {{plans: {{tricare: {{steps: {steps}}}}}}}}}") == [
        f'local.yml:1:69: warning[number]: "30 days" {NOT_SAID}'
    ]


def test_a_row_that_lists_no_facts_is_its_own_authority(find):
    edits = {"denial_codes": ("Get the criteria", "Ask within 30 days")}

    assert find("number", edits=edits) == []


def test_a_phrase_that_is_no_claim_may_name_a_number(find):
    new = "not_claims: {weekly: {phrase: for eight weeks, why: an example}}\ntakeaways: {one: Weekly for eight weeks.}\naliases:"
    assert find("number", "aliases:", new) == []


def test_a_phrase_that_stands_nowhere_excuses_nothing(find):
    new = "not_claims: {weekly: {phrase: for eight weeks, why: an example}}\naliases:"
    assert find("number", "aliases:", new) == [
        'tree.yml:45:31: error[number]: the phrase "for eight weeks" stands in no text (delete it, or copy the words exactly)'
    ]
