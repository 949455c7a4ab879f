"""The weekly look at the pages of others: which are gone, asked politely, told with file and line."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

import re
import shutil
import threading
import time
from collections import defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from decision_tree.problems import Position
from publish.links.__main__ import main
from publish.links.ask import Manners, ask
from publish.links.check import answers, problems

ROOT = Path(__file__).parent.parent.parent
HASTY = Manners(timeout=0.4, tries=2, pause=0.01)


class Office(ThreadingHTTPServer):
    """A server that answers as offices do, and remembers who asked what when."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Desk)
        self.asked = []
        self.times = defaultdict(int)

    def at(self, path):
        return f"http://127.0.0.1:{self.server_port}/{path}"

    def methods(self, path):
        return [method for method, asked, _ in self.asked if asked == f"/{path}"]


class Desk(BaseHTTPRequestHandler):
    def log_message(self, *_args):
        pass

    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.answer()

    def answer(self):
        office, name = self.server, self.path.partition("?")[0].split("/")[1]
        office.asked.append((self.command, self.path, time.monotonic()))
        office.times[name] += 1
        status = {
            "gone": 404,
            "withdrawn": 410,
            "forbidden": 403,
            "down": 503,
            "get-only": 200 if self.command == "GET" else 405,
            "busy-once": 429 if office.times[name] <= 2 else 200,
            "moved": 301,
        }.get(name, 200)
        if name == "slow":
            time.sleep(1)
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/there")
        if status == 429:
            self.send_header("Retry-After", "0")
        self.end_headers()


@pytest.fixture
def office():
    server = Office()
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "verdict", "words"),
    [
        ("there", "there", "answers"),
        ("moved", "there", "answers"),
        ("get-only", "there", "answers"),
        ("busy-once", "there", "answers"),
        ("gone", "gone", "answers 404"),
        ("withdrawn", "gone", "answers 410"),
        ("forbidden", "unsure", "answers 403"),
        ("down", "unsure", "answers 503"),
        ("slow", "unsure", "does not answer in time"),
    ],
)
def test_an_address_is_judged_by_what_it_answers(office, path, verdict, words):
    answer = ask(office.at(path), HASTY)

    assert (answer.verdict, answer.words) == (verdict, words)


def test_a_host_that_does_not_exist_is_gone():
    assert ask("https://no-such-office.invalid/", HASTY).verdict == "gone"


def test_a_host_that_refuses_the_connection_is_not_judged(office):
    office.server_close()

    assert ask(office.at("there"), HASTY).verdict == "unsure"


def test_an_address_that_is_none_is_told_and_does_not_stop_the_rest():
    assert ask("http://[half", HASTY).verdict == "gone"


def test_a_page_that_is_there_is_asked_for_its_head_only(office):
    ask(office.at("there"), HASTY)

    assert office.methods("there") == ["HEAD"]


def test_a_page_that_is_gone_is_asked_for_once_more_by_get_and_never_again(office):
    ask(office.at("gone"), HASTY)

    assert office.methods("gone") == ["HEAD", "GET"]


def test_a_site_that_is_down_is_asked_as_often_as_told(office):
    ask(office.at("down"), Manners(timeout=1, tries=3, pause=0.01))

    assert office.methods("down") == ["HEAD", "GET"] * 3


def test_the_addresses_of_one_host_are_asked_one_after_another_with_a_pause(office):
    pause = 0.05
    paths = [f"page-{number}" for number in range(4)]

    given = answers([office.at(path) for path in paths], Manners(pause=pause))
    times = [moment for _, _, moment in office.asked]

    assert [answer.verdict for answer in given.values()] == ["there"] * 4
    assert [path for _, path, _ in office.asked] == [f"/{path}" for path in paths]
    assert min(later - earlier for earlier, later in pairwise(times)) >= pause


def test_each_address_is_asked_once_however_often_it_is_named(office):
    answers([office.at("there")] * 3, HASTY)

    assert len(office.asked) == 1


def test_what_is_gone_is_an_error_at_its_first_place_and_what_is_unsure_a_warning(office):
    gone, forbidden = office.at("gone"), office.at("forbidden")
    named = {
        forbidden: [Position("facts.yml", 9, 10)],
        gone: [Position("facts.yml", 3, 10), Position("tree.yml", 7, 1)],
        office.at("there"): [Position("facts.yml", 1, 1)],
    }

    assert [str(problem) for problem in problems(named, answers(named, HASTY))] == [
        f"facts.yml:3:10: error[dead-link]: {gone} answers 404 (find the page that took its place; named in 2 places)",
        f"facts.yml:9:10: warning[dead-link]: {forbidden} answers 403 (open it in a browser to be sure)",
    ]


@pytest.fixture
def project(tmp_path, office):
    """A copy of the guide in which every address of others leads to the office instead."""
    for name in ("decision_tree", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "mkdocs.base.yml"):
        shutil.copy2(ROOT / name, tmp_path / name)
    for file in (tmp_path / "decision_tree").rglob("*.yml"):
        file.write_text(re.sub(r"https?://(?=\w)", office.at("there/"), file.read_text()))
    return tmp_path


def run(project, monkeypatch, *arguments):
    monkeypatch.chdir(project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    return main(["--project", str(project), "--timeout", "5", "--pause", "0", "--tries", "1", *arguments])


def test_the_command_asks_for_the_pages_of_facts_and_of_regulators(project, office, monkeypatch, capsys):
    reference = yaml.safe_load((project / "decision_tree/reference/regulators.yml").read_text())
    facts = yaml.safe_load((project / "decision_tree/reference/facts.yml").read_text())["facts"]
    wanted = {fact["url"].partition("#")[0] for fact in facts.values() if fact.get("url")}
    wanted.add(reference["national_directory"])

    assert run(project, monkeypatch) == 0
    asked = {office.at(path.removeprefix("/")) for _, path, _ in office.asked}
    assert asked >= wanted
    assert capsys.readouterr().out == f"{len(asked)} addresses asked, 0 of them gone.\n"


def test_the_command_tells_file_line_and_column_of_a_link_in_prose_and_fails(
    project, office, monkeypatch, capsys
):
    tree = project / "decision_tree" / "tree.yml"
    text = tree.read_text()
    start = text.index(f"]({office.at('there/')}") + 2
    end = text.index(")", start)
    tree.write_text(f"{text[:start]}{office.at('gone')}{text[end:]}")
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)

    assert run(project, monkeypatch) == 1
    printed = capsys.readouterr().out
    assert (
        f"decision_tree/tree.yml:{line}:{column}: error[dead-link]: {office.at('gone')} answers 404"
        in printed
    )


def test_a_project_that_cannot_be_read_is_told_without_a_traceback(tmp_path, monkeypatch, capsys):
    assert run(tmp_path, monkeypatch) == 2
    assert "cannot read this file" in capsys.readouterr().err
