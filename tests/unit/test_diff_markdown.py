"""A difference as a pull request's comment: safe whatever the words are, and never too long."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_tree.comparing.as_markdown import LONGEST, as_markdown
from decision_tree.comparing.difference import compare
from decision_tree.comparing.edition import Edition
from decision_tree.reading.load import load_text

OWN_LINES = re.compile(
    r"### What this edit does"
    r"|From (`+) .* \1 to (`+) .* \2\."
    r"|No difference in routes, ids, words or their order\."
    r"|- \*\*[A-Z][a-z, ]+:\*\* [\d,]+ (changed|added|removed)[\d, a-z]*"
    r"|- \*\*Links that break:\*\* [\d,]+ \(name what replaces these ids under `aliases`\)"
    r"|This comment is too short for everything: [\d,]+ entries are left off below\."
    r"|[\d,]+ more are not shown here\."
    r"|</?details>|<summary>[A-Z][a-z, ]+: [\d, a-z]+</summary>|"
)
HOSTILE = [
    "```",
    "~~~",
    "</details>",
    "<img src=x onerror=alert(1)>",
    "@everyone #1",
    "[x](javascript:alert(1))",
    "\n```\n# x",
    "`" * 70,
    "\u202egnp",
    "word " * 3000,
]


def edition(data, name="x"):
    return Edition(name, replace(load_text("a: b", "tree.yml"), data=data), None)


def shown(old, new, names=("x", "x")):
    return as_markdown(compare(edition(old, names[0]), edition(new, names[1])))


def outside_of_blocks(markdown):
    """The lines that a page reads as Markdown; asserts that all others stay within their block."""
    lines = []
    inside = False
    for line in markdown.split("\n"):
        if inside and line != "```":
            assert re.match(r"@@ |[-+] |[-+]$", line), line
        elif line in ("```diff", "```"):
            assert inside == (line == "```")
            inside = not inside
        else:
            lines.append(line)
    assert not inside
    return lines


def test_a_short_summary_stands_first_and_the_details_are_folded_away():
    old = {"start": "a", "questions": {"a": {"text": "Why?", "options": {"b": {"label": "No", "next": "c"}}}}}
    new = {"start": "a", "questions": {"a": {"text": "How?", "options": {"b": {"label": "No", "next": "d"}}}}}

    assert shown(old, new, ("HEAD", ".")).split("\n") == [
        "### What this edit does",
        "",
        "From ` HEAD ` to ` . `.",
        "",
        "- **Routes:** 1 changed",
        "- **Where options lead:** 1 changed",
        "- **Words:** 1 changed",
        "",
        "<details>",
        "<summary>Routes: 1 changed</summary>",
        "",
        "```diff",
        "@@ a:b @@",
        "- c",
        "+ d",
        "```",
        "",
        "</details>",
        "",
        "<details>",
        "<summary>Where options lead: 1 changed</summary>",
        "",
        "```diff",
        "@@ questions.a.options.b.next @@",
        "- c",
        "+ d",
        "```",
        "",
        "</details>",
        "",
        "<details>",
        "<summary>Words: 1 changed</summary>",
        "",
        "```diff",
        "@@ questions.a.text @@",
        "- Why?",
        "+ How?",
        "```",
        "",
        "</details>",
        "",
    ]


def test_no_difference_is_one_sentence():
    assert "No difference in routes, ids, words or their order.\n" in shown({}, {})


def test_ids_whose_links_break_are_counted_in_the_summary():
    assert "- **Links that break:** 2 (" in shown({"pages": {"a": {}, "b": {}}}, {})


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_words_say_they_stay_within_their_block(words):
    old = {"start": words, "pages": {words: {"title": words}}, "faq": {"a": words}, words: [words]}
    markdown = shown(old, {"faq": {"a": f"{words} x", words: words}}, (words, words))

    for line in outside_of_blocks(markdown):
        assert OWN_LINES.fullmatch(line), line
    assert "\u202e" not in markdown


@given(st.dictionaries(st.text(), st.text()), st.dictionaries(st.text(), st.text()), st.text())
def test_any_words_stay_within_their_block(old, new, name):
    for line in outside_of_blocks(shown(old, new, (name, name))):
        assert OWN_LINES.fullmatch(line), line


def test_what_is_too_long_for_a_comment_is_left_off_and_said():
    many = {f"q{n}": f"Is it {n}?" for n in range(9000)}
    markdown = shown({}, {"faq": many, "pages": {"a": {"title": "T"}}})

    assert len(markdown) <= LONGEST
    told = re.search(r"This comment is too short for everything: ([\d,]+) entries", markdown)
    left_off = int(told[1].replace(",", ""))
    # What is short is shown whole beside what is not.
    assert "@@ page a @@" in markdown
    # The page is told twice, as an id and by the path of its title.
    assert left_off == 9000 + 2 - markdown.count("\n@@ ") > 0
    assert f"{left_off:,} more are not shown here." in markdown


def test_a_text_that_is_too_long_is_cut_and_said():
    markdown = shown({}, {"faq": {"a": "x" * 70_000}})

    assert len(markdown) <= LONGEST
    assert "… (66,000 more characters)" in markdown
