"""No text loses its end at a `#`."""

from dataclasses import replace

import pytest
from small_guide import sources

from decision_tree import checks
from decision_tree.reading.load import load_text
from decision_tree.settings import SettingsFile

RULE = checks.RULES["cut-text"]
ENDS = "the text ends here: after a blank, # begins a note that no page shows (put quotation marks: {})"


def told(line):
    return [str(problem) for problem in RULE(replace(sources(), local=load_text(f"{line}\n", "local.yml")))]


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        (
            "question: Who can help me with form #12 in Ohio?",
            36,
            '"Who can help me with form #12 in Ohio?"',
        ),
        ("tagline: We are #1", 16, '"We are #1"'),
        ("tagline: We are # 1", 16, '"We are # 1"'),
        ('tagline: "We" are #1', None, None),
        ('tagline: They say "we" #1', 23, "'They say \"we\" #1'"),
        ("also: [a, form #12\n , b]", 15, '"form #12"'),
        ("means: two lines\n  and form #12", 11, '"two lines and form #12"'),
    ],
)
def test_a_text_that_is_cut_off_is_told_with_the_text_as_it_should_be(line, column, shown):
    row = 2 if line.startswith("means") else 1

    assert told(line) == (
        [f"local.yml:{row}:{column}: error[cut-text]: {ENDS.format(shown)}"] if column else []
    )


def test_a_text_that_is_nothing_but_a_note_is_told():
    assert told("tagline: #1 in Ohio") == [
        "local.yml:1:9: error[cut-text]: "
        + ENDS.format('"#1 in Ohio"').replace("the text ends here", "this is no text")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "a: a text  #compared",
        "a: a text # compared",
        "a: a text\t#compared",
        'a: "form #12"',
        "a: 'form #12'",
        "a: >-\n  form #12",
        "a: form#12",
        "a: null #gone",
        "a: 12 #pages",
        "a: {b: c}  # a note",
        "# a note\na: b",
        "a: # what follows\n  b: c",
    ],
)
def test_a_note_and_a_text_in_quotation_marks_are_no_problem(line):
    assert told(line) == []


def test_a_tagline_in_the_settings_is_told(tmp_path):
    settings = SettingsFile(load_text("extra: {}\nsite_name: We are #1\n", "mkdocs.yml"), tmp_path)

    assert [str(problem) for problem in RULE(replace(sources(), settings=settings))] == [
        "mkdocs.yml:2:18: error[cut-text]: " + ENDS.format('"We are #1"')
    ]
