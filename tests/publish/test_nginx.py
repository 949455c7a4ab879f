"""The real site behind a real nginx with our settings: what it sends, and with which headers."""

import gzip
import http.client
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from nginx_server import served_by_nginx

from publish.hosts import headers
from publish.policy import all_hashes, header
from publish.site import files, may_be_framed, origin, pages
from publish.stamp import is_stamped

pytestmark = [pytest.mark.xdist_group("nginx"), pytest.mark.upstream]


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes


class Visitor:
    """Asks for paths over one connection, as a browser does; follows nothing."""

    def __init__(self, origin):
        self.connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=10)

    def asks(self, path, **given):
        self.connection.request(
            "GET", path, headers={name.replace("_", "-"): value for name, value in given.items()}
        )
        reply = self.connection.getresponse()
        # Two headers of one name would become one line here: both policies would hold.
        return Reply(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read())


@pytest.fixture(scope="module")
def visitor(site, tmp_path_factory):
    with served_by_nginx(site, tmp_path_factory.mktemp("nginx")) as nginx:
        yield Visitor(nginx.origin)


def path_of(page):
    return f"/{page.removesuffix('index.html')}"


def test_every_page_is_sent_with_its_whole_policy_and_is_asked_for_each_time(site, visitor):
    hashes = all_hashes(site)

    for page in pages(site):
        reply = visitor.asks(path_of(page))
        assert (reply.status, reply.body) == (200, (site / page).read_bytes()), page
        assert reply.headers["content-security-policy"] == header(page, hashes, origin(site)), page
        assert reply.headers["cache-control"] == "no-cache", page
        assert reply.headers["content-type"] == "text/html; charset=utf-8", page
        assert "x-frame-options" not in reply.headers, page


def test_only_the_page_for_frames_may_stand_in_the_pages_of_others(site, visitor):
    framed_by_anyone = {
        page
        for page in pages(site)
        if visitor.asks(path_of(page)).headers["content-security-policy"].endswith("frame-ancestors *")
    }

    assert framed_by_anyone == {page for page in pages(site) if may_be_framed(page)} == {"embed/index.html"}


def test_every_text_is_sent_compressed_to_who_takes_it(site, visitor):
    copies = [name.removesuffix(".gz") for name in files(site) if name.endswith(".gz")]

    assert {Path(name).suffix for name in copies} >= {".css", ".html", ".js", ".json", ".xml"}
    for name in copies:
        reply = visitor.asks(f"/{name}", Accept_Encoding="gzip, br")
        assert reply.headers["content-encoding"] == "gzip", name
        assert reply.headers["vary"] == "Accept-Encoding", name
        assert reply.body == (site / f"{name}.gz").read_bytes(), name
        assert gzip.decompress(reply.body) == (site / name).read_bytes(), name


def test_a_text_is_sent_as_it_is_to_who_takes_nothing_else(site, visitor):
    reply = visitor.asks("/")

    assert "content-encoding" not in reply.headers
    assert reply.headers["vary"] == "Accept-Encoding"
    assert reply.body == (site / "index.html").read_bytes()


def test_every_file_is_kept_as_long_as_it_may_be(site, visitor):
    kept = {
        name: visitor.asks(f"/{name}").headers["cache-control"] for name in files(site) if name != "_headers"
    }

    assert kept == {name: headers.cache_control(name) for name in kept}
    assert any(is_stamped(name) for name in kept)
    assert {kept[name] for name in kept if is_stamped(name)} == {"public, max-age=31536000, immutable"}


def test_a_page_that_has_not_changed_is_not_sent_again(visitor):
    tag = visitor.asks("/").headers["etag"]
    reply = visitor.asks("/", If_None_Match=tag)

    assert (reply.status, reply.body) == (304, b"")


def test_scripts_are_sent_as_scripts_and_may_be_loaded_by_a_sandboxed_frame(site, visitor):
    for name in files(site):
        if name.endswith(".js"):
            reply = visitor.asks(f"/{name}")
            assert reply.headers["content-type"] in (
                "application/javascript; charset=utf-8",
                "text/javascript; charset=utf-8",
            ), name
            assert reply.headers["access-control-allow-origin"] == "*", name


def test_pages_may_not_be_read_by_other_sites(visitor):
    assert "access-control-allow-origin" not in visitor.asks("/").headers


@pytest.mark.parametrize(
    "path", ["/no-such-page", "/no/such/page/", "/paths/no-such-page.html", "/assets/gone.js"]
)
def test_an_address_that_is_not_there_gets_the_page_that_says_so(site, visitor, path):
    reply = visitor.asks(path)

    assert (reply.status, reply.body) == (404, (site / "404.html").read_bytes())
    assert reply.headers["cache-control"] == "no-cache"
    assert reply.headers["content-security-policy"] == header("404.html", all_hashes(site), origin(site))


def test_the_page_that_says_so_is_compressed_too(site, visitor):
    reply = visitor.asks("/no-such-page", Accept_Encoding="gzip")

    assert (reply.status, reply.body) == (404, (site / "404.html.gz").read_bytes())


@pytest.mark.parametrize("path", ["/paths", "/paths/urgent", "/find-your-path", "/embed"])
def test_a_missing_slash_at_the_end_is_added(visitor, path):
    reply = visitor.asks(path)

    # A browser keeps the fragment, with the answers in it, for itself, and puts it after the new address.
    assert (reply.status, reply.headers["location"]) == (301, f"{path}/")


def test_a_missing_slash_is_added_before_what_follows_the_question_mark(visitor):
    assert visitor.asks("/paths/urgent?from=letter").headers["location"] == "/paths/urgent/?from=letter"


@pytest.mark.parametrize("path", ["/assets/", "/assets/page/", "/search/"])
def test_a_folder_without_a_page_is_not_listed(site, visitor, path):
    reply = visitor.asks(path)

    assert (reply.status, reply.body) == (404, (site / "404.html").read_bytes())


@pytest.mark.parametrize(
    "path", ["/_headers", "/.git/config", "/assets/.DS_Store", "/../nginx.conf", "/%2e%2e/nginx.conf"]
)
def test_what_is_not_for_readers_is_not_served(visitor, path):
    assert visitor.asks(path).status in (400, 404)


def test_the_folder_by_which_certificates_are_renewed_stays_open(site, tmp_path_factory):
    folder = tmp_path_factory.mktemp("renewing")
    copy = shutil.copytree(site, folder / "site")
    (copy / ".well-known").mkdir()
    (copy / ".well-known" / "token").write_text("proof")
    with served_by_nginx(copy, folder) as nginx:
        assert Visitor(nginx.origin).asks("/.well-known/token").body == b"proof"


@pytest.mark.parametrize(
    "path", ["/", "/paths/urgent", "/no-such-page", "/assets/page/page.css", "/sitemap.xml"]
)
def test_every_answer_has_the_headers_of_every_answer(visitor, path):
    sent = visitor.asks(path).headers

    assert {name: sent.get(name.lower()) for name in headers.EVERYWHERE} == headers.EVERYWHERE
    assert re.fullmatch("nginx", sent["server"]), "it tells its version"
