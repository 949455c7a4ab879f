"""A fork with a brand of its own: nothing of the old one is left anywhere in the site, in either engine."""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from built import FILES, NOT_FOUND, ROOT, SOURCES, find_all, own_settings, page, words_of
from copies import copy_project, files_of, make_site, settle
from links import broken_links

from decision_tree.settings.brand import BrandColors
from decision_tree.settings.color import Color
from decision_tree.settings.palette import PAIRS, palette
from decision_tree.settings.stylesheet import style_sheet

pytestmark = pytest.mark.xdist_group("rebranded")
every_page = pytest.mark.parametrize("page_id", FILES)
every_described_page = pytest.mark.parametrize("page_id", SOURCES)

OLD = own_settings(ROOT)
OLD_BRAND = OLD["extra"]["brand"]
NEW = {
    "site_name": "A name that only the engine needs",
    "site_url": "https://care.example/guide/",
    "site_description": "Help in Ohio when an insurer says no.",
    "extra": {
        "leave_url": "https://news.example/",
        "brand": {
            "name": 'Mind "Matters" & Care',
            "tagline": "Help in Ohio <since 1990>",
            "logo": "assets/brand/our mark.svg",
            "colours": {"primary": "#f2c230", "accent": "#C3D"},
            "contact": "errors+guide@care.example",
            "helpline": {"label": "Ohio & you", "number": "(614) 555-0142"},
            "region": "Ohio & West Virginia",
            "legal": 'Published by "Care", a 501(c)(3) nonprofit.',
        },
    },
}
BRAND = NEW["extra"]["brand"]
NAME = BRAND["name"]
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>'
PICTURES = {
    "our mark.svg": DRAWING,
    "favicon.svg": DRAWING,
    "share.png": b"\x89PNG\r\n\x1a\n" + bytes(8),
}
TEXT = {".html", ".xml", ".json", ".css", ".js", ".svg", ".txt", ".webmanifest", ".map", ".htm", ""}


def rebrand(project: Path) -> Path:
    """Give a copy another brand, with nothing but what a fork owns."""
    settle(project, **NEW)
    brand = project / "docs" / "assets" / "brand"
    shutil.rmtree(brand)
    brand.mkdir()
    for name, picture in PICTURES.items():
        (brand / name).write_bytes(picture)
    return project


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def rebranded(request, tmp_path_factory, build_site, epoch) -> Path:
    """The site of a fork, as each engine builds it."""
    project = rebrand(copy_project(tmp_path_factory.mktemp("rebranded") / "project"))
    build_site(project, ".build/site", epoch, engine=request.param)
    return project / ".build" / "site"


def texts(site: Path) -> dict[str, str]:
    return {
        name: raw.decode("utf-8", "replace")
        for name, raw in files_of(site).items()
        if Path(name).suffix in TEXT
    }


# What is gone


OLD_COLORS = [color for color in OLD_BRAND["colours"].values() if color]
TRACES = [
    OLD["site_name"],
    OLD["site_url"],
    OLD["site_description"],
    OLD["extra"]["leave_url"],
    *OLD_COLORS,
    *(value for key in ("name", "tagline", "contact", "region", "legal") if (value := OLD_BRAND.get(key))),
    NEW["site_name"],
]


def test_the_old_brand_has_traces_that_could_be_found(site):
    found = texts(site)

    for trace in TRACES[:-1]:
        assert any(trace.lower() in text.lower() for text in found.values()), trace


def test_the_site_of_each_engine_has_more_than_pages(rebranded):
    names = list(texts(rebranded))

    for kind in (".html", ".css", ".json", ".xml", ".svg"):
        assert any(name.endswith(kind) for name in names), kind


@pytest.mark.parametrize("trace", TRACES)
def test_no_file_of_the_site_holds_a_trace_of_the_old_brand(rebranded, trace):
    wanted = re.compile(r"[\s_-]+".join(map(re.escape, trace.split())), re.IGNORECASE)

    assert [name for name, text in texts(rebranded).items() if wanted.search(text)] == []


def test_no_picture_of_the_old_brand_is_left(rebranded):
    old = {file.read_bytes() for file in (ROOT / "docs" / "assets" / "brand").rglob("*") if file.is_file()}

    assert old
    assert [name for name, raw in files_of(rebranded).items() if raw in old] == []


def test_the_only_pictures_outside_the_brands_folder_are_the_themes(rebranded):
    pictures = [Path(name) for name in files_of(rebranded) if Path(name).suffix in (".png", ".jpg", ".svg")]

    assert {file.name for file in pictures if file.parent.name == "brand"} == set(PICTURES)
    assert {file.parent.name for file in pictures} == {"brand", "images"}


# What is there


@every_page
def test_a_page_bears_the_new_name(rebranded, page_id):
    assert title(page(rebranded, page_id)).endswith(f" - {NAME}" if page_id != NOT_FOUND else NAME)


@every_page
def test_signs_in_the_brands_words_break_no_page(rebranded, page_id):
    errors = page(rebranded, page_id).errors

    # The second engine's own header names its search twice, whatever the brand.
    assert [error for error in errors if "duplicate-attribute" not in error] == []


def title(built) -> str:
    return next(tag.text or "" for tag in find_all(built.root, "head")[0] if tag.tag == "title")


FRAMED = [
    page_id for page_id in SOURCES if "template: embed.html" in (ROOT / "docs" / SOURCES[page_id]).read_text()
]
themed_page = pytest.mark.parametrize("page_id", [page_id for page_id in FILES if page_id not in FRAMED])


@themed_page
def test_the_header_shows_the_name_the_tagline_and_the_logo(rebranded, page_id):
    built = page(rebranded, page_id)
    header = built.all("header.md-header")[0]
    links = [link for link in built.all("a.md-logo") if find_all(link, "img")]

    assert NAME in words_of(header)
    assert BRAND["tagline"] in words_of(header)
    assert len(links) == len(built.all("a.md-logo")) == 2
    for link in links:
        (picture,) = find_all(link, "img")
        assert link.get("aria-label") == link.get("title") == NAME
        assert picture.get("alt") == ""
        assert file_of(rebranded, page_id, picture.get("src")).name == "our mark.svg"


def file_of(site: Path, page_id: str, link: str) -> Path:
    """The file that a link of a page leads to, below an address that has folders or at the host's root."""
    way = unquote(urlsplit(urljoin(f"/guide/{FILES[page_id]}", link)).path).removeprefix("/guide/")
    file = site / way
    assert file.is_file(), link
    return file


@every_page
def test_the_helpline_stands_beside_the_national_lines_and_can_be_called(rebranded, page_id):
    (crisis,) = page(rebranded, page_id).all("div.crisis")
    calls = {link.get("href") for link in find_all(crisis, "a")}

    assert {"tel:988", "tel:911", "tel:6145550142"} <= calls
    assert f"{BRAND['helpline']['label']}: {BRAND['helpline']['number']}" in words_of(crisis)


@themed_page
def test_the_footer_says_who_publishes_for_whom_and_how_to_reach_them(rebranded, page_id):
    (footer,) = page(rebranded, page_id).all("footer.site-footer")
    words = words_of(footer)

    for key in ("name", "tagline", "region", "legal", "contact"):
        assert BRAND[key] in words, key
    assert f"mailto:{BRAND['contact']}" in [link.get("href") for link in find_all(footer, "a")]


def test_the_page_about_the_guide_says_where_to_report_an_error(rebranded):
    content = page(rebranded, "about").content

    assert f"mailto:{BRAND['contact']}" in [link.get("href") for link in find_all(content, "a")]


@every_described_page
def test_link_previews_show_the_brands_name_and_its_picture_with_a_text(rebranded, page_id):
    if page_id in FRAMED:
        return
    built = page(rebranded, page_id)

    assert built.meta("og:site_name") == NAME
    assert built.meta("og:image") == f"{NEW['site_url']}assets/brand/share.png"
    assert (rebranded / built.meta("og:image").removeprefix(NEW["site_url"])).exists()
    assert built.meta("og:image:alt") == f"{NAME}. {BRAND['tagline']}"


@every_page
def test_a_page_has_the_brands_small_picture(rebranded, page_id):
    (icon,) = (link.get("href") for link in page(rebranded, page_id).all("link") if link.get("rel") == "icon")

    assert file_of(rebranded, page_id, icon).read_bytes() == DRAWING


@every_described_page
def test_every_link_resolves(rebranded, page_id):
    assert broken_links(rebranded, page_id) == []


def test_the_sites_colors_are_made_from_the_two_of_the_brand(rebranded):
    colors = BrandColors(**BRAND["colours"])
    made = palette(colors)
    written = (rebranded / "assets" / "palette" / "palette.css").read_text()

    assert written == style_sheet(made)
    assert f"--md-primary-fg-color: {Color.read(colors.primary)};" in written
    for scheme in (made.light, made.dark):
        assert [pair for pair in PAIRS if pair.ratio(scheme) < pair.least] == []


# What is left empty shows nothing


@pytest.fixture(scope="module")
def plain(tmp_path_factory, build_site, epoch) -> Path:
    """The site of a fork that leaves empty whatever it may."""
    project = copy_project(tmp_path_factory.mktemp("plain") / "project")
    settle(
        project, site_name="Plain", site_url="", site_description="", extra={"leave_url": None, "brand": None}
    )
    build_site(project, ".build/site", epoch)
    return project / ".build" / "site"


@every_page
def test_a_brand_that_is_left_empty_shows_nothing(plain, page_id):
    built = page(plain, page_id)

    assert (built.all("title")[0].text or "").endswith("Plain")
    assert built.errors == ()
    assert built.all("p.helpline") + built.all("p.tagline") == []
    assert [link for link in built.all("a") if link.get("href", "").startswith("mailto:")] == []
    assert [tag for tag in built.all("meta") if tag.get("property", "").startswith("og:image")] == []
    assert not re.search(
        r"\b(?:None|null|undefined)\b", " ".join(words_of(box) for box in built.all("footer"))
    )


# What cannot be built


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"logo": "assets/brand/none.png"}, 'the logo "assets/brand/none.png" is not there'),
        ({"colours": {"primary": "navy"}}, '"navy" is no color'),
        ({"contact": "care.example/about"}, "has no https:// at its start"),
    ],
)
def test_a_brand_with_an_error_stops_the_build_and_leaves_the_site_as_it_was(
    tmp_path, epoch, changes, message
):
    project = copy_project(tmp_path / "project")
    settle(project, extra={"brand": changes})
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the site before")
    line = 1 + (project / "mkdocs.yml").read_text().splitlines().index(_last_line(project))

    run = make_site(project, epoch)

    assert run.returncode != 0
    assert re.search(
        rf"mkdocs\.yml:{line}:\d+: error\[[a-z-]+\]: .*{re.escape(message)}", run.stdout + run.stderr
    )
    assert files_of(project / "site") == {"index.html": b"the site before"}


def _last_line(project: Path) -> str:
    return (project / "mkdocs.yml").read_text().splitlines()[-1]


def test_the_search_index_holds_nothing_of_the_brand(rebranded):
    index = next(rebranded.rglob("search*.json"))

    assert json.loads(index.read_text())
    assert OLD["site_name"] not in index.read_text()
