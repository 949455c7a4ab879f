"""A site below a path of its host, as https://name.example/repo/ is: every link, asset and script."""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen
from xml.etree import ElementTree as ET

import pytest
from conftest import ROOT
from nginx_server import served_by_nginx
from playwright.sync_api import expect
from reader import Reader

from publish.site import pages

pytestmark = [pytest.mark.xdist_group("under a path"), pytest.mark.upstream]

PUBLIC = "https://name.example/repo/"
NOT_BUILT_FROM = ("node_modules", "site", "tests", "pictures")
WAY = (("right-now", "no"), ("letter", "denial"))


class Named(HTMLParser):
    """The addresses that a page leads to or loads."""

    def __init__(self, html):
        super().__init__()
        self.addresses = []
        self.feed(html)

    def handle_starttag(self, _tag, attrs):
        self.addresses += [value for name, value in attrs if name in ("href", "src", "xlink:href") and value]


def not_built_from(folder, names):
    """What of the project's own folder no site is built from, and what Python leaves anywhere."""
    is_top = Path(folder) == ROOT
    return {
        name
        for name in names
        if name == "__pycache__" or (is_top and (name.startswith(".") or name in NOT_BUILT_FROM))
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory, build_site, epoch):
    """The site of a project whose address has a path."""
    folder = tmp_path_factory.mktemp("path")
    project = shutil.copytree(ROOT, folder / "project", ignore=not_built_from)
    settings = project / "mkdocs.yml"
    text, found = re.subn(r"(?m)^site_url: .*$", f"site_url: {PUBLIC}", settings.read_text())
    assert found == 1
    settings.write_text(text)
    build_site(project, folder / "site", epoch)
    return folder / "site"


@pytest.fixture(scope="module")
def home(built, tmp_path_factory):
    """Where nginx serves it, below the path that it was built for."""
    with served_by_nginx(built, tmp_path_factory.mktemp("nginx")) as nginx:
        yield f"{nginx.origin}/repo/"


def fetch(address):
    """The status, where it ended, and the text of an address."""
    try:
        with urlopen(address, timeout=10) as reply:
            return reply.status, reply.url, reply.read().decode(errors="replace")
    except HTTPError as error:
        return error.code, error.url, error.read().decode(errors="replace")


def inside(home, page_address, html):
    """What a page names on its own host, as the browser would ask for it."""
    for named in Named(html).addresses:
        address, _ = urldefrag(urljoin(page_address, named))
        address = address.replace(PUBLIC, home)
        if address.startswith((home.removesuffix("repo/"), "https://name.example")):
            yield address


def test_every_link_and_asset_that_a_reader_meets_from_the_first_page_on_is_there(built, home):
    waiting, seen, wrong = [home], set(), []
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        if not address.startswith(home):
            wrong.append(f"{address} is outside of the site")
            continue
        status, ended, text = fetch(address)
        if (status, ended) != (200, address):
            wrong.append(f"{address} answers {status} at {ended}")
        elif address.endswith(("/", ".html")):
            waiting += inside(home, address, text)

    assert wrong == []
    assert {name for name in pages(built) if home + name.removesuffix("index.html") not in seen} == {
        "404.html"
    }


@pytest.mark.parametrize("place", ["no-such-page", "paths/no/such/page/", "paths/no-such-page.html"])
def test_every_link_and_asset_of_the_page_for_wrong_addresses_is_there_however_deep(home, place):
    status, address, html = fetch(home + place)
    named = set(inside(home, address, html))

    assert status == 404
    assert home in named
    assert [one for one in named if not one.startswith(home)] == []
    assert [one for one in named if fetch(one)[0] != 200] == []


def test_nothing_is_served_beside_the_path(home):
    host = home.removesuffix("repo/")

    assert [fetch(host + place)[0] for place in ("", "assets/page/page.css", "paths/", "etc/passwd")] == [
        404
    ] * 4


def test_a_missing_slash_is_added_below_the_path(home):
    assert fetch(f"{home}paths/urgent")[:2] == (200, f"{home}paths/urgent/")
    assert fetch(home.removesuffix("/"))[:2] == (200, home)


def test_every_page_names_its_whole_address(built):
    for name in pages(built):
        canonical = re.findall(r'<link rel="canonical" href="([^"]*)"', (built / name).read_text())
        assert canonical == ([] if name == "404.html" else [PUBLIC + name.removesuffix("index.html")])


@pytest.mark.parametrize("name", ["sitemap.xml", "changes.xml"])
def test_every_address_for_machines_is_whole_and_leads_to_a_page(built, home, name):
    tree = ET.parse(built / name)
    named = [element.text for element in tree.iter() if element.tag.endswith(("}loc", "}id"))]
    named += [element.get("href") for element in tree.iter() if element.get("href")]

    assert [one for one in named if not one.startswith(PUBLIC)] == []
    assert [one for one in named if fetch(urldefrag(one)[0].replace(PUBLIC, home))[0] != 200] == []


def test_the_finder_runs(guide, visit, home):
    reader = Reader(guide, home, visit, guide.finder).opens()
    reader.answers(*WAY)
    reader.stands_before(guide.finder.questions["letter"].options["denial"].next, *WAY)


def test_the_hubs_finder_leads_on_to_an_outcomes_page(guide, visit, home):
    outcome = guide.outcomes["in-crisis"]
    route = next(
        (question.id, option.id)
        for question in guide.finder.questions.values()
        for option in question.options.values()
        if option.next == outcome.id and question.id == guide.finder.start
    )
    visit.goto(f"{home}#{'='.join(route)}")
    visit.locator("path-finder section:visible").get_by_role("link", name=outcome.title).click()
    expect(visit).to_have_url(re.compile(f"^{re.escape(home)}paths/{outcome.id}/"))
    expect(visit.get_by_role("heading", level=1)).to_be_visible()


def test_search_finds_and_leads_to_what_it_found(visit, home):
    visit.goto(home)
    box = visit.get_by_role("textbox", name="Search")
    box.click()
    box.press_sequentially("peer-to-peer")
    found = visit.get_by_role("dialog", name="Search").get_by_role("listitem").get_by_role("link").first
    found.click(timeout=30_000)
    expect(visit).to_have_url(re.compile(f"^{re.escape(home)}[a-z]"))
    expect(visit.get_by_role("heading", level=1)).to_be_visible()


def test_the_page_for_wrong_addresses_leads_back(visit, home):
    visit.goto(f"{home}paths/no/such/page/")
    # Some browsers report the status of the page itself.
    assert [complaint for complaint in visit.complaints if "404" not in complaint] == []
    visit.complaints.clear()
    visit.get_by_role("article").get_by_role("link").click()
    expect(visit).to_have_url(f"{home}find-your-path/")
