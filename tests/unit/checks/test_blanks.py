"""Braces: the blanks in words for buttons and labels, and the code of the engine in a page of one's own."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

import re
from dataclasses import replace

import pytest
from small_guide import GOOD, sources

from decision_tree import checks
from decision_tree.reading.load import load_text
from decision_tree.settings import SettingsFile

TREE = (
    f"{GOOD}interface: {{counted_from: 'counted from {{event}}', progress: '{{number}} of {{left}}', "
    "again: Start again}\n"
)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "counted_from: 'since {evnt}'",
            '1:34: error[blank]: nothing fills in the blank "{evnt}" (did you mean "{event}"?)',
        ),
        (
            "again: 'Start {name}'",
            '1:27: error[blank]: nothing fills in the blank "{name}" (nothing is filled in here: delete it)',
        ),
        (
            "again: 'Start }'",
            '1:27: error[blank]: nothing fills in the blank "}" (nothing is filled in here: delete it)',
        ),
        (
            "progress: '{number} more'",
            '1:23: warning[blank]: these words lack the blank "{left}" (write it where the page is to fill it in)',
        ),
    ],
)
def test_a_blank_that_the_page_does_not_know_or_does_not_get_is_told(words, message):
    seen = sources(TREE, local=f"interface: {{{words}}}")

    assert [str(problem) for problem in checks.RULES["blank"](seen)][:1] == [f"local.yml:{message}"]


def test_words_with_the_same_blanks_in_another_order_are_no_problem():
    seen = sources(
        TREE, local="interface: {progress: '{left} of {number}', counted_from: '{event}', again: Again}"
    )

    assert list(checks.RULES["blank"](seen)) == []


@pytest.mark.parametrize("words", ["{name}", "a } too many", "{onclick=alert}"])
def test_braces_in_plain_words_are_a_blank_that_nothing_fills_in(find, words):
    found = find("blank", "title: Your rights", f"title: 'Your rights {words}'")

    told = "nothing fills in the blank (nothing is filled in here: delete it)"
    assert [re.sub(r"blank \".*\"", "blank", one) for one in found] == [
        f"tree.yml:52:{25 if words[0] == '{' else 27}: error[blank]: {told}"
    ]


def test_braces_in_a_row_of_the_reference_data_are_told_there(find):
    edits = {"facts": ("You get at least 180 days to appeal.", "'You get 180 days {: .x }.'")}

    assert find("blank", edits=edits) == [
        'facts.yml:3:34: error[blank]: nothing fills in the blank "{: .x }" (nothing is filled in here: delete it)'
    ]


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        ("Call {{ our phone }} today.", 6, "{{ our phone }}"),
        ("Call {{ phone }}.", 6, "{{ phone }}"),
        ("Call {{ phone", 6, "{{"),
        ("## Hours {#hours}", 10, "{#"),
        ("## Hours {: #hours }", None, None),
        ("We are {{ config.site_name }}, {{ brand.region }}.", None, None),
        ("{% raw %}{% endraw %}", None, None),
        ("Use {braces}.", None, None),
    ],
)
def test_code_in_a_page_of_ones_own_is_told_at_its_line(tmp_path, line, column, words):
    (tmp_path / "our-clinic.md").write_text(f"# Our clinic\n\n{line}\n")
    settings = SettingsFile(load_text("extra: {brand: {region: Ohio}}", "mkdocs.yml"), tmp_path)
    seen = replace(sources(docs={"our-clinic.md": False, "rights.md": True}), settings=settings)
    found = [str(problem) for problem in checks.RULES["page-code"](seen)]

    message = f'"{words}" is no text but code of the engine (write plain words)'
    assert found == ([f"docs/our-clinic.md:3:{column}: error[page-code]: {message}"] if column else [])
