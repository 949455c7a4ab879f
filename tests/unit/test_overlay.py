"""A fork's file over the guide: JSON Merge Patch, each value with the file and line that it comes from."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_guide import sources

from decision_tree import checks
from decision_tree.judged_day import judged_day, last_day_begun
from decision_tree.model.tree import tree_of
from decision_tree.problems import errors_in
from decision_tree.project import ROOT, read_sources
from decision_tree.reading.layers import merged
from decision_tree.reading.load import load, load_text
from decision_tree.routes import routes

# What RFC 7396 gives in its appendix A: the original, the patch, the result.
STANDARD = [
    ({"a": "b"}, {"a": "c"}, {"a": "c"}),
    ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
    ({"a": "b"}, {"a": None}, {}),
    ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
    ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
    ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
    ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
    ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
    (["a", "b"], ["c", "d"], ["c", "d"]),
    ({"a": "b"}, ["c"], ["c"]),
    ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
    ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
    ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
]

words = st.text("abc", min_size=1, max_size=2)
data = st.recursive(
    st.none() | st.integers(0, 9) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=12,
)


@pytest.mark.parametrize(("base", "patch", "result"), STANDARD)
def test_it_merges_as_the_standard_says(base, patch, result):
    assert merged(base, patch) == result


@given(data, data)
def test_a_patch_laid_over_twice_changes_no_more_than_once(base, patch):
    once = merged(base, patch)

    assert merged(once, patch) == once


@given(data, data)
def test_neither_side_is_changed(base, patch):
    before = json.dumps([base, patch])
    merged(base, patch)

    assert json.dumps([base, patch]) == before


# In the guide


def printed(sources):
    """What is wrong in the guide with a fork's file over it, and was not without."""
    return [str(problem) for problem in sorted({*checks.run(sources)} - {*checks.run(sources.upstream)})]


def test_a_changed_sentence_is_the_forks_and_the_rest_stays_upstreams(forked):
    sources = forked("outcomes:\n  get-the-letter:\n    title: Ask us for help\n")
    outcome = sources.tree.data["outcomes"]["get-the-letter"]

    assert outcome["title"] == "Ask us for help"
    assert outcome["means"] == "The plan must tell you why."
    assert str(sources.tree.position(("outcomes", "get-the-letter", "title"))) == "local.yml:3:12"
    assert sources.tree.position(("outcomes", "get-the-letter", "means")).file == "tree.yml"
    assert printed(sources) == []


def test_a_new_outcome_with_its_route_is_one_of_the_guide(forked):
    sources = forked("""
questions:
  letter: {options: {helpline: {label: I want to talk, next: our-helpline}}}
outcomes:
  our-helpline:
    title: Call our helpline
    description: Who answers, on which days, and what to have at hand when you call us.
    here_if: You are here if you want to talk.
    why: You asked for somebody to talk to.
    means: We answer on weekdays.
    today: {call: {who: Us, do: Call us.}}
""")
    tree = tree_of(sources.tree.data, "path-finder")

    assert printed(sources) == []
    assert "our-helpline" in {route.outcome for route in routes(tree)}
    assert list(tree.questions["letter"].options)[-2:] == ["helpline", "not-sure"]


def test_the_reference_data_is_patched_by_the_files_name(forked):
    sources = forked("reference: {facts: {facts: {int-180: {statement: You get 180 days here.}}}}")

    assert sources.known_facts["int-180"]["statement"] == "You get 180 days here."
    assert sources.facts.position(("facts", "int-180", "statement")).file == "local.yml"
    assert printed(sources) == []


MISTAKES = {
    "an-unknown-key": (
        "outcomes: {get-the-letter: {titel: X}}",
        'local.yml:1:29: error[unknown-key]: unknown key "titel" in outcomes.get-the-letter (did you mean "title"?)',
    ),
    "a-removal-of-nothing": (
        "outcomes: {get-the-leter: null}",
        (
            'local.yml:1:12: error[removal]: "get-the-leter" is removed here, but upstream has none '
            '(did you mean "get-the-letter"?)'
        ),
    ),
    "a-patch-of-what-does-not-exist": (
        "outcomes: {get-the-leter: {title: X}}",
        'local.yml:1:12: error[missing-key]: outcomes.get-the-leter has no "means" (add it)',
    ),
    "an-unknown-fact": (
        "passages: {closing: 'Keep it.[^int-181]'}",
        'local.yml:1:30: error[fact-unknown]: the fact "int-181" does not exist (did you mean "int-180"?)',
    ),
    "an-unknown-reference-file": (
        "reference: {fact: {}}",
        'local.yml:1:13: error[removal]: there is no reference file "fact" (did you mean "facts"?)',
    ),
    "a-number-without-a-fact": (
        "passages: {closing: You have 60 days.}",
        (
            'local.yml:1:30: error[number]: "60 days" stands here without a fact '
            "(cite the fact that says so, or leave out the number)"
        ),
    ),
    "no-mapping": (
        "- a",
        (
            "local.yml:1:1: error[removal]: this file is a list; it must start with a key, a word with a colon "
            "behind it (write faq:)"
        ),
    ),
    "a-removed-outcome-that-an-option-leads-to": (
        "outcomes: {get-the-letter: null}",
        (
            'local.yml:1:12: error[unknown-target]: "get-the-letter" is removed here, but 3 options lead to it '
            "(delete this line, or lead them elsewhere: questions: {letter: {options: {no-paper: {next: ID}, "
            "not-sure: {next: ID}}}, reason: {options: {not-sure: {next: ID}}}})"
        ),
    ),
    "a-removed-key-that-must-be-there": (
        "outcomes: {get-the-letter: {title: null}}",
        (
            'local.yml:1:29: error[removal-needed]: "title" is removed here, but outcomes.get-the-letter needs it '
            "(delete this line, or write your own)"
        ),
    ),
    "a-removed-part-of-the-whole-file": (
        "start: null",
        (
            'local.yml:1:1: error[removal-needed]: "start" is removed here, but the file needs it '
            "(delete this line, or write your own)"
        ),
    ),
    "a-removed-passage-that-pages-print-by-its-name": (
        "passages: {closing: null}",
        (
            'local.yml:1:12: error[must-stay]: "closing" is removed here, but no copy of the guide can be without it '
            "(delete this line, or write your own words for it)"
        ),
    ),
    "a-removed-track-that-a-path-of-upstreams-belongs-to": (
        "tracks: {clinical: null}",
        (
            'local.yml:1:10: error[removal-needed]: "clinical" is removed here, but then the track "clinical" does not '
            "exist: see tree.yml:28 (delete this line, or write here too: "
            "outcomes.not-medically-necessary.track: ...)"
        ),
    ),
    "a-removed-fact-that-texts-of-upstreams-cite": (
        "reference: {facts: {facts: {int-180: null}}}",
        ('local.yml:1:29: error[removal-needed]: "int-180" is removed here, but then '),
    ),
    "a-start-that-leaves-a-path-of-upstreams-out": (
        "start: ours\nquestions: {ours: {text: Us?, options: {not-sure: {label: Maybe, next: get-the-letter}}}}",
        (
            'local.yml:1:1: error[removal-needed]: "start" is changed here, but then no route reaches the outcome '
            '"not-medically-necessary": see tree.yml:'
        ),
    ),
    "an-option-led-elsewhere-so-that-a-path-of-upstreams-is-left-out": (
        "questions: {reason: {options: {clinical: {next: get-the-letter}}}}",
        (
            'local.yml:1:43: error[removal-needed]: "next" is changed here, but then no route reaches the outcome '
            '"not-medically-necessary": see tree.yml:'
        ),
    ),
    "a-note-that-a-text-is-to-be-written": (
        "passages: {closing: 'WRITE THIS: the end'}",
        "local.yml:1:22: error[unwritten]: this is still to be written (put the words in the place of the note)",
    ),
    "reference-data-at-the-top": (
        "regulators: {states: {TX: {note: Call us.}}}",
        (
            "local.yml:1:1: error[removal]: regulators is reference data "
            "(write reference: above it, and this one level deeper)"
        ),
    ),
    "a-list-where-a-mapping-is-wanted": (
        "pages:\n  - rights: Ask.",
        (
            "local.yml:2:3: error[schema]: pages: a mapping (key: value) is wanted here, not a list "
            "(delete the - before each entry)"
        ),
    ),
    "a-second-block": (
        "pages: {}\nwords: {}\npages: {}",
        (
            'local.yml:3:1: error[duplicate-key]: the key "pages" stands twice here; the first is at line 1, '
            "column 1 (write what stands below it under the first)"
        ),
    ),
    "a-time-beside-upstreams": (
        "reference: {deadlines: {plans: {job: {steps: {internal-appeal: {within: {months: 6}}}}}}}",
        (
            'local.yml:1:65: error[schema]: plans.job.steps.internal-appeal.within holds "days" and "months", and '
            "only one may stand here (write days: null beside yours)"
        ),
    ),
    "a-fact-of-its-own-that-is-not-there": (
        "pages: {rights: {intro: 'Ask us.[^our-reply-time]'}}",
        (
            'local.yml:1:33: error[fact-unknown]: the fact "our-reply-time" does not exist '
            "(add it below reference: facts: facts: in this file)"
        ),
    ),
    "no-yaml": ("a: [", "local.yml:2:1: error[yaml]: "),
}


@pytest.mark.parametrize(("local", "message"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_at_the_forks_own_line(forked, local, message):
    assert any(problem.startswith(message) for problem in printed(forked(local)))


def test_what_a_removal_breaks_is_told_once_and_not_at_upstreams_lines(forked):
    told = printed(forked("reference: {facts: {facts: {int-180: null}}}"))

    assert len(told) == 1
    assert "see deadlines.yml:9 " in told[0]
    assert "reference.deadlines.plans.job.steps.internal-appeal.facts: " in told[0]
    assert "outcomes.not-medically-necessary.means: " in told[0]


def test_what_is_left_of_a_list_is_the_line_to_write():
    base = sources(edits={"facts": ("reaches: [job]", "reaches: [tricare, job]")})
    told = printed(base.with_local(load_text("reference: {deadlines: {plans: {job: null}}}", "local.yml")))

    assert "reference.facts.facts.int-180.reaches: [tricare]" in told[0]


def test_a_file_that_is_no_mapping_is_told_once(forked):
    assert [one.partition(" error")[0] for one in printed(forked("- our-helpline"))] == ["local.yml:1:1:"]


def test_what_another_change_breaks_is_not_laid_to_a_removal(forked):
    local = """
        tracks: {clinical: null}
        questions: {letter: {options: {denial: {next: get-the-letter}}}}
        outcomes: {not-medically-necessary: {track: null}}
    """

    message = 'no route reaches the outcome "not-medically-necessary" (lead an option to it, or delete it)'
    assert printed(forked(local)) == [f"local.yml:4:20: error[unreachable]: {message}"]


def test_a_phrase_of_upstreams_that_stands_in_no_text_of_the_forks_is_no_mistake(find):
    phrase = "not_claims: {letter: {phrase: Keep the letter, why: a sample}}\nstart: letter"
    local = "passages: {closing: Call us.}"

    assert find("number", "start: letter", phrase, local=local) == []


def test_what_points_to_a_removed_outcome_still_finds_its_page(forked):
    sources = forked("""
questions:
  reason: {options: {clinical: {next: get-the-letter}}}
outcomes: {not-medically-necessary: null}
""")

    assert printed(sources) == []
    assert sources.removed == {"not-medically-necessary"}


@pytest.mark.upstream
def test_the_example_that_forks_copy_changes_the_guide_as_it_says():
    example = load(ROOT / "decision_tree" / "local.example.yml")
    upstream = read_sources(ROOT, judged_day(ROOT), begun=last_day_begun()).upstream
    changed = upstream.with_local(example)

    assert errors_in(checks.run(changed)) == ()
    assert set(changed.tree.overridden()) == {
        ("takeaways", "errors-happen"),
        ("faq", "local-help"),
        ("not_to_do", "pay-quietly"),
    }
    assert "local-help" in changed.tree.data["faq"]


@given(st.text(max_size=40))
def test_no_file_of_a_fork_ends_in_a_traceback(text):
    checks.run(sources(local=text or "#"))
