"""What a release says of itself: its day, its place, and what it changed."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_guide import edited, sources

from decision_tree import checks
from decision_tree.reading.load import load_text
from decision_tree.schemas.schema import Schema
from decision_tree.sources import SCHEMAS

GOOD = """\
releases:
  1.1.0:
    date: "2026-11-23"
    summary: Two corrections.
    facts: {int-180: "Says now for which plans it holds."}
    passages:
      questions.letter.text: Shorter.
      reference.denial_codes.adjustment_codes.50: Its first step is clearer.
    removed: {questions.phone: "The letter comes first."}
  1.0.0:
    date: "2026-01-05"
    summary: The first release.
    passages: {questions.gone-since.text: New.}
"""
ON = date(2026, 11, 23)


def with_changes(text, **others):
    return replace(sources(on=ON, **others), changes=load_text(text, "changes.yml"))


@pytest.fixture
def told():
    """What both rules and the schema say of the releases after `old` became `new`."""

    def told_(old: str = "", new: str = "", **others) -> list[str]:
        guide = with_changes(edited(GOOD, old, new) if old else GOOD, **others)
        assert guide.changes.problems == (), "the edit is no YAML"
        found = {
            *checks.RULES["release-date"](guide),
            *checks.RULES["release-path"](guide),
            *Schema.read(SCHEMAS[-1]).problems(guide.changes),
        }
        return [str(problem) for problem in sorted(found)]

    return told_


def test_good_releases_pass(told):
    assert told() == []


def test_a_guide_without_releases_passes(told):
    assert told(GOOD, "releases: {}\n") == []


def test_the_problems_of_releases_are_among_those_of_the_guide():
    guide = with_changes(edited(GOOD, '"2026-11-23"', '"2026-11-24"'))

    assert "changes.yml:3:11: error[release-date]: the release of 2026-11-24 is still to come" in " ".join(
        map(str, checks.run(guide))
    )


# Days and order


def test_a_day_to_come_is_told(told):
    assert told('"2026-11-23"', '"2026-11-24"') == [
        "changes.yml:3:11: error[release-date]: the release of 2026-11-24 is still to come (write the day on which it came out)"
    ]


def test_a_release_of_a_day_that_has_begun_since_the_commit_passes(told):
    assert told('"2026-11-23"', '"2026-11-24"', begun=date(2026, 11, 24)) == []


def test_a_day_that_is_in_no_calendar_is_told(told):
    assert told('"2026-11-23"', '"2026-11-31"') == [
        'changes.yml:3:11: error[release-date]: "2026-11-31" is no day of the calendar (write it as 2026-11-25)'
    ]


def test_an_older_version_above_a_newer_is_told(told):
    assert told("1.1.0:", "0.9.0:") == [
        'changes.yml:2:3: error[release-date]: the release "0.9.0" stands above "1.0.0", which is newer (newest first)'
    ]


def test_versions_are_compared_as_numbers(told):
    assert told("1.1.0:", "1.10.0:") == []
    assert told("1.0.0:", "1.9.0:")[0].startswith("changes.yml:2:3: error[release-date]:")


def test_a_newer_version_of_an_earlier_day_is_told(told):
    assert told('"2026-11-23"', '"2026-01-04"') == [
        'changes.yml:2:3: error[release-date]: the release "1.1.0" stands above "1.0.0", which is newer (newest first)'
    ]


# What changed


def test_a_fact_that_does_not_exist_is_told_with_the_nearest(told):
    assert told("int-180:", "int-18:") == [
        'changes.yml:5:13: error[release-path]: "reference.facts.facts" has no "int-18" (did you mean "int-180"?)'
    ]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("questions.leter.text", '"questions" has no "leter" (did you mean "letter"?)'),
        ("question.letter.text", 'the guide has no "question" (did you mean "questions"?)'),
        ("questions.letter.zzz", '"questions.letter" has no "zzz" (correct it, or move it to `removed`)'),
        (
            "questions.letter.text.more",
            '"questions.letter.text" has no "more" (correct it, or move it to `removed`)',
        ),
    ],
)
def test_a_path_that_leads_nowhere_is_told_where_it_goes_wrong(told, wrong, message):
    assert told("questions.letter.text", wrong) == [f"changes.yml:7:7: error[release-path]: {message}"]


def test_a_path_into_the_reference_data_is_followed_too(told):
    assert told("codes.50", "codes.51")[0].startswith(
        'changes.yml:8:7: error[release-path]: "reference.denial_codes.adjustment_codes" has no "51"'
    )


def test_what_is_removed_must_be_gone(told):
    assert told("questions.phone", "questions.reason") == [
        'changes.yml:9:15: error[release-path]: "questions.reason" is said to be removed, but is still there (delete it, or this line)'
    ]


def test_an_older_release_may_name_what_is_gone_since(told):
    assert "gone-since" in GOOD
    assert told() == []


def test_a_fork_that_removes_what_a_release_changed_is_told_nothing(told):
    assert (
        told(local="{questions: {letter: {text: null}}, reference: {facts: {facts: {int-180: null}}}}") == []
    )


# Shape


def test_a_version_is_three_numbers(told):
    assert (
        'changes.yml:2:3: error[schema]: "v2" is no id (a version: three numbers with dots, for example "1.0.0")'
    ) in told("1.1.0:", "v2:")


def test_a_release_says_when_and_what(told):
    assert told("    summary: Two corrections.\n", "") == [
        'changes.yml:2:3: error[missing-key]: releases.1.1.0 has no "summary" (add it)'
    ]


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=8) | st.sampled_from(["releases", "1.0.0", "a..b", "."]),
        lambda inner: (
            st.lists(inner, max_size=2)
            | st.dictionaries(
                st.sampled_from(
                    ["releases", "1.0.0", "1.1.0", "x\ny", "date", "facts", "passages", "removed"]
                ),
                inner,
                max_size=3,
            )
        ),
    )
)
def test_no_shape_of_the_file_ends_in_a_traceback(data):
    guide = with_changes("releases: {}")
    guide = replace(guide, changes=replace(guide.changes, data=data))
    for rule in ("release-date", "release-path"):
        for problem in checks.RULES[rule](guide):
            assert "\n" not in str(problem)
