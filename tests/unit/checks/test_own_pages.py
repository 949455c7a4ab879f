"""The links in a page of one's own, each told at its line and column."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

from dataclasses import replace

import pytest
from small_guide import sources

from decision_tree import checks
from decision_tree.reading.load import load_text
from decision_tree.settings import SettingsFile


@pytest.fixture
def told(tmp_path):
    """Return a function: what is told of a line in a page of one's own."""
    for file in ("rights.md", "paths/get-the-letter.md"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text('{{ fixed_page("x") }}')
    (tmp_path / "map.png").touch()

    def told_(line, page="our-clinic.md", pages=None):
        (tmp_path / page).parent.mkdir(exist_ok=True)
        (tmp_path / page).write_text(f"# Our clinic\n\n{line}\n")
        settings = SettingsFile(load_text("extra: {}", "mkdocs.yml"), tmp_path)
        found = checks.RULES["page-link"](replace(sources(docs=pages or {}), settings=settings))
        return [str(problem) for problem in found]

    return told_


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "[Rights](rihgts.md)",
            '3:10: error[page-link]: the link "rihgts.md" leads to no file in docs/ (write rights.md)',
        ),
        (
            "![Map](maps/map.png)",
            '3:8: error[page-link]: the link "maps/map.png" leads to no file in docs/ (write map.png)',
        ),
        (
            "[x](javascript:alert)",
            '3:5: error[page-link]: the link "javascript:alert" runs code, or shows what stands in it (use an https: address)',
        ),
        (
            '<a href="zzz.md">x</a>',
            '3:10: error[page-link]: the link "zzz.md" leads to no file in docs/ (name the file of a page, such as rights.md)',
        ),
        (
            "Go [there](guide:rights#parity).",
            '3:12: warning[page-link]: the link "guide:rights#parity" is written so in the tree alone (write rights.md)',
        ),
        (
            "[x](guide:get-the-leter)",
            '3:5: warning[page-link]: the link "guide:get-the-leter" leads to no page (write paths/get-the-letter.md)',
        ),
        (
            "[x](guide:zzzzzz)",
            '3:5: warning[page-link]: the link "guide:zzzzzz" leads to no page (name the file of a page, such as rights.md)',
        ),
        (
            "[x](../rights/)",
            '3:5: warning[page-link]: the link "../rights/" is an address, which nobody holds against the pages (write rights.md)',
        ),
        (
            "[x](../rihgts/)",
            '3:5: warning[page-link]: the link "../rihgts/" leads to no page (name the file of a page, such as rights.md)',
        ),
        (
            "[rights]: rihgts.md",
            '3:11: error[page-link]: the link "rihgts.md" leads to no file in docs/ (write rights.md)',
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_the_link_to_write(told, line, message):
    assert told(line) == [f"docs/our-clinic.md:{message}"]


def test_a_plain_page_that_is_named_as_in_the_tree_gets_its_file(told):
    assert told("[x](guide:our-clinic)", pages={"our-clinic.md": False}) == [
        'docs/our-clinic.md:3:5: warning[page-link]: the link "guide:our-clinic" is written so in the tree alone (write our-clinic.md)'
    ]


def test_a_page_in_a_folder_gets_the_link_as_seen_from_there(told):
    assert told("[x](guide:rights)", "team/ours.md") == [
        'docs/team/ours.md:3:5: warning[page-link]: the link "guide:rights" is written so in the tree alone (write ../rights.md)'
    ]


@pytest.mark.parametrize(
    "line",
    [
        "[Rights](rights.md), [a part](rights.md#parity), [here](#hours), ![Map](map.png)",
        "[Us](https://www.dol.gov), [old](http://example.org), [call](tel:988), [mail](mailto:us@care.org)",
        "`[x](guide:rights)`",
        "```\n[x](guide:rights)\n```",
        "A note[^1].\n\n[^1]: guide:rights",
        "[Address]({{ config.site_url }})",
    ],
)
def test_a_link_to_what_is_there_and_what_is_no_link_are_no_problem(told, line):
    assert told(line) == []
