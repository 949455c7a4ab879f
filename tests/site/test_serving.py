"""While an editor works, the site follows each edit, and shows what is wrong in the place of the page."""

import os
import socket
import subprocess
import sys
import time
from threading import Event
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from copies import copy_project, edit

pytestmark = [pytest.mark.xdist_group("serving"), pytest.mark.upstream]

LONGEST_WAIT = 60
"""Seconds. An edit takes two or three; this only ends a test that would never end."""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A project that is served as `make serve` does it, and its address."""
    project = copy_project(tmp_path_factory.mktemp("served") / "project")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    settings = {"PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1"}
    inherited = {name: value for name, value in os.environ.items() if name not in ("STRICT", "SITE_DIR")}
    server = subprocess.Popen(
        command, cwd=project, env=inherited | settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    # The server serves below the path of `site_url`, which is none.
    yield project, f"http://127.0.0.1:{port}/"
    server.terminate()
    server.wait()


def shows(address: str, words: str) -> bool:
    """Whether the page says these words before long."""
    late = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < late:
        try:
            if words in urlopen(address, timeout=LONGEST_WAIT).read().decode():
                return True
        except URLError:
            pass
        Event().wait(0.1)
    return False


def test_an_edit_of_the_tree_of_a_template_or_of_a_forks_file_is_shown(served):
    project, address = served
    assert shows(address, "What is happening right now?")

    edit(project / "decision_tree" / "tree.yml", "What is happening right now?", "What goes on right now?")
    assert shows(address, "What goes on right now?")
    edit(
        project / "macros" / "templates" / "pages" / "hub.md",
        "{{ tracks(guide) }}",
        "{{ tracks(guide) }} As drawn.",
    )
    assert shows(address, "As drawn.")
    (project / "decision_tree" / "local.yml").write_text("questions: {right-now: {text: How are things?}}")
    assert shows(address, "How are things?")


def test_an_error_stands_in_the_place_of_the_page_until_it_is_mended(served):
    project, address = served
    tree = project / "decision_tree" / "tree.yml"

    edit(tree, "next: in-crisis", "next: in-crisiss")
    assert shows(address, "leads to &quot;in-crisiss&quot;, which does not exist")
    edit(tree, "next: in-crisiss", "next: in-crisis")
    assert shows(address, "may not be safe")
