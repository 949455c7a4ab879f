"""Nothing that a browser loads comes from another origin. Only a link that a reader follows leads out."""

import re
from urllib.parse import urlsplit

import pytest
from built import FILES, ROOT, BuiltPage, page

every_page = pytest.mark.parametrize("page_id", FILES)

LOADING = (
    "src",
    "srcset",
    "data",
    "poster",
    "action",
    "formaction",
    "background",
    "manifest",
    "ping",
    "xlink:href",
)
FETCHED_IN_CSS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")
OWN_STYLES = sorted((ROOT / "docs").rglob("*.css"))
OWN_SCRIPTS = sorted((ROOT / "docs").rglob("*.js"))


def is_foreign(link: str) -> bool:
    """Whether a browser would ask another origin for `link`."""
    return bool(urlsplit(link.strip()).netloc)


def loaded(built: BuiltPage):
    """Each address that the page makes a browser load, or connect to, without being asked."""
    for element in built.elements:
        for name in LOADING:
            if name in element.attrib:
                yield f"<{element.tag} {name}>", element.attrib[name]
        if element.tag == "link" and element.get("rel") != "canonical":
            yield f"<link rel={element.get('rel')}>", element.get("href", "")
        if not isinstance(element.tag, str) or element.tag in ("a", "link"):
            continue
        if "href" in element.attrib:  # an SVG's <use> or <image>, a <base>
            yield f"<{element.tag} href>", element.attrib["href"]
        if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
            yield "<meta refresh>", element.get("content", "").partition("=")[2]


@every_page
def test_a_page_loads_nothing_from_elsewhere(site, page_id):
    assert [found for found in loaded(page(site, page_id)) if is_foreign(found[1])] == []


@every_page
def test_a_page_frames_nothing_and_plays_nothing(site, page_id):
    built = page(site, page_id)

    assert [
        element.tag for element in built.elements if element.tag in ("iframe", "object", "embed", "video")
    ] == []


@every_page
def test_a_link_that_leads_out_is_safe_and_tells_nobody_where_the_reader_was(site, page_id):
    built = page(site, page_id)
    out = [link.get("href", "") for link in built.all("a") if is_foreign(link.get("href", ""))]

    assert [link for link in out if urlsplit(link).scheme != "https"] == []
    assert built.meta("referrer") == "no-referrer"


@every_page
def test_the_parts_of_links_that_run_code_are_not_there(site, page_id):
    links = [link.get("href", "") for link in page(site, page_id).all("a")]

    assert [
        link for link in links if link.lstrip().lower().startswith(("javascript:", "data:", "vbscript:"))
    ] == []


def test_no_style_sheet_of_the_site_fetches_from_elsewhere(site):
    fetched = [
        (file.name, link)
        for file in site.rglob("*.css")
        for found in FETCHED_IN_CSS.finditer(file.read_text())
        if is_foreign(link := found[1] or found[2])
    ]

    assert fetched == []


@pytest.mark.parametrize("style", OWN_STYLES, ids=lambda file: file.name)
def test_a_style_sheet_of_ours_fetches_nothing_at_all(style):
    fetched = [found[1] or found[2] for found in FETCHED_IN_CSS.finditer(style.read_text())]

    assert [link for link in fetched if not link.startswith(("data:", "#"))] == []


@pytest.mark.parametrize("script", OWN_SCRIPTS, ids=lambda file: file.name)
def test_a_script_of_ours_asks_the_network_for_nothing(script):
    source = script.read_text()

    assert re.findall(r"https?://[^\s'\"`)]+", source) == []
    assert re.findall(r"\b(fetch|XMLHttpRequest|sendBeacon|WebSocket|EventSource|import)\s*\(", source) == []


def test_pictures_of_ours_fetch_nothing():
    pictures = [file.read_text() for file in (ROOT / "docs").rglob("*.svg")]
    namespaces = r"http://www\.w3\.org/\d{4}/(?:svg|xlink)"

    assert [link for text in pictures for link in re.findall(r"https?://[^\"'\s]+", text)
            if not re.fullmatch(namespaces, link)] == []  # fmt: skip
