"""Hosts' settings: `_headers` for Netlify and Cloudflare Pages, and an object store's manifest."""

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest
from small_site import PAGES, make_small_site, page

from publish import stamp
from publish.commands import UnfitError
from publish.hosts import headers, headers_file, object_store
from publish.policy import all_hashes, header
from publish.site import origin

pytest_plugins = ["small_site_fixture"]

ROOT = Path(__file__).parent.parent.parent


def read_rules(site):
    """The rules of `_headers` as the hosts read them: an address, and below it its headers."""
    rules = []
    for line in (site / "_headers").read_text().splitlines():
        if line.startswith("/"):
            rules.append((line, []))
        else:
            rules[-1][1].append(tuple(line.strip().split(": ", 1)))
    return rules


def sent(site, path):
    """The headers that all fitting rules give for a path, added up."""
    return [
        header
        for address, given in read_rules(site)
        if re.fullmatch(re.escape(address).replace(r"\*", ".*"), path)
        for header in given
    ]


def path_of(page_name):
    return f"/{page_name.removesuffix('index.html')}"


@pytest.fixture
def stamped(small):
    stamp.run(small)
    headers_file.run(small)
    return small


@pytest.mark.parametrize("page_name", PAGES)
def test_each_page_gets_exactly_one_policy_and_it_is_its_own(stamped, page_name):
    policies = [
        value for name, value in sent(stamped, path_of(page_name)) if name == "Content-Security-Policy"
    ]

    assert policies == [header(page_name, all_hashes(stamped), origin(stamped))]


def test_a_page_to_embed_within_a_language_may_be_framed_and_its_neighbors_may_not(tmp_path):
    site = make_small_site(tmp_path / "site")
    for name in ("es/embed/index.html", "es/index.html", "es/ayuda/index.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(page("help/index.html"))
    headers_file.run(site)

    framed_by = {
        path: dict(sent(site, path))["Content-Security-Policy"].rpartition(" ")[2]
        for path in ("/es/embed/", "/es/", "/es/ayuda/", "/embed/")
    }
    assert framed_by == {"/es/embed/": "*", "/es/": "'self'", "/es/ayuda/": "'self'", "/embed/": "*"}


@pytest.mark.parametrize("path", ["/", "/paths/urgent/", "/assets/site/site.css", "/no-such-page"])
def test_the_headers_of_every_answer_are_sent_with_every_answer(stamped, path):
    assert set(headers.EVERYWHERE.items()) <= set(sent(stamped, path))


@pytest.mark.parametrize("page_name", PAGES)
def test_no_page_is_kept_without_asking(stamped, page_name):
    assert "Cache-Control" not in dict(sent(stamped, path_of(page_name)))


def test_what_has_a_hash_in_its_address_is_kept_and_nothing_else_is(stamped):
    kept = {
        file.relative_to(stamped).as_posix()
        for file in stamped.rglob("*.*")
        if ("Cache-Control", headers.UNCHANGING) in sent(stamped, f"/{file.relative_to(stamped).as_posix()}")
    }

    assert kept == {
        file.relative_to(stamped).as_posix()
        for file in [*stamped.glob("assets/at/**/*.*"), *stamped.glob("assets/stylesheets/*")]
    }


def test_scripts_may_be_loaded_by_a_sandboxed_frame(stamped):
    assert ("Access-Control-Allow-Origin", "*") in sent(stamped, "/assets/finder/finder.js")
    assert "Access-Control-Allow-Origin" not in dict(sent(stamped, "/"))


def test_a_header_is_never_given_twice_since_hosts_would_join_the_values(stamped):
    for path in ["/no-such-page", *(f"/{file.relative_to(stamped)}" for file in stamped.rglob("*.*"))]:
        names = [name for name, _ in sent(stamped, path)]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("files", "scripts", "reason"), [(120, 1, "rules, and Cloudflare"), (1, 60, "a line of")]
)
def test_more_than_a_host_reads_is_refused_before_it_is_lost(small, files, scripts, reason):
    for number in range(files):
        (small / f"page-{number}.html").write_text(page("help/index.html"))
    for number in range(scripts):
        home = small / "index.html"
        home.write_text(home.read_text().replace("</body>", f"<script>{number}</script></body>"))

    with pytest.raises(UnfitError, match=reason):
        headers_file.run(small)
    assert not (small / "_headers").exists()


def test_netlify_builds_as_everyone_does_and_changes_no_page():
    settings = tomllib.loads((ROOT / "netlify.toml").read_text())

    assert settings["build"]["command"] == "make site"
    assert settings["build"]["publish"] == "site"
    assert settings["build"]["processing"]["skip_processing"] is True


# The object store


def test_the_manifest_tells_the_type_and_the_caching_of_each_file(stamped, capsys):
    assert object_store.main([str(stamped)]) == 0
    told = json.loads(capsys.readouterr().out)
    files = {row["path"]: (row["content-type"], row["cache-control"]) for row in told["files"]}
    (stamped_style,) = [name for name in files if re.fullmatch(r"assets/at/\w+/site/site\.css", name)]

    assert files["paths/urgent/index.html"] == ("text/html; charset=utf-8", "no-cache")
    assert files["assets/site/site.css"] == ("text/css; charset=utf-8", "no-cache")
    assert files[stamped_style] == ("text/css; charset=utf-8", headers.UNCHANGING)
    assert files["assets/brand/icon.svg"] == ("image/svg+xml", headers.PICTURE)
    assert set(files) == {
        file.relative_to(stamped).as_posix() for file in stamped.rglob("*.*") if file.name != "_headers"
    }


def test_the_manifest_tells_the_headers_that_the_network_in_front_adds(stamped):
    told = object_store.manifest(stamped)["headers"]

    assert told["everywhere"] == headers.EVERYWHERE
    assert told["*.html"]["Content-Security-Policy"].endswith("frame-ancestors 'self'")
    assert told["embed/index.html"]["Content-Security-Policy"].endswith("frame-ancestors *")


def test_the_commands_put_each_file_there_once_with_its_type_and_caching_and_pages_last(stamped, capsys):
    assert object_store.main([str(stamped), "--commands", "s3://our-guide/"]) == 0
    commands = [shlex.split(line) for line in capsys.readouterr().out.splitlines()]
    put = {}
    for words in commands:
        assert words[:4] == ["aws", "s3", "cp", "--recursive"]
        assert words[4:6] == [f"{stamped}/", "s3://our-guide/"]
        given = dict(zip(words[6:10:2], words[7:10:2], strict=True))
        for name in words[words.index("--include") + 1 :: 2]:
            assert name not in put
            put[name] = (given["--content-type"], given["--cache-control"])

    rows = object_store.manifest(stamped)["files"]
    assert put == {row["path"]: (row["content-type"], row["cache-control"]) for row in rows}
    assert [name for name in put if name.endswith(".html")] == list(put)[-len(PAGES) :]


def test_every_file_of_the_built_site_has_a_known_type(site):
    without = [
        file.name
        for file in site.rglob("*")
        if file.is_file()
        and file.name not in ("_headers", "LICENSE")
        and file.suffix != ".gz"
        and headers.content_type(file.name) == "application/octet-stream"
    ]

    assert without == []
