"""Zensical builds the same site from the same sources: the same pages, heads, words and finder."""

import json
import re
from html import unescape
from urllib.parse import urljoin

import pytest
from built import EMBED, FILES, GUIDE, OWN_FILES, SOURCES, address, find_all, page, search_index, words_of
from links import broken_links, lost_points

pytestmark = pytest.mark.xdist_group("second engine")
every_page = pytest.mark.parametrize("page_id", SOURCES)


@pytest.fixture(scope="module")
def other(second_site):
    """The site as the second engine builds it."""
    return second_site


def test_it_builds_the_same_pages(other):
    assert {file.relative_to(other).as_posix() for file in other.rglob("*.html")} == {
        *FILES.values(),
        *OWN_FILES,
    }


@every_page
def test_a_page_has_the_same_title_and_description(site, other, page_id):
    ours, theirs = page(site, page_id), page(other, page_id)

    assert theirs.all("title")[0].text == ours.all("title")[0].text
    assert theirs.meta("description") == ours.meta("description")
    assert theirs.meta("og:title") == ours.meta("og:title")


@every_page
def test_a_page_says_the_same(site, other, page_id):
    assert words(page(other, page_id)) == words(page(site, page_id))


def words(built):
    return words_of(built.content, without=("a.footnote-backref", "a.headerlink", "script", "template"))


def test_its_search_leads_to_the_same_places(site, other):
    items = json.loads((other / "search.json").read_text())["items"]

    assert [item["location"] for item in items] == [entry["location"] for entry in search_index(site)]


@every_page
def test_a_page_has_the_same_sources_and_points_to_link_to(site, other, page_id):
    ours, theirs = page(site, page_id), page(other, page_id)

    assert list(theirs.footnotes) == list(ours.footnotes)
    assert points(theirs) == points(ours)


def points(built):
    """Ids within the content, but those that engines make up for footnotes' marks and for skip links."""
    ids = [element.get("id") for element in built.content.iter() if isinstance(element.tag, str)]
    return {id_ for id_ in ids if id_ and not id_.startswith("fnref") and id_ != "__skip"}


@every_page
def test_every_link_resolves(other, page_id):
    assert broken_links(other, page_id) == []
    assert lost_points(other, page_id) == []


@pytest.mark.parametrize("page_id", ["hub", "find-your-path", "deadlines", EMBED])
def test_the_finder_is_the_same(site, other, page_id):
    assert finder(page(other, page_id)) == finder(page(site, page_id))


def finder(built):
    """Each element's attributes; where the links lead counts, not how the engine writes that."""
    (found,) = built.all("path-finder")
    names = (
        "id",
        "data-carry",
        "data-question",
        "data-option",
        "data-next",
        "data-outcome",
        "data-because",
        "data-title",
    )
    elements = [element for element in found.iter() if isinstance(element.tag, str)]
    links = [urljoin(address(built.id), link) for element in elements if (link := element.get("href"))]
    return [[element.get(name) for name in names] for element in elements], links


@every_page
def test_the_crisis_line_and_the_disclaimer_are_there(other, page_id):
    built = page(other, page_id)

    assert "988" in words_of(built.all("div.crisis")[0])
    assert GUIDE.site.disclaimer in words_of(built.all("footer.site-footer")[0])


def test_the_sitemap_is_the_same(site, other):
    def listed(folder):
        return re.findall(r"<loc>(.*?)</loc>", unescape((folder / "sitemap.xml").read_text()))

    assert sorted(listed(other)) == sorted(listed(site))


def test_the_page_for_frames_is_no_part_of_the_search(other):
    found = json.loads((other / "search.json").read_text())["items"]

    assert found
    assert [entry for entry in found if entry["location"].startswith(address(EMBED))] == []


def test_the_structured_data_of_the_faq_is_the_same(site, other):
    def data(built):
        return [script.text for script in built.all("script") if script.get("type") == "application/ld+json"]

    assert data(page(other, "faq")) == data(page(site, "faq"))


def test_nothing_is_lost_from_what_the_finder_needs(other):
    for page_id in ("hub", "find-your-path"):
        assert len(find_all(page(other, page_id).content, "section")) >= len(GUIDE.finder.questions)


def test_an_edited_fact_is_read_anew_though_the_engine_keeps_pages_in_a_cache(other, build_site, epoch):
    project = other.parent.parent
    fact = next(iter(page(other, "deadlines").footnotes))
    facts = project / "decision_tree" / "reference" / "facts.yml"
    text = facts.read_text()
    assert text.count(f"\n  {fact}:\n") == 1
    before, after = text.split(f"\n  {fact}:\n")
    words = after.replace("statement: >-\n", "statement: >-\n      As edited just now.\n", 1)
    facts.write_text(f"{before}\n  {fact}:\n{words}")

    build_site(project, ".build/again", epoch, engine="zensical")

    assert "As edited just now." in (project / ".build" / "again" / "deadlines" / "index.html").read_text()
