"""What came with pasted text into a fork's file is named."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

from dataclasses import replace

import pytest
from small_guide import sources

from decision_tree import checks
from decision_tree.reading.load import load_text

SPACE = (
    "warning[pasted]: a space that came with pasted text, U+00A0, stands here; YAML takes it for a letter "
    "(delete it, and type a space)"
)
CURLY = (
    "warning[pasted]: these curly quotation marks came with pasted text; for YAML they are letters, and the page "
    "shows them (type straight ones: {})"
)
RULE = checks.RULES["pasted"]


def told(text):
    return [str(problem) for problem in RULE(replace(sources(), local=load_text(text, "local.yml")))]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("faq:\n\u00a0\u00a0ours: x\n", f"2:1: {SPACE}"),
        ("faq:\n  ours:\u00a0x\n", f"2:8: {SPACE}"),
        ("a: two\u00a0days\n", f"1:7: {SPACE}"),
        ("a: \u201cCall us.\u201d\n", "1:4: " + CURLY.format('"Call us."')),
        ("a: \u201cNote: call us.\u201d\n", "1:4: " + CURLY.format('"Note: call us."')),
    ],
)
def test_it_is_told_at_its_place(text, message):
    assert told(text) == [f"local.yml:{message}"]


@pytest.mark.parametrize(
    "text",
    [
        "a: Say \u201cno\u201d.",
        "a: \u201cNo\u201d is no answer. Say \u201cwhy\u201d",
        "# two\u00a0days\na: b",
        "a: caf\u00e9",
    ],
)
def test_a_quotation_in_a_text_is_no_problem(text):
    assert told(text) == []


def test_it_is_told_where_the_file_cannot_be_read_for_it():
    broken = replace(sources(), local=load_text("a: \u201cNote: x\u201d\n", "local.yml"))

    assert any("curly" in problem.message for problem in checks.run(broken))


def test_a_tab_at_the_start_of_a_line_is_called_a_tab():
    assert [problem.message for problem in load_text("faq:\n\tours: x\n", "local.yml").problems] == [
        "a tab stands here (YAML wants spaces: two for each level)"
    ]
