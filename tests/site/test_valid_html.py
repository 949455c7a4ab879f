"""Every page is HTML without errors, with headings in order, a text for each picture, and nothing inline."""

import re
from itertools import pairwise

import pytest
from built import FILES, GUIDE, NOT_FOUND, SOURCES, page, words_of

every_page = pytest.mark.parametrize("page_id", FILES)

THEME_SCRIPTS = ("__md_scope=", "var palette=", "var target=", "{")
"""How the theme's own inline scripts begin; the last is its settings, as JSON."""


@every_page
def test_a_strict_parser_finds_nothing_wrong(site, page_id):
    assert page(site, page_id).errors == ()


@every_page
def test_a_page_is_in_english_and_says_so(site, page_id):
    (html,) = page(site, page_id).all("html")

    assert html.get("lang") == "en"


@every_page
def test_a_page_has_one_first_heading_and_it_comes_first(site, page_id):
    levels = [level for level, _ in headings(page(site, page_id))]

    assert levels.count(1) == 1
    assert levels[0] == 1


@every_page
def test_no_heading_skips_a_level_and_none_is_empty(site, page_id):
    found = headings(page(site, page_id))
    skips = [text for (before, _), (level, text) in pairwise(found) if level > before + 1]

    assert skips == []
    assert [level for level, text in found if not text] == []


def headings(built):
    """The level and the words of each heading in the content."""
    return [
        (int(element.tag[1]), words_of(element))
        for element in built.content.iter()
        if isinstance(element.tag, str) and re.fullmatch("h[1-6]", element.tag)
    ]


@every_page
def test_every_picture_in_the_content_has_a_text_or_is_hidden_from_screen_readers(site, page_id):
    mute = [
        element.tag
        for element in page(site, page_id).content.iter()
        if isinstance(element.tag, str)
        and (element.tag == "img" or element.tag.endswith("svg"))
        and element.get("aria-hidden") != "true"
        and not (element.get("alt") or element.get("aria-label") or element.get("aria-labelledby"))
    ]

    assert mute == []


@every_page
def test_a_picture_of_the_theme_stands_beside_words(site, page_id):
    built = page(site, page_id)
    mute = [
        element.attrib
        for element in built.elements
        if element.tag in ("a", "button") and any("svg" in str(child.tag) for child in element)
        and not (words_of(element) or element.get("aria-label") or element.get("title"))
    ]  # fmt: skip

    assert mute == []


@every_page
def test_no_style_stands_inline(site, page_id):
    built = page(site, page_id)

    assert [element.tag for element in built.content.iter() if "style" in element.attrib] == []
    assert built.all("style") == []


@every_page
def test_no_script_of_ours_stands_inline(site, page_id):
    inline = [
        (script.text or "").lstrip()
        for script in page(site, page_id).all("script")
        if "src" not in script.attrib and script.get("type") != "application/ld+json"
    ]

    assert [text[:80] for text in inline if not text.startswith(THEME_SCRIPTS)] == []
    assert len(inline) <= len(THEME_SCRIPTS)


@every_page
def test_no_handler_of_ours_stands_in_an_attribute(site, page_id):
    names = {name for element in page(site, page_id).elements for name in element.attrib}

    assert {name for name in names if str(name).startswith("on")} == set()


@every_page
def test_every_control_in_the_content_has_a_name(site, page_id):
    content = page(site, page_id).content
    labels = list(content.iter("label"))
    named = {label.get("for") for label in labels}
    within = {control for label in labels for control in label.iter()}
    controls = [control for tag in ("input", "select", "textarea") for control in content.iter(tag)]

    assert [one.attrib for one in controls if one not in within and one.get("id") not in named] == []
    assert [button.attrib for button in content.iter("button") if not words_of(button)] == []


@pytest.mark.parametrize("page_id", SOURCES)
def test_codes_and_names_of_laws_are_kept_from_translation(site, page_id):
    built = page(site, page_id)
    sources = [cite for cite in built.all("cite") if cite.get("translate") != "no"]
    codes = [
        code for box in built.all("div.codes") for code in box.iter("h3") if code.get("translate") != "no"
    ]

    assert sources == []
    assert codes == []


def test_the_six_paths_are_told_by_letter_and_not_by_color_alone(site):
    for page_id in ("hub", "paths"):
        letters = [words_of(letter) for letter in page(site, page_id).all("span.letter")]
        assert set(letters) == {outcome.path for outcome in GUIDE.paths}


def test_the_page_for_wrong_addresses_leads_to_the_finder(site):
    links = [link.get("href", "") for link in page(site, NOT_FOUND).content.iter("a")]

    assert [link for link in links if link.endswith("find-your-path/")]
