"""What prose may contain."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

import re

import pytest

TEXT = "Is the care needed?"
LINK = "(guide:rights)"


def test_raw_html_is_told_tag_by_tag(find):
    assert find("markup", "Why the plan says no.", "Why <b>the</b> plan says no.") == [
        'tree.yml:60:80: error[markup]: raw HTML "<b>" (prose is Markdown: write it in words)',
        'tree.yml:60:86: error[markup]: raw HTML "</b>" (prose is Markdown: write it in words)',
    ]


def test_a_heading_is_told_at_its_line(find):
    assert find("markup", "      You get 180", "      # You get\n\n      You get 180") == [
        'tree.yml:34:7: error[markup]: a heading "# You get" (headings have keys of their own: write a paragraph)'
    ]


def test_a_table_is_told_at_its_line(find):
    assert find("markup", "      You get 180", "      a | b\n      --|--\n      You get 180") == [
        'tree.yml:35:7: error[markup]: a table "--|--" (write a list)'
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("{{ config }}", '"{{" is a template\'s code (delete it)'),
        ("{% raw %}", '"{%" is a template\'s code (delete it)'),
        ("![a picture](x.png)", 'an image "![a picture](" (pictures are drawn by templates: delete it)'),
        ("so.[^int-180 ]", 'a citation with a blank in it "[^int-180 ]" (write it without)'),
        (
            "ask [us](guide:rights",
            'the link "[us](guide:rights" is not closed (write a closing bracket behind it)',
        ),
        (
            "*[plan]: an insurer",
            'the definition "*[plan]:" (footnotes come from facts.yml; put links in the text)',
        ),
        ("<!-- note -->", 'raw HTML "<!-- note -->" (prose is Markdown: write it in words)'),
    ],
)
def test_what_markdown_would_read_as_something_else_is_told(find, words, message):
    column = 38 + max(
        words.find(start) for start in ("[", "{", "!", "<", "*") if words.find(start) in (0, 3, 4)
    )
    assert find("markup", TEXT, f"'{words}'")[0] == f"tree.yml:47:{column}: error[markup]: {message}"


@pytest.mark.parametrize(
    "words", ["1 < 2 and 3 > 2", "**bold** and *soft*", "see <https://www.dol.gov>", "a - b"]
)
def test_plain_markdown_is_no_problem(find, words):
    assert find("markup", TEXT, f"'{words}'") == []


@pytest.mark.parametrize("words", ["[rights](guide:rights)", "[^int-180]", "**now**"])
def test_a_title_is_plain_words_without_marks(find, words):
    told = f'"{words}" is Markdown, and these are plain words (write it in the text below)'

    assert find("markup", "title: Your rights", f"title: 'Your {words}'") == [
        f"tree.yml:52:18: error[markup]: {told}"
    ]
    local = f"pages: {{rights: {{title: 'Your {words}'}}}}"
    assert find("markup", local=local) == [f"local.yml:1:31: warning[markup]: {told}"]


def test_a_link_to_no_page_gets_the_nearest(find):
    assert find("link", LINK, "(guide:rihgts)") == [
        'tree.yml:49:47: error[link]: the link guide:rihgts leads to no page (did you mean "rights"?)'
    ]


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("javascript:alert", "javascript: links are not allowed: use https: or guide:ID"),
        ("JAVA&#115;cript:alert", "javascript: links are not allowed: use https: or guide:ID"),
        ("data:text/html", "data: links are not allowed: use https: or guide:ID"),
        ("../rights/", "a link inside the guide is written guide:ID"),
        ("http://example.org", "use an https: address"),
        ("https://a b.org", "an address has no blank in it"),
        ("guide:rights 'Your rights'", "write it as guide:ID or guide:ID#part"),
    ],
)
def test_a_link_leads_into_the_guide_or_to_a_safe_address(find, target, why):
    assert find("link", LINK, f"({target})") == [
        f'tree.yml:49:46: error[link]: the link "{target}" cannot stand here ({why})'
    ]


@pytest.mark.parametrize(
    "target", ["https://www.dol.gov", "tel:988", "guide:rights#parity", "guide:get-the-letter"]
)
def test_safe_links_are_no_problem(find, target):
    assert find("link", LINK, f"({target})") == []


PLAIN = {"our-clinic.md": False, "rights.md": True, "paths/our-way.md": False, "Our_team.md": False}
"""The pages of a fork, and whether each prints one of the tree."""


@pytest.mark.parametrize("target", ["guide:our-clinic", "guide:our-clinic#hours"])
def test_a_link_may_lead_to_a_plain_page_of_a_forks_own(find, target):
    assert find("link", LINK, f"({target})", docs=PLAIN) == []


@pytest.mark.parametrize(
    ("id_", "advice"),
    [
        ("our-clinc", 'did you mean "our-clinic"?'),
        ("zzz", "name an outcome or a page"),
        ("our-way", "name an outcome or a page"),
        ("Our_team", "name an outcome or a page"),
    ],
)
def test_a_link_to_a_plain_page_names_a_file_that_is_there_in_docs_itself(find, id_, advice):
    told = f"tree.yml:49:47: error[link]: the link guide:{id_} leads to no page ({advice})"

    assert find("link", LINK, f"(guide:{id_})", docs=PLAIN) == [told]


def test_a_passage_that_is_not_there_gets_the_nearest(find):
    assert find("passage", "      {closing}", "      {closng}") == [
        'tree.yml:36:7: error[passage]: the passage "closng" does not exist (did you mean "closing"?)'
    ]


def test_a_passage_stands_alone_on_its_line(find):
    assert find("passage", "      {closing}", "      See {closing}") == [
        (
            'tree.yml:36:11: error[passage]: "{closing}" does not stand alone on its line '
            "(a passage does; braces mean nothing else)"
        )
    ]


def test_an_attribute_list_is_a_brace_too_many(find):
    assert find("passage", TEXT, "'**Is it?**{onclick=alert}'") == [
        (
            'tree.yml:47:48: error[passage]: "{onclick=alert}" does not stand alone on its line '
            "(a passage does; braces mean nothing else)"
        )
    ]


def test_passages_do_not_print_each_other_in_a_circle(find):
    old = "  closing: Keep the letter. See [your rights](guide:rights)."
    assert find("passage", old, '  closing: "{other}"\n  other: "{closing}"') == [
        'tree.yml:49:3: error[passage]: the passage "closing" prints itself (take it out)',
        'tree.yml:50:3: error[passage]: the passage "other" prints itself (take it out)',
    ]


# Wherever a reader may see the text, not in the tree only

TOLD = {
    "<script>": ("markup", 'raw HTML "<script>" (prose is Markdown: write it in words)'),
    "[x](javascript:alert)": (
        "link",
        (
            'the link "javascript:alert" cannot stand here '
            "(javascript: links are not allowed: use https: or guide:ID)"
        ),
    ),
}


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        ("facts", "You get at least 180 days to appeal.", "{}", "facts.yml:3"),
        ("deadlines", "the date printed on the denial notice", "{}", "deadlines.yml:2"),
        ("denial_codes", "Get the criteria", "{}", "denial_codes.yml:9"),
        ("regulators", "contacts: [hours-72]", "appeal_to: {}", "regulators.yml:3"),
    ],
)
@pytest.mark.parametrize("words", TOLD)
def test_markup_and_unsafe_links_are_told_in_every_row(find, name, old, new, line, words):
    rule, told = TOLD[words]

    found = find(rule, edits={name: (old, new.format(f"'{words}'"))})

    assert [re.sub(r":\d+: error", ": error", one) for one in found] == [f"{line}: error[{rule}]: {told}"]


def test_markup_in_a_row_that_a_fork_adds_is_told_at_its_line(find):
    local = "reference: {denial_codes: {adjustment_codes: {'50': {meaning: '<b>Ours</b>'}}}}"

    assert find("markup", local=local)[0] == (
        'local.yml:1:64: error[markup]: raw HTML "<b>" (prose is Markdown: write it in words)'
    )


def test_a_note_in_a_row_that_the_text_is_to_be_written_is_told(find):
    edits = {"facts": ("You get at least 180 days to appeal.", "WRITE THIS")}
    local = "reference: {facts: {facts: {tri-90: {statement: WRITE THIS}}}}"
    told = "this is still to be written (put the words in the place of the note)"

    assert find("unwritten", edits=edits) == [f"facts.yml:3:16: error[unwritten]: {told}"]
    assert find("unwritten", local=local) == [f"local.yml:1:49: warning[unwritten]: {told}"]


def test_a_note_for_editors_may_have_any_marks(find):
    old = "statement: You get at least 180 days to appeal."

    assert find("markup", edits={"facts": (old, f"{old}\n    caveats: <b>")}) == []


def test_a_drawn_papers_lines_are_plain_text_without_html(find):
    old = "lines: [You have 30 days.]"

    assert find("markup", old, "lines: ['# 30 | days', '<img src=x>']") == [
        'tree.yml:60:40: error[markup]: raw HTML "<img src=x>" (this is plain text: write it in words)'
    ]


SITE = "site: {{disclaimer: '{disclaimer}', crisis: {{label: Help, text: '{text}'}}, leave: {{label: Leave, note: x}}}}"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Call us.", "988 and 911"),
        ("Call 988.", "911"),
        ("Call 9889 or 911.", "988"),
        ("[ ](tel:988) [ ](tel:911)", "988 and 911"),
    ],
)
def test_a_crisis_line_without_a_national_number_is_told(find, text, missing):
    local = SITE.format(disclaimer="General information.", text=text)

    assert find("crisis-line", local=local) == [
        f"local.yml:1:72: error[crisis-line]: the crisis line does not name {missing} (write it beside your own number)"
    ]


@pytest.mark.parametrize("words", ["\u200b", ".", "****", "[ ](tel:988)"])
def test_a_disclaimer_without_a_word_is_told(find, words):
    local = SITE.format(disclaimer=words, text="988 or 911")

    assert find("crisis-line", local=local) == [
        "local.yml:1:20: error[crisis-line]: the disclaimer has no word (say that this is general information, not advice)"
    ]


def test_a_crisis_line_of_ones_own_beside_the_national_ones_is_no_problem(find):
    local = SITE.format(disclaimer="Information.", text="**Us: 555-0100.** Or call [988](tel:988), 911.")

    assert find("crisis-line", local=local) == []
