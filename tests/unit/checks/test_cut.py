"""No text loses its end at a `#`."""

from dataclasses import replace
from textwrap import indent

import pytest
from small_guide import sources

from decision_tree import checks
from decision_tree.reading.load import load_text
from decision_tree.settings import SettingsFile

RULE = checks.RULES["cut-text"]
ENDS = "the text ends here: after a blank, # begins a note that no page shows (put quotation marks: {})"


def told(line):
    """What the rule tells of a line below a term in `local.yml`."""
    forked = sources(local=f"words:\n  ours:\n{indent(line, '    ')}\n")
    return [str(problem) for problem in RULE(forked)]


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        (
            "term: Who can help me with form #12 in Ohio?",
            36,
            '"Who can help me with form #12 in Ohio?"',
        ),
        ("term: We are #1", 17, '"We are #1"'),
        ("term: We are # 1", 17, '"We are # 1"'),
        ('term: "We" are #1', None, None),
        ('term: They say "we" #1', 24, "'They say \"we\" #1'"),
        ("also: [a, form #12\n , b]", 19, '"form #12"'),
        ("means: two lines\n  and form #12", 15, '"two lines and form #12"'),
    ],
)
def test_a_text_that_is_cut_off_is_told_with_the_text_as_it_should_be(line, column, shown):
    row = 4 if line.startswith("means") else 3

    assert told(line) == (
        [f"local.yml:{row}:{column}: error[cut-text]: {ENDS.format(shown)}"] if column else []
    )


def test_a_text_that_is_nothing_but_a_note_is_told():
    assert told("term: #1 in Ohio") == [
        "local.yml:3:10: error[cut-text]: "
        + ENDS.format('"#1 in Ohio"').replace("the text ends here", "this is no text")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "means: a text  #compared",
        "means: a text # compared",
        "means: a text\t#compared",
        'means: "form #12"',
        "means: 'form #12'",
        "means: >-\n  form #12",
        "means: form#12",
        "means: null #gone",
        "means: 12 #pages",
        "means: {b: c}  # a note",
        "# a note\nmeans: b",
        "means: # what follows\n  b: c",
    ],
)
def test_a_note_and_a_text_in_quotation_marks_are_no_problem(line):
    assert told(line) == []


@pytest.mark.parametrize(
    "local", ["outcomes: {urgent: {track: clinical #1\n}}", "questions: {a: {b: c #1\n}}"]
)
def test_what_no_reader_sees_may_be_followed_by_anything(local):
    assert list(RULE(sources(local=local))) == []


def test_a_text_in_a_row_that_a_fork_changes_is_told():
    local = "reference: {facts: {facts: {ours: {statement: We are #1\n}}}}"

    assert [str(problem) for problem in RULE(sources(local=local))] == [
        "local.yml:1:53: error[cut-text]: " + ENDS.format('"We are #1"')
    ]


def test_a_tagline_in_the_settings_is_told(tmp_path):
    settings = SettingsFile(load_text("extra: {}\nsite_name: We are #1\n", "mkdocs.yml"), tmp_path)

    assert [str(problem) for problem in RULE(replace(sources(), settings=settings))] == [
        "mkdocs.yml:2:18: error[cut-text]: " + ENDS.format('"We are #1"')
    ]
