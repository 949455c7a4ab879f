"""What a fork of an older release wrote holds where upstream has moved on, or is told at its own line."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

import json
from dataclasses import replace

import pytest
from small_guide import GOOD, edited, sources

from decision_tree import checks
from decision_tree.reading.load import load_text

# Codes that upstream has come to list too

SHARED = "reference: {denial_codes: {adjustment_codes: {'91': {also: ['50'], meaning: Ours}}}}"


def test_a_forks_row_for_a_code_stands_in_the_place_of_upstreams_and_is_told():
    codes = sources(local=SHARED).denial_codes.data["adjustment_codes"]
    told = [str(problem) for problem in checks.RULES["code-twice"](sources(local=SHARED))]

    assert list(codes) == ["56", "91"]
    assert [one.partition("; ")[0] for one in told] == [
        'local.yml:1:61: warning[code-twice]: upstream lists the code "50" too'
    ]


def test_upstreams_row_keeps_the_codes_that_the_fork_has_none_for():
    edits = {
        "denial_codes": (
            'acts_first: patient\n    confidence: verified\n  "56"',
            "acts_first: patient\n    confidence: verified\n    also: ['91', '92']\n  \"56\"",
        )
    }
    ours = "reference: {denial_codes: {adjustment_codes: {'91': {meaning: Ours}}}}"
    codes = sources(local=ours, edits=edits).denial_codes.data["adjustment_codes"]

    assert codes["50"]["also"] == ["92"]
    assert codes["91"] == {"meaning": "Ours"}


def test_a_forks_words_for_an_upstream_code_still_change_only_those():
    ours = "reference: {denial_codes: {adjustment_codes: {'50': {first_step: Call us}}}}"
    small = sources(local=ours)

    assert small.denial_codes.data["adjustment_codes"]["50"]["first_step"] == "Call us"
    assert list(checks.RULES["code-twice"](small)) == []


def test_what_a_fork_removes_from_a_row_whose_place_its_own_takes_was_there():
    local = "reference: {denial_codes: {adjustment_codes: {'77': {also: ['56']}, '56': {meaning: null}}}}"

    assert list(checks.RULES["removal"](sources(local=local))) == []


# What upstream has retired since

RETIRED = edited(
    GOOD, "{no-letter: get-the-letter}", "{letter/told: letter/no-paper, letter/bill: letter/, paper: letter}"
)


def with_retired(local):
    small = sources(RETIRED, local=local)
    return [str(problem) for rule in checks.RULES.values() for problem in rule(small)]


@pytest.mark.parametrize(
    ("local", "column", "told"),
    [
        ("letter: {options: {told: {label: They told me}}}", 32, '"letter/told" is now "letter/no-paper"'),
        ("letter: {options: {told: null}}", 32, '"letter/told" is now "letter/no-paper"'),
        (
            "letter: {options: {bill: {label: A bill, next: reason}}}",
            32,
            '"letter/bill" was split: see the options of "letter"',
        ),
        ("paper: {text: Do you have a paper?}", 13, '"paper" is now "letter"'),
    ],
)
def test_what_a_fork_wrote_for_a_retired_option_is_told_and_changes_nothing(local, column, told):
    advice = "what stands here is not used (write it there, or delete it)"

    assert with_retired(f"questions: {{{local}}}") == [
        f"local.yml:1:{column}: warning[retired]: upstream's {told}; {advice}"
    ]


def test_what_a_fork_wrote_for_a_living_option_still_applies_beside_a_retired_one():
    both = "questions: {letter: {options: {told: {label: Told}, denial: {label: A refusal}}}}"
    tree = sources(RETIRED, local=both).tree.data

    assert tree["questions"]["letter"]["options"]["denial"]["label"] == "A refusal"
    assert "told" not in tree["questions"]["letter"]["options"]


# Questions that a fork's answers no longer lead to


def test_a_question_that_the_forks_answers_do_not_lead_to_is_left_out():
    local = "questions: {letter: {options: {denial: {next: get-the-letter}}}}"
    small = sources(local=local)
    told = [str(problem) for rule in checks.RULES.values() for problem in rule(small)]

    assert list(small.finders[0].questions) == ["letter"]
    # The outcome behind it is a page of its own, so that the fork has to say what becomes of it.
    message = 'no route reaches the outcome "not-medically-necessary" (lead an option to it, or delete it)'
    assert told == [f"tree.yml:26:3: error[unreachable]: {message}"]


def test_a_question_of_the_forks_own_that_nothing_leads_to_is_told():
    local = """
        questions:
          mine:
            text: Which office?
            options: {not-sure: {label: I am not sure, next: get-the-letter}}
    """
    told = [str(problem) for problem in checks.RULES["unreachable"](sources(local=local))]

    assert told == [
        'local.yml:3:11: error[unreachable]: no route reaches the question "mine" (lead an option to it, or delete it)'
    ]


def test_an_alias_may_lead_to_a_question_that_a_fork_leaves_out():
    retired = edited(
        GOOD, "{no-letter: get-the-letter}", "{reason/old: reason/, why: reason, reason/a: clinical}"
    )
    local = "questions: {letter: {options: {denial: {next: get-the-letter}}}}"

    assert list(checks.RULES["alias"](sources(retired, local=local))) == []


# Options that lead to what a fork removes

MORE = edited(
    GOOD,
    "like: CO-50, next: not-medically-necessary}",
    "like: CO-50, next: not-medically-necessary}\n      less: {label: Less, next: not-medically-necessary}",
)
"""A newer release, with one more option that leads to the outcome."""


def test_an_option_that_leads_to_what_the_fork_has_removed_long_ago_is_left_out_and_told():
    local = """
questions:
  reason: {options: {clinical: {next: get-the-letter}}}
outcomes: {not-medically-necessary: null}
"""
    small = sources(MORE, local=local)
    told = [str(problem) for rule in checks.RULES.values() for problem in rule(small)]

    assert list(small.tree.data["questions"]["reason"]["options"]) == ["clinical", "not-sure"]
    assert told == [
        (
            "local.yml:4:12: warning[lost-option]: upstream's option reason/less leads to "
            '"not-medically-necessary", which is removed here, so that it is left out '
            "(to ask it, lead it elsewhere)"
        )
    ]


def test_a_fork_that_leads_no_option_elsewhere_is_refused():
    small = sources(MORE, local="outcomes: {not-medically-necessary: null}")
    told = [str(problem) for problem in checks.RULES["unknown-target"](small)]

    assert [one.partition(" (")[0] for one in told] == [
        'local.yml:1:12: error[unknown-target]: "not-medically-necessary" is removed here, but 2 options lead to it'
    ]


# What a fork's text no longer says

READ = "(read what they say: does your text still tell it? if it need not, say why under dropped_citations)"
CITED = edited(GOOD, "You get 180 days to appeal.[^int-180]", "Call.[^int-180] Or write.[^tri-90][^hours-72]")


@pytest.mark.parametrize(
    ("words", "dropped"),
    [("Call us.", "[^int-180], [^tri-90], [^hours-72]"), ("Call us.[^tri-90]", "[^int-180], [^hours-72]")],
)
def test_citations_that_a_forks_text_drops_are_named(words, dropped):
    local = f"outcomes: {{not-medically-necessary: {{means: '{words}'}}}}"
    told = [str(problem) for problem in checks.RULES["dropped-citation"](sources(CITED, local=local))]

    assert told == [
        (
            f"local.yml:1:38: warning[dropped-citation]: upstream's text here cites 3 facts, and yours leaves out {dropped} "
            f"{READ}"
        )
    ]


@pytest.mark.parametrize(
    "local",
    [
        "outcomes: {not-medically-necessary: {means: 'We can.[^hours-72][^tri-90] Call.[^int-180]'}}",
        "outcomes: {not-medically-necessary: {plans: {military: {text: Call us.}}}}",
    ],
)
def test_a_text_that_keeps_the_citations_or_takes_the_place_of_one_is_no_problem(local):
    assert list(checks.RULES["dropped-citation"](sources(CITED, local=local))) == []


EXCUSED = """
outcomes: {{not-medically-necessary: {{means: 'Call us.[^hours-72]'}}}}
dropped_citations:
  ours: {{text: outcomes.not-medically-necessary.means, facts: [{facts}], why: We ask ourselves.}}
"""


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ("int-180, tri-90", []),
        (
            "int-180",
            [
                (
                    "local.yml:2:38: warning[dropped-citation]: upstream's text here cites 3 facts, and yours leaves out "
                    f"[^tri-90] {READ}"
                )
            ],
        ),
        (
            "int-180, tri-90, hours-72",
            [
                (
                    "local.yml:4:3: warning[dropped-citation]: this text leaves out no [^hours-72] of upstream's "
                    "(delete it from the facts)"
                )
            ],
        ),
    ],
)
def test_a_fork_that_says_why_it_leaves_facts_out_is_asked_no_more(facts, told):
    small = sources(CITED, local=EXCUSED.format(facts=facts))

    assert [str(problem) for problem in checks.RULES["dropped-citation"](small)] == told


# What upstream has taken out itself


def test_a_removal_of_what_upstream_has_taken_out_too_only_warns():
    removed = {"outcomes.get-the-letter.sections": "Shorter.", "reference.facts.facts.old": "Merged."}
    changes = load_text(f"releases: {{1.1.0: {{removed: {json.dumps(removed)}}}}}", "changes.yml")
    local = """
        outcomes: {get-the-letter: {sections: {more: null}, words: null}}
        reference: {facts: {facts: {old: null}}}
    """
    small = replace(sources(), changes=changes).with_local(load_text(local, "local.yml"))
    too = "is removed here, and upstream has taken it out too (delete this line)"

    assert {str(problem) for problem in checks.RULES["removal"](small)} == {
        f'local.yml:2:48: warning[removal]: "more" {too}',
        'local.yml:2:61: error[removal]: "words" is removed here, but upstream has none (delete this line)',
        f'local.yml:3:37: warning[removal]: "old" {too}',
    }
