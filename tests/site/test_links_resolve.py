"""Every link leads to a page that was built and, where it names a point, to that point."""

import gzip
from xml.etree import ElementTree as ET

import pytest
from built import EMBED, FILES, GUIDE, NOT_FOUND, OWN_FILES, REMOVED, SOURCES, address, page, pages
from links import HOME, broken_links, lost_points, targets

every_page = pytest.mark.parametrize("page_id", FILES)

THEME_LABELS = {"__toc"}
"""Ids that the theme's labels name on pages outside its menu, where it does not print what they label."""
REFERENCES = ("for", "aria-describedby", "aria-labelledby", "aria-controls")


def test_the_site_has_a_page_for_each_id_of_the_tree_and_no_other(site):
    built = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}

    assert set(SOURCES) == {*GUIDE.pages, *GUIDE.outcomes, *REMOVED}
    assert built == {*FILES.values(), *OWN_FILES}


@every_page
def test_every_link_leads_to_a_file_of_the_site(site, page_id):
    assert broken_links(site, page_id) == []


@every_page
def test_every_link_to_a_point_on_a_page_finds_it(site, page_id):
    assert lost_points(site, page_id) == []


@every_page
def test_no_id_stands_twice_on_a_page(site, page_id):
    ids = page(site, page_id).ids

    assert sorted({id_ for id_ in ids if ids.count(id_) > 1}) == []


@every_page
def test_what_labels_and_describes_refers_to_something_on_the_page(site, page_id):
    built = page(site, page_id)
    named = [
        id_ for element in built.elements for name in REFERENCES for id_ in element.get(name, "").split()
    ]

    assert set(named) - set(built.ids) - THEME_LABELS == set()


@every_page
def test_every_link_says_something(site, page_id):
    built = page(site, page_id)
    silent = [
        ET.tostring(link, encoding="unicode")[:120]
        for link in built.all("a")
        if not "".join(link.itertext()).strip() and not link.get("aria-label")
    ]

    assert silent == []


@pytest.mark.parametrize("page_id", [id_ for id_ in FILES if id_ not in ("hub", NOT_FOUND)])
def test_every_page_is_linked_from_another(site, page_id):
    place = address(page_id)

    assert any(
        place in {path for path, _ in targets(other)}
        for other in pages(site)
        if other.id not in (page_id, NOT_FOUND)
    )


def test_the_sitemap_lists_every_page_that_may_be_found_once_with_its_whole_address(site):
    listed = locations((site / "sitemap.xml").read_bytes())

    own = [HOME + file.removesuffix("index.html") for file in OWN_FILES]

    assert sorted(listed) == sorted(own + [HOME + address(id_) for id_ in SOURCES if id_ != EMBED])
    assert locations(gzip.decompress((site / "sitemap.xml.gz").read_bytes())) == listed


def locations(sitemap: bytes) -> list[str]:
    return [element.text for element in ET.fromstring(sitemap).iter() if element.tag.endswith("}loc")]


@every_page
def test_the_canonical_address_is_the_pages_own(site, page_id):
    links = [link.get("href") for link in page(site, page_id).all("link") if link.get("rel") == "canonical"]

    assert links == ([] if page_id == NOT_FOUND else [HOME + address(page_id)])
