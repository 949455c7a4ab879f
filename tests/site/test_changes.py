"""The page and the feed of what each release changed: in the site as it is, and with made-up releases."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
import yaml
from built import FILES, GUIDE, NOT_FOUND, SOURCES, address, find_all, one_line, page
from hypothesis import given
from hypothesis import strategies as st
from links import HOME

from decision_tree.model.changes import Change, releases
from macros.context import context_of
from macros.pages import fixed_page
from macros.words import Words
from publish.feed import Site, feed, read_site

WORDS = Words(GUIDE.interface)
ATOM = "{http://www.w3.org/2005/Atom}"
HTML = "{http://www.w3.org/1999/xhtml}"
PLACE = address("changes")
OURS = Site("https://care.example/some/path/", "Mind & <Care>", "en")

MADE_UP = releases(
    {
        "releases": {
            "1.1.0": {
                "date": "2027-01-15",
                "summary": "Corrections & <more>.",
                "facts": {"int-180": "Says for which plans it holds."},
                "passages": {
                    "outcomes.urgent.means": "Shorter.",
                    "reference.denial_codes.adjustment_codes.197": "A clearer first step.",
                },
                "removed": {"faq.old-one": "Now part of another answer."},
            },
            "1.0.0": {"date": "2026-11-25", "summary": "The first release."},
        }
    }
)
IN_LOCAL = {
    "Says for which plans it holds.": "reference:\n  facts:\n    facts:\n      int-180:",
    "Shorter.": "outcomes:\n  urgent:\n    means:",
    "A clearer first step.": 'reference:\n  denial_codes:\n    adjustment_codes:\n      "197":',
    "Now part of another answer.": "faq:\n  old-one:",
}
"""What changed, with its lines in a fork's local.yml."""


def entries(root):
    return root.findall(f"{ATOM}entry")


def link(element, relation):
    (found,) = [one.get("href") for one in element.findall(f"{ATOM}link") if one.get("rel") == relation]
    return found


@pytest.fixture(scope="module")
def built_feed(site):
    return ET.fromstring((site / "changes.xml").read_bytes())


@pytest.fixture(scope="module")
def made_up():
    return ET.fromstring(feed(OURS, "What changed", MADE_UP, WORDS, date(2027, 2, 1)))


# The data


def test_the_first_release_stands_in_the_guide():
    assert GUIDE.releases[-1].version == "1.0.0"
    assert GUIDE.releases[-1].day == date(2026, 11, 25)


CHANGES = [change for one in MADE_UP for part in (one.facts, one.passages, one.removed) for change in part]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: ".".join(change.path))
def test_a_change_names_its_path_as_a_local_file_has_it(change):
    assert change.in_local == IN_LOCAL[change.what]


keys = st.from_regex(r"[A-Za-z0-9_-]{1,12}", fullmatch=True) | st.sampled_from(
    ["no", "on", "null", "197", "1e5"]
)


@given(st.lists(keys, min_size=1, max_size=6))
def test_the_lines_of_any_path_are_yaml_that_leads_there(path):
    value = yaml.safe_load(Change(tuple(path), "x").in_local)
    for key in path:
        assert list(value) == [key]
        value = value[key]
    assert value is None


# The page


def made_up_page():
    """The page's Markdown, with the releases made up here."""
    being_built = SimpleNamespace(meta={}, file=SimpleNamespace(src_uri="changes.md"))
    context = context_of(replace(GUIDE, releases=MADE_UP), being_built, date.max)
    return fixed_page(context, "changes").markdown


def test_the_page_lists_every_release_newest_first(site):
    anchors = [heading.get("id") for heading in find_all(page(site, "changes").content, "h2")]
    listed = [anchor for anchor in anchors if anchor.startswith("release-")]

    assert listed == [release.anchor for release in GUIDE.releases]
    for release in GUIDE.releases:
        assert one_line(release.summary) in page(site, "changes").prose


def test_the_page_says_what_changed_and_where_a_fork_would_change_it():
    markdown = made_up_page()

    assert re.findall(r'<time datetime="([^"]+)">', markdown) == ["2027-01-15", "2026-11-25"]
    assert "Corrections &amp; &lt;more&gt;." in markdown
    for heading in ("changes_facts", "changes_passages", "changes_removed"):
        assert markdown.count(f"### {WORDS[heading]}") == 1
    told = re.findall(r"<li>(.+?) <pre translate=\"no\"><code>(.+?)</code></pre></li>", markdown, re.DOTALL)
    assert {what: path.replace("&#34;", '"') for what, path in told} == IN_LOCAL


def test_the_page_links_to_the_feed(site):
    feeds = [one.get("href") for one in find_all(page(site, "changes").content, "a") if one.get("type")]

    assert [urljoin(PLACE, one) for one in feeds] == ["changes.xml"]


@pytest.mark.parametrize("page_id", [id_ for id_ in SOURCES if id_ != "embed"])
def test_every_page_names_the_feed_in_its_head(site, page_id):
    (named,) = [one for one in page(site, page_id).all("link") if one.get("rel") == "alternate"]

    assert named.get("type") == "application/atom+xml"
    assert urljoin(address(page_id), named.get("href")) == "changes.xml"
    assert named.get("title")


def test_the_page_for_wrong_addresses_names_the_feed_from_wherever_it_is_shown(site):
    (named,) = [one for one in page(site, NOT_FOUND).all("link") if one.get("rel") == "alternate"]
    assert named.get("href") == f"{urlsplit(HOME).path}changes.xml"


# The feed


def test_the_feed_has_an_entry_for_each_release(built_feed):
    titles = [entry.findtext(f"{ATOM}title") for entry in entries(built_feed)]

    assert titles == [WORDS("changes_release", version=one.version) for one in GUIDE.releases]


def test_the_feeds_addresses_are_those_of_the_site(built_feed, site):
    assert link(built_feed, "self") == f"{HOME}changes.xml"
    assert link(built_feed, "alternate") == HOME + PLACE
    for entry in entries(built_feed):
        address_, _, point = link(entry, "alternate").partition("#")
        assert address_ == HOME + PLACE
        assert point in page(site, "changes").ids


@pytest.mark.parametrize("which", ["built_feed", "made_up"])
def test_the_feed_has_all_that_atom_asks_for(request, which):
    root = request.getfixturevalue(which)

    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    for element in (root, *entries(root)):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
            assert element.findtext(f"{ATOM}{name}")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.findtext(f"{ATOM}updated"))
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated")).tzinfo == UTC
        assert urlsplit(element.findtext(f"{ATOM}id")).scheme == "https"
        assert urlsplit(link(element, "alternate")).scheme == "https"
    for entry in entries(root):
        (content,) = entry.findall(f"{ATOM}content")
        assert content.get("type") == "xhtml"
        assert [child.tag for child in content] == [f"{HTML}div"]


def test_every_id_stands_once(made_up):
    ids = [made_up.findtext(f"{ATOM}id"), *(entry.findtext(f"{ATOM}id") for entry in entries(made_up))]

    assert len(set(ids)) == len(ids) == 1 + len(MADE_UP)


def test_the_feed_is_as_new_as_its_newest_release(made_up):
    assert made_up.findtext(f"{ATOM}updated") == "2027-01-15T00:00:00Z"


def test_an_entry_says_what_changed_and_where_a_fork_would_change_it(made_up):
    newest = entries(made_up)[0]
    rows = [row for row in newest.iter() if row.tag == f"{HTML}li"]

    assert {row.findtext(f"{HTML}p"): row.findtext(f"{HTML}pre") for row in rows} == IN_LOCAL
    assert [one.text for one in newest.iter() if one.tag == f"{HTML}h2"] == [
        WORDS[key] for key in ("changes_facts", "changes_passages", "changes_removed")
    ]
    assert "Corrections & <more>." in "".join(newest.itertext())


def test_names_with_odd_signs_come_out_whole(made_up):
    assert made_up.findtext(f"{ATOM}title") == "Mind & <Care>: What changed"
    assert made_up.findtext(f"{ATOM}author/{ATOM}name") == "Mind & <Care>"


def test_a_new_release_changes_no_other_entry():
    def by_id(some):
        root = ET.fromstring(feed(OURS, "What changed", some, WORDS, date(2027, 2, 1)))
        return {entry.findtext(f"{ATOM}id"): ET.tostring(entry) for entry in entries(root)}

    before, after = by_id(MADE_UP[1:]), by_id(MADE_UP)

    assert before.items() < after.items()


def test_the_same_releases_make_the_same_bytes_whenever_they_are_built():
    first, later = (
        feed(OURS, "What changed", MADE_UP, WORDS, day) for day in (date(2027, 2, 1), date(2031, 1, 1))
    )

    assert first == later


def test_without_releases_the_feed_is_empty_and_as_old_as_the_build():
    root = ET.fromstring(feed(OURS, "What changed", (), WORDS, date(2027, 2, 1)))

    assert entries(root) == []
    assert root.findtext(f"{ATOM}updated") == "2027-02-01T00:00:00Z"


def test_a_site_without_an_address_has_ids_that_no_other_site_has():
    def ids(name):
        root = ET.fromstring(feed(Site("", name, "en"), "What changed", MADE_UP, WORDS, date(2027, 2, 1)))
        assert link(root, "self") == "changes.xml"
        return {element.findtext(f"{ATOM}id") for element in (root, *entries(root))}

    assert all(one.startswith("urn:uuid:") for one in ids("One"))
    assert ids("One").isdisjoint(ids("Another"))


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (
            """<html lang="es" class="no-js"><link rel="canonical" href="https://a.example/b/">
            <meta property="og:site_name" content="Mind &amp; Care">""",
            Site("https://a.example/b/", "Mind & Care", "es"),
        ),
        ("<html>", Site("", "", "en")),
    ],
    ids=["a page that says all", "a page that says nothing"],
)
def test_the_site_is_what_its_home_page_says_it_is(tmp_path, head, found):
    (tmp_path / "index.html").write_text(head)

    assert read_site(tmp_path / "index.html") == found


def test_the_feed_is_the_only_file_of_its_kind(site):
    assert sorted(file.name for file in site.rglob("*.xml")) == ["changes.xml", "sitemap.xml"]
    assert "changes.xml" not in FILES.values()
