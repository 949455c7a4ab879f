"""What stands on every page: the crisis line first, the way out, the disclaimer; and what stands on none."""

import re

import pytest
from built import (
    EMBED,
    FILES,
    GUIDE,
    ROOT,
    SOURCES,
    find,
    find_all,
    one_line,
    own_settings,
    page,
    words_of,
)

every_page = pytest.mark.parametrize("page_id", FILES)
every_guide_page = pytest.mark.parametrize("page_id", SOURCES)
# From within a frame no link can take the host's page out of the history, so there is no way out to offer.
WITHOUT_A_WAY_OUT = {EMBED}

LEAVE = own_settings(ROOT)["extra"]["leave_url"]
LEFT_OVER = {
    "a citation that no footnote answers": r"\[\^",
    "a passage that was not filled in": r"\{[a-z0-9-]+\}",
    "a link that was not resolved": r"\(guide:|\bguide:[a-z]",
    "a template's braces": r"\{\{|\}\}|\{%|%\}|\{:",
    "a failed macro": r"Macro (Rendering|Syntax) Error|Traceback|jinja2|UndefinedError",
    "a value that was not there": r"\b(undefined|null|NaN)\b|(?<=[a-z,] )None\b",
    "a slot for words": r"\{(number|left|title|date|event|words|letter|directory|map)\}",
    "Markdown that stayed as it was": r"\*\*|__[a-z]|\]\(",
    "a placeholder": r"(?i)lorem ipsum|\bTODO\b|\bTBD\b|\bFIXME\b|CRISIS_FALLBACK|placeholder",
}


def plain(markdown: str) -> str:
    return one_line(re.sub(r"\*\*", "", markdown))


CRISIS = plain(GUIDE.site.crisis_text)


@every_page
def test_the_crisis_line_comes_before_anything_else_that_is_said(site, page_id):
    (body,) = page(site, page_id).all("body")
    line = find(body, "div.crisis")
    said = words_of(body, without=("a.md-skip",))

    assert CRISIS in words_of(line)
    assert said.startswith(CRISIS)


def test_the_crisis_line_says_whom_to_call_to_text_and_in_danger():
    assert re.search(r"(?i)call(?: or |, )text\W+988", CRISIS)
    assert "911" in CRISIS


@pytest.mark.parametrize("page_id", [id_ for id_ in FILES if id_ not in WITHOUT_A_WAY_OUT])
def test_a_plain_link_leads_away_from_here(site, page_id):
    (link,) = [link for link in page(site, page_id).all("a") if "data-leave" in link.attrib]

    assert link.get("href") == LEAVE
    assert words_of(link) == GUIDE.site.leave_label
    assert "noreferrer" in link.get("rel", "")


@pytest.mark.parametrize("page_id", [id_ for id_ in FILES if id_ not in WITHOUT_A_WAY_OUT])
def test_the_page_says_what_leaving_cannot_hide(site, page_id):
    assert plain(GUIDE.site.leave_note) in words_of(find(page(site, page_id).root, "footer.site-footer"))


@every_page
def test_the_disclaimer_stands_once(site, page_id):
    assert page(site, page_id).everything.count(plain(GUIDE.site.disclaimer)) == 1


@every_page
def test_nothing_unfinished_is_left(site, page_id):
    said = page(site, page_id).everything
    found = [
        f"{what}: {said[max(0, match.start() - 50) : match.end() + 30]}"
        for what, pattern in LEFT_OVER.items()
        for match in re.finditer(pattern, said)
    ]

    assert found == []


@every_page
def test_no_attribute_holds_anything_unfinished(site, page_id):
    values = {value for element in page(site, page_id).elements for value in element.attrib.values()}

    assert [value for value in values if re.search(r"\{\{|\{%|guide:|undefined|\[\^", value)] == []


@pytest.mark.parametrize("page_id", ["hub", "find-your-path", "deadlines", EMBED])
def test_every_step_of_a_finder_shows_the_crisis_line(site, page_id):
    steps = [
        section
        for finder in page(site, page_id).all("path-finder")
        for section in find_all(finder, "section")
    ]

    assert steps
    assert [section.get("id") for section in steps if CRISIS not in words_of(section)] == []
