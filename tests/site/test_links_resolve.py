"""Every link leads to a page that was built and, where it names a point, to that point."""

import gzip
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from built import FILES, GUIDE, NOT_FOUND, ROOT, SOURCES, BuiltPage, address, own_settings, page, pages

every_page = pytest.mark.parametrize("page_id", FILES)

HOME = own_settings(ROOT)["site_url"]
ELSEWHERE = ("data:", "tel:", "sms:", "mailto:")
THEME_LABELS = {"__toc"}
"""Ids that the theme's labels name on pages outside its menu, where it does not print what they label."""
REFERENCES = ("for", "aria-describedby", "aria-labelledby", "aria-controls")


def targets(built: BuiltPage):
    """The places within the site that a page names in links, scripts and pictures: path and fragment."""
    here = HOME + FILES[built.id].removesuffix("index.html")
    links = [element.get(name) for element in built.elements for name in ("href", "src")]
    for link in links:
        if link is None or link.startswith(ELSEWHERE):
            continue
        whole = urljoin(here, link)
        if whole.startswith(HOME):
            parts = urlsplit(whole.removeprefix(HOME))
            yield unquote(parts.path), unquote(parts.fragment)


def file_of(path: str) -> str:
    return f"{path}index.html" if path in ("", ".") or path.endswith("/") else path


def carries_state(fragment: str) -> bool:
    """Whether a fragment is the finders' own, as `plan=chip` is, and every answer in it exists."""
    pairs = [pair.partition("=") for pair in fragment.split("&")]
    answers = {
        (question.id, option) for tree in GUIDE.trees.values() for question in tree.questions.values()
        for option in question.options
    }  # fmt: skip
    return all(
        (key, value) in answers or (key == "plan" and value in GUIDE.plan_kinds) for key, _, value in pairs
    )


def test_the_site_has_a_page_for_each_id_of_the_tree_and_no_other(site):
    built = {file.relative_to(site).as_posix() for file in site.rglob("*.html")}

    assert set(SOURCES) == {*GUIDE.pages, *GUIDE.outcomes}
    assert built == set(FILES.values())


@every_page
def test_every_link_leads_to_a_file_of_the_site(site, page_id):
    broken = {path for path, _ in targets(page(site, page_id)) if not (site / file_of(path)).is_file()}

    assert broken == set()


@every_page
def test_every_link_to_a_point_on_a_page_finds_it(site, page_id):
    by_file = {file: other_id for other_id, file in FILES.items()}
    lost = [
        f"{path}#{fragment}"
        for path, fragment in targets(page(site, page_id))
        if fragment and file_of(path) in by_file
        and fragment not in page(site, by_file[file_of(path)]).ids
        and not ("=" in fragment and carries_state(fragment))
    ]  # fmt: skip

    assert lost == []


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


def test_the_sitemap_lists_every_page_once_with_its_whole_address(site):
    listed = locations((site / "sitemap.xml").read_bytes())

    assert sorted(listed) == sorted(HOME + address(page_id) for page_id in SOURCES)
    assert locations(gzip.decompress((site / "sitemap.xml.gz").read_bytes())) == listed


def locations(sitemap: bytes) -> list[str]:
    return [element.text for element in ET.fromstring(sitemap).iter() if element.tag.endswith("}loc")]


@every_page
def test_the_canonical_address_is_the_pages_own(site, page_id):
    links = [link.get("href") for link in page(site, page_id).all("link") if link.get("rel") == "canonical"]

    assert links == ([] if page_id == NOT_FOUND else [HOME + address(page_id)])
