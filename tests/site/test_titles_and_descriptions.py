"""A page's title and description, which search engines and link previews show, come from the tree."""

from collections import Counter
from html.parser import HTMLParser

import pytest
from built import FILES, GUIDE, NOT_FOUND, REMOVED, ROOT, SOURCES, own_settings, page, pages, words_of

from macros.head import head_of

every_page = pytest.mark.parametrize("page_id", [id_ for id_ in SOURCES if id_ not in REMOVED])
SITE_NAME = own_settings(ROOT)["site_name"]
LONGEST_TITLE = 60
DESCRIPTION = range(70, 156)


def title_in_tree(page_id: str) -> str:
    if page_id in GUIDE.pages:
        return GUIDE.pages[page_id].title
    outcome = GUIDE.outcomes[page_id]
    return f"Path {outcome.path}: {outcome.title}" if outcome.path else outcome.title


def description_in_tree(page_id: str) -> str:
    return {**GUIDE.pages, **GUIDE.outcomes}[page_id].description


@every_page
def test_the_heading_is_the_title_in_the_tree(site, page_id):
    headings = page(site, page_id).all("h1")

    assert [words_of(heading) for heading in headings] == [title_in_tree(page_id)]


@every_page
def test_the_browsers_title_is_the_one_in_the_tree_with_the_sites_name(site, page_id):
    (title,) = (element.text for element in page(site, page_id).all("head")[0] if element.tag == "title")

    assert title == f"{title_in_tree(page_id)} - {SITE_NAME}"


@every_page
def test_link_previews_show_the_title_in_the_tree(site, page_id):
    assert page(site, page_id).meta("og:title") == title_in_tree(page_id)


@every_page
def test_the_description_is_the_one_in_the_tree(site, page_id):
    built = page(site, page_id)

    assert built.meta("description") == description_in_tree(page_id)
    assert built.meta("og:description") == description_in_tree(page_id)


@every_page
def test_titles_and_descriptions_have_a_length_that_is_shown_whole(page_id):
    assert 0 < len(title_in_tree(page_id)) <= LONGEST_TITLE
    assert len(description_in_tree(page_id)) in DESCRIPTION


def test_the_page_for_wrong_addresses_has_a_title_and_a_description(site):
    missing = page(site, NOT_FOUND)

    assert missing.meta("description")
    assert "".join(missing.all("title")[0].itertext()).strip()


@pytest.mark.parametrize("what", ["title", "description"])
def test_no_two_pages_share_one(site, what):
    def said(built):
        return built.meta("description") if what == "description" else built.all("title")[0].text

    counts = Counter(said(built) for built in pages(site) if built.id != NOT_FOUND)

    assert [text for text, count in counts.items() if count > 1] == []
    assert len(counts) == len(FILES) - 1


# Neither engine escapes a description where it writes it into the head.


class Attributes(HTMLParser):
    """Keeps the attributes of the tags it is fed."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize(
    "description", ['They said "not covered" & stopped.', "A <b> is no tag here.", "It's > less."]
)
def test_a_description_may_hold_any_character(description):
    head = head_of("A title", description)

    parser = Attributes()
    parser.feed(f'<meta name="description" content="{head["description"]}">')

    assert parser.found == [("meta", {"name": "description", "content": description})]
