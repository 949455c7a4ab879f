"""The files of the pages."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

from dataclasses import replace

import pytest
from small_guide import sources

from decision_tree import checks
from decision_tree.reading.load import load_text
from decision_tree.settings import SettingsFile

DOCS = {"rights.md": True, "paths/get-the-letter.md": True, "paths/not-medically-necessary.md": True}


def test_each_outcome_and_page_with_its_file_is_no_problem(find):
    assert find("page-file", docs=DOCS) == []


def test_an_outcome_and_a_page_without_a_file_are_told_in_the_tree(find):
    assert find("page-file", docs={"paths/not-medically-necessary.md": True}) == [
        'tree.yml:17:3: error[page-file]: the outcome "get-the-letter" has no page docs/paths/get-the-letter.md (add the file, with this one line in it: {{ outcome_page("get-the-letter") }})',
        'tree.yml:51:3: error[page-file]: the page "rights" has no page docs/rights.md (add the file, with this one line in it: {{ fixed_page("rights") }})',
    ]


def test_a_file_without_its_outcome_or_page_is_told_in_the_file(find):
    assert find("page-file", docs={**DOCS, "paths/urgent.md": True, "team.md": True}) == [
        "docs/paths/urgent.md:1:1: error[page-file]: this file has no outcome in the tree (add the outcome, or delete the file)",
        "docs/team.md:1:1: error[page-file]: this file has no page in the tree (add the page, or delete the file)",
    ]


def test_a_forks_own_page_and_the_page_of_a_retired_id_need_nothing_in_the_tree(find):
    assert find("page-file", docs={**DOCS, "team.md": False, "paths/no-letter.md": True}) == []


def test_a_file_that_hides_what_the_tree_says_is_warned_of_with_the_line_that_shows_it(find):
    assert find("page-file", docs={**DOCS, "rights.md": False}) == [
        'docs/rights.md:1:1: warning[page-file]: this file does not show the page "rights" that the tree describes (write this one line in it: {{ fixed_page("rights") }})'
    ]


def test_a_page_whose_file_is_that_of_another_is_told_in_the_tree(find):
    local = """
pages:
  hub: {title: Home, description: Where to start., intro: Start here.}
  index: {title: Our team, description: Who we are., intro: We help.}
"""

    assert find("page-file", docs={**DOCS, "index.md": True}, local=local) == [
        'local.yml:4:3: error[page-file]: the page "index" would have the file docs/index.md, which is that of "hub" (choose another id)'
    ]


@pytest.fixture
def told(tmp_path):
    """Return a function: what a rule tells of the bytes of a page."""

    def told_(rule, raw, page="rights.md"):
        file = tmp_path / page
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(raw)
        settings = SettingsFile(load_text("extra: {}", "mkdocs.yml"), tmp_path)
        found = checks.RULES[rule](replace(sources(docs=DOCS), settings=settings))
        return [str(problem) for problem in found if problem.file == f"docs/{page}"]

    return told_


@pytest.mark.parametrize(
    "line",
    [
        '{{ fixed_page("help") }}',
        '{{ outcome_page("rights") }}',
        "{{ fixed_page(rights) }}",
        "{{ fixed_page() }}",
        '{{ fixed_page("rights" }}',
        '{{ fixed_page("rights")',
        '{{ fixed_page("rights") | upper }}',
    ],
)
def test_a_call_for_another_page_or_for_none_is_told_with_the_line_to_write(told, line):
    assert told("page-call", f"---\ntitle: Rights\n---\n {line}\n".encode()) == [
        f'docs/rights.md:4:2: error[page-call]: "{line}" does not show the page of this file (write this one line in it: {{{{ fixed_page("rights") }}}})'
    ]


@pytest.mark.parametrize(
    "text",
    ['{{ fixed_page("rights") }}', "\ufeff{{fixed_page('rights')}}\r\n", "Call {{ config.site_name }}."],
)
def test_a_page_of_the_tree_however_its_call_is_spaced_and_a_page_without_one_are_no_problem(told, text):
    assert told("page-call", text.encode()) == told("page-code", text.encode()) == []


def test_a_second_call_is_told(told):
    line = '{{ outcome_page("get-the-letter") }}'

    assert told("page-call", f"{line}\n{line}".encode(), "paths/get-the-letter.md") == [
        f'docs/paths/get-the-letter.md:2:1: error[page-call]: "{line}" does not show the page of this file (write this one line in it: {line})'
    ]


def test_code_of_the_engine_beside_the_call_is_told(told):
    assert told("page-code", b'{{ fixed_page("rights") }}\n\n{{ our phone }}\n') == [
        'docs/rights.md:3:1: error[page-code]: "{{ our phone }}" is no text but code of the engine (write plain words)'
    ]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (
            "# Café".encode("latin-1"),
            "1:6: error[page-file]: the byte 0xE9 is not UTF-8 (save the file with the encoding UTF-8)",
        ),
        (
            "# Us".encode("utf-16"),
            "1:1: error[page-file]: the file is UTF-16 (save it with the encoding UTF-8)",
        ),
        (b"# Us\n\na\x02", "3:2: error[page-file]: an invisible character, U+0002, stands here (delete it)"),
    ],
)
def test_a_page_that_is_no_text_is_told_at_its_place(told, raw, message):
    assert told("page-file", raw, "team.md") == [f"docs/team.md:{message}"]


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("{% if config %}x", 1, "the engine cannot read the code in this page: Unexpected end of template."),
        ("{{ config.site_name + }}", 1, "the engine cannot read the code in this page: unexpected 'end of"),
        (
            "{{ config.site_name | nofilter }}",
            1,
            "the engine cannot read the code in this page: No filter named",
        ),
        ("Us: {% if nope %}x{% endif %}", 11, 'the engine does not know "nope" (write plain words)'),
        ("Us: {% include 'team.md' %}", 5, "the engine takes no other file into a page"),
    ],
)
def test_code_that_the_engine_cannot_run_is_told_at_its_line(told, line, column, message):
    (only,) = told("page-code", f"# Us\n\n{line}\n".encode(), "team.md")

    assert only.startswith(f"docs/team.md:3:{column}: error[page-code]: {message}")


@pytest.mark.parametrize(
    "line",
    ["{% if config.site_name %}x{% endif %}", "{% set us = 'we' %}{{ config.site_name }}", "{# a note #}"],
)
def test_code_that_the_engine_runs_is_no_problem(told, line):
    assert told("page-code", line.encode(), "team.md") == []


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("title: 5", "2:8: error[page-head]: title: a text is wanted here (put it in quotes)"),
        (
            "description: {a: b}",
            "2:14: error[page-head]: description: a text is wanted here (put it in quotes)",
        ),
        ("title: Us\nhide: 5", "3:7: error[page-head]: hide: a list is wanted here, such as [toc]"),
        (
            "template: ours.html",
            '2:1: error[page-head]: there is no template "ours.html" in overrides/ (delete this line)',
        ),
        ("title: [Us", "2:8: warning[page-head]: "),
        ("- Us", "2:1: warning[page-head]: this head is no mapping (write title: ...)"),
    ],
)
def test_a_head_that_is_read_otherwise_than_it_was_meant_is_told(told, head, message):
    found = told("page-head", f"---\n{head}\n---\n# Us\n".encode(), "team.md")

    assert [one.startswith(f"docs/team.md:{message}") for one in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "# Us\n\nHours: 9 to 5\n",
        "---\ntitle: Us\ndescription: Who we are.\nhide: [toc]\nsearch: {exclude: true}\n---\n\n# Us\n",
        "---\n\n# Us\n",
        "title: Us\n\n# Us\n",
        "",
    ],
)
def test_a_head_as_it_should_be_and_a_page_without_one_are_no_problem(told, text):
    assert told("page-head", text.encode(), "team.md") == []


def test_a_head_that_is_never_closed_is_warned_of(told):
    assert told("page-head", b"---\ntitle: Us\n\n# Us\n", "team.md") == [
        "docs/team.md:1:1: warning[page-head]: this head is never closed, so the page shows it as words (write --- on a line below it)"
    ]


def test_a_first_line_that_would_be_swallowed_is_warned_of(told):
    assert told("page-head", b"Hours: 9 to 5\n\n# Us\n", "team.md") == [
        'docs/team.md:1:1: warning[page-head]: a first line that begins with "Hours:" is read as a setting, and shown nowhere (begin the page with its heading: # Our clinic)'
    ]


@pytest.mark.parametrize("page", ["rights/index.md", "rights/README.md"])
def test_a_page_that_would_have_the_address_of_another_is_told(told, tmp_path, page):
    (tmp_path / "rights.md").write_text('{{ fixed_page("rights") }}')

    assert told("page-file", b"# Ours", page) == [
        f"docs/{page}:1:1: error[page-file]: this page would have the address of docs/rights.md, /rights/ (rename the file)"
    ]
