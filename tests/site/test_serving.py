"""While an editor works, the site follows each edit, and shows what is wrong in the place of the page."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from threading import Event
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from built import GUIDE
from copies import copy_project, edit

from decision_tree.reading.load import load

pytestmark = [pytest.mark.xdist_group("serving"), pytest.mark.upstream]

LONGEST_WAIT = 120
"""Seconds. An edit takes one or two, on a busy machine ten; this only ends a test that would never end."""


def start(project, address, **options):
    """Serve a project as `make serve` does it."""
    command = [sys.executable, "-m", "building.serve", "--address", address]
    settings = {"PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1"}
    inherited = {name: value for name, value in os.environ.items() if name != "SITE_DIR"}
    return subprocess.Popen(command, cwd=project, env=inherited | settings, text=True, **options)


def free_address():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A project that is served, and its address."""
    project = copy_project(tmp_path_factory.mktemp("served") / "project")
    address = free_address()
    server = start(project, address, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield project, f"http://{address}/"
    server.terminate()
    server.wait()


def page(address: str) -> str:
    """What a browser gets, whatever its status."""
    try:
        return urlopen(address, timeout=LONGEST_WAIT).read().decode()
    except HTTPError as error:
        return error.read().decode()


def shows(address: str, words: str, absent: bool = False) -> bool:
    """Whether the page says these words, or no longer says them, before long."""
    late = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < late:
        try:
            html = page(address)
            if (words in html) != absent:
                return True
            # As the page itself does: ask for another version, and wait for the answer.
            version = re.search(r"/-/version\?not=(\d+)", html)[1]
            urlopen(
                f"{'/'.join(address.split('/')[:3])}/-/version?not={version}", timeout=LONGEST_WAIT
            ).read()
        except OSError:
            Event().wait(0.1)  # it has not started yet
    return False


def test_an_edit_of_the_tree_of_a_template_or_of_a_forks_file_is_shown(served):
    project, address = served
    assert shows(address, "What is happening right now?")

    edit(project / "decision_tree" / "tree.yml", "What is happening right now?", "What goes on right now?")
    assert shows(address, "What goes on right now?")
    edit(
        project / "macros" / "templates" / "pages" / "hub.md",
        "{{ tracks() }}",
        "{{ tracks() }} As drawn.",
    )
    assert shows(address, "As drawn.")
    (project / "decision_tree" / "local.yml").write_text("questions: {right-now: {text: How are things?}}")
    assert shows(address, "How are things?")


def test_an_edit_of_a_shared_passage_is_shown_on_every_page_that_has_it(served):
    project, address = served
    outcomes = load(project / "decision_tree" / "tree.yml").data["outcomes"].items()
    users = {
        name: [id_ for id_, outcome in outcomes if f"{{{name}}}" in str(outcome)] for name in GUIDE.passages
    }
    name = next(name for name, ids in users.items() if len(ids) > 1)

    passages = {name: "Said anew, in one place."}
    (project / "decision_tree" / "local.yml").write_text(json.dumps({"passages": passages}))

    assert all(shows(f"{address}paths/{id_}/", "Said anew, in one place.") for id_ in users[name])


def test_an_edit_of_the_settings_is_shown(served):
    project, address = served
    edit(project / "mkdocs.yml", "site_name: Denied Care Guide", "site_name: Guide of Ohio")
    assert shows(address, "Guide of Ohio")


def test_what_was_just_written_can_be_searched_for(served):
    project, address = served
    outcomes = {"urgent": {"means": "Quite zanzibarian."}}
    (project / "decision_tree" / "local.yml").write_text(json.dumps({"outcomes": outcomes}))
    assert shows(f"{address}paths/urgent/", "zanzibarian")
    assert "zanzibarian" in page(f"{address}search/search_index.json")


@contextmanager
def broken(file, right, wrong):
    """A file with an error in it, which is mended at the end."""
    edit(file, right, wrong)
    try:
        yield
    finally:
        edit(file, wrong, right)


@pytest.mark.parametrize(
    ("file", "right", "wrong", "told"),
    [
        (
            "decision_tree/tree.yml",
            "next: in-crisis",
            "next: in-crisiss",
            r"tree\.yml:\d+:\d+: error.*in-crisiss",
        ),
        ("decision_tree/tree.yml", "start: right-now", "start: [right-now", r"tree\.yml:\d+:\d+: error"),
        (
            "mkdocs.yml",
            "INHERIT: mkdocs.base.yml",
            "INHERIT: [mkdocs.base.yml",
            r"mkdocs\.yml:\d+:\d+: error",
        ),
        ("mkdocs.yml", "INHERIT: mkdocs.base.yml", "INHERIT: no-such-file.yml", r"error.*no-such-file\.yml"),
        ("mkdocs.base.yml", "custom_dir: overrides", "custom_dir: no-such-folder", "error.*no-such-folder"),
        ("docs/index.md", "fixed_page(", "fixed_pag(", r"docs/index\.md:1:1: error.*fixed_pag"),
        ("docs/index.md", ") }}", ") }", r"docs/index\.md:1:1: error"),
        (
            "overrides/main.html",
            "{% block site_meta %}",
            "{% block site_meta }",
            r"error\[crash\].*\.build/crash\.txt",
        ),
    ],
)
def test_an_error_stands_in_the_place_of_the_page_until_it_is_mended(served, file, right, wrong, told):
    project, address = served
    assert shows(address, "There are errors", absent=True)

    with broken(project / file, right, wrong):
        assert shows(address, "There are errors")
        assert re.search(told, page(address))
    assert shows(address, "There are errors", absent=True)


def test_an_error_in_a_forks_file_is_shown_at_its_line_until_it_is_mended(served):
    project, address = served
    local = project / "decision_tree" / "local.yml"

    local.write_text("questions:\n  right-now: {txt: How are things?}\n")
    assert shows(address, "decision_tree/local.yml:2:15: error")
    local.unlink()
    assert shows(address, "There are errors", absent=True)


def test_a_page_that_is_added_or_removed_is_noticed(served):
    project, address = served
    own = project / "docs" / "ours.md"

    own.write_text("# About us\n\nWe are here.\n")
    assert shows(f"{address}ours/", "We are here.")
    own.unlink()
    assert shows(f"{address}ours/", "We are here.", absent=True)


def test_an_outcomes_page_that_is_taken_away_is_missed_until_it_is_back(served):
    project, address = served
    file = project / "docs" / "paths" / "urgent.md"
    text = file.read_text()

    file.unlink()
    assert shows(address, "There are errors")
    assert "docs/paths/urgent.md" in page(address)
    file.write_text(text)
    assert shows(address, "There are errors", absent=True)


def test_an_edit_of_the_code_is_shown_too(served):
    project, address = served
    with broken(project / "decision_tree" / "tree.yml", "next: in-crisis", "next: in-crisiss"):
        assert shows(address, "There are errors")
        edit(project / "building" / "live.py", "<h1>There are errors</h1>", "<h1>Mend these, please</h1>")
        assert shows(address, "<h1>Mend these, please</h1>")
    assert shows(address, "Mend these, please", absent=True)


def test_a_page_that_there_is_not_is_told_as_on_the_web(served):
    _, address = served
    assert shows(address, "<title>")
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{address}no-such-page/", timeout=LONGEST_WAIT)
    assert "988" in page(f"{address}no-such-page/")


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly(tmp_path, stop):
    project = copy_project(tmp_path / "project")
    server = start(project, free_address(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    first = server.stdout.readline()

    server.send_signal(stop)
    rest, _ = server.communicate(timeout=LONGEST_WAIT)

    assert server.returncode == 0
    assert first.startswith("Serving on http://127.0.0.1:")
    assert rest.split() == ["Stopped."]


def test_an_address_that_is_taken_is_told_in_one_line(served):
    project, address = served
    assert shows(address, "<title>")
    second = start(project, address.split("/")[2], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    told, _ = second.communicate(timeout=LONGEST_WAIT)

    assert second.returncode == 2
    assert re.fullmatch(r"error: cannot serve there: .* \(give another --address HOST:PORT\)\n", told)
