"""The words around every page, as the theme's templates get them: text stays text, and links fit."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from jinja2 import Environment, pass_context

from decision_tree.judged_day import judged_day
from decision_tree.project import ROOT, read_guide
from decision_tree.settings import Settings
from decision_tree.settings.brand import Brand
from macros.context import context_of
from macros.theme_words import HOME, template, theme_words

GUIDE = read_guide(ROOT)
ODD = "{{ 7 * 7 }} {% raw %} {# not this #} }} %} \\ \" ' ~ {x} <b> & \u2028 …"


@pass_context
def url(context, value):
    """Stands for an engine's filter: what is asked for, and from where."""
    return value if "://" in value else f"{context['base_url']}|{value}"


def written(words: dict[str, str], home: str = "", **page: object) -> dict[str, str]:
    """Return the words as a template gets them that imports what is written down."""
    environment = Environment(autoescape=False)
    environment.filters["url"] = url
    made = environment.from_string(template(words, home))
    return made.make_module({"base_url": "..", **page}).theirs


def words_of(disclaimer: str = "", **brand: str) -> dict[str, str]:
    guide = replace(
        GUIDE,
        site=replace(GUIDE.site, disclaimer=disclaimer),
        plain_pages=frozenset({"our-clinic"}),
    )
    return theme_words(context_of(guide, HOME, judged_day(ROOT), settings=Settings(brand=Brand(**brand))))


FRAMED = SimpleNamespace(meta=SimpleNamespace(template="embed.html"))
PAGE = SimpleNamespace(meta=SimpleNamespace(template=""))


def test_signs_that_mean_something_to_a_template_or_to_html_stay_what_they_are():
    assert written({"feed": ODD, "share": ""}) == {"feed": ODD, "share": ""}
    assert words_of(region="<b> {{ x }} \"&'")["region"].endswith("&lt;b&gt; {{ x }} &#34;&amp;&#39;")


@pytest.mark.parametrize(
    ("link", "asked"),
    [
        ("guide:urgent", "..|paths/urgent/"),
        ("guide:rights#parity", "..|rights/#parity"),
        ("guide:hub", "..|."),
        ("guide:our-clinic", "..|our-clinic/"),
        ("guide:our-clinic#hours", "..|our-clinic/#hours"),
        ("https://www.dol.gov/a#b", "https://www.dol.gov/a#b"),
        ("tel:988", "tel:988"),
    ],
)
def test_a_link_within_the_site_is_made_by_the_engine_for_each_page_and_others_stay(link, asked):
    words = words_of(f'No advice. [See]({link}) `<a href="rights/">`.')

    for page in ({}, {"page": PAGE}):
        found = written(words, "https://example.org/guide/", **page)["disclaimer"]
        assert found == f'No advice. <a href="{asked}">See</a> <code>&lt;a href="rights/"&gt;</code>.'


@pytest.mark.parametrize(
    ("home", "address"),
    [
        ("https://example.org/guide", "https://example.org/guide/paths/urgent/"),
        ("https://example.org/guide/", "https://example.org/guide/paths/urgent/"),
        ("", "..|paths/urgent/"),
    ],
)
def test_on_a_page_for_frames_a_link_is_whole_where_the_sites_address_is_known(home, address):
    words = words_of("[Now](guide:urgent), [home](guide:hub).")

    found = written(words, home, page=FRAMED)["disclaimer"]

    assert f'<a href="{address}">Now</a>' in found
    assert f'<a href="{home.rstrip("/") + "/" if home else "..|."}">home</a>' in found


def test_without_words_a_template_gets_none():
    assert written({}) == {}
