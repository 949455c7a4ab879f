"""Every rule has a chapter, whose bad example gets exactly its message, and whose good one gets none.

The examples are tried as they are shown: as files of a project, which holds the small guide.
"""

import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable

import pytest
import yaml
from small_guide import GOOD, HERE, ON

from decision_tree import checks
from decision_tree.cli import ROOT, main
from decision_tree.commands.new import refusal
from decision_tree.commands.shell import CLEAN, UNREADABLE
from decision_tree.commands.tie import TieError, release_of
from decision_tree.keys.rules import EXAMPLES, Chapter, chapters
from decision_tree.problems import Problem
from decision_tree.project import read_sources
from decision_tree.reading.layers import merged
from decision_tree.reading.load import load, load_text
from publish.links.ask import Answer
from publish.links.check import named_addresses
from publish.links.check import problems as problems_of_links

CHAPTERS = chapters()
CODE = ("decision_tree", "publish")
SOME = 8
"""Names that are given outside of `checks`; a search that finds fewer is broken."""
PAGES = ("rights", "paths/get-the-letter", "paths/not-medically-necessary")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The folder of a project with the small guide in it, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    files = {"mkdocs.yml": "INHERIT: mkdocs.base.yml\nsite_name: Care Guide\n"}
    files["docs/assets/brand/favicon.svg"] = (
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h8v8z"/></svg>'
    )
    for page in PAGES:
        kind = "outcome" if "/" in page else "fixed"
        files[f"docs/{page}.md"] = f'{{{{ {kind}_page("{page.rpartition("/")[2]}") }}}}\n'
    for name, text in files.items():
        write(tmp_path, name, text)
    shutil.copytree(HERE / "reference", tmp_path / "decision_tree" / "reference")
    return tmp_path


def write(project, name, text):
    file = project / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def tree_with(upstream: str) -> str:
    """The small guide's tree with what the example says that upstream has."""
    if not upstream:
        return GOOD
    more = load_text(upstream, "upstream.yml").data
    if "interface" in more:
        # Where there is an interface, it is whole.
        more["interface"] = {
            **load(ROOT / "decision_tree" / "tree.yml").data["interface"],
            **more["interface"],
        }
    both = merged(load_text(GOOD, "tree.yml").data, more)
    return yaml.safe_dump(both, sort_keys=False)


def checked(project, chapter: Chapter, text: str) -> set[Problem]:
    """What the check says of a file that it does not say without it."""
    write(project, "decision_tree/tree.yml", tree_with(chapter.upstream))
    without = project / chapter.file
    before = without.read_bytes() if without.exists() else None
    usual = {*checks.run(read_sources(project, ON))}
    write(project, chapter.file, text)
    found = {*checks.run(read_sources(project, ON))} - usual
    without.unlink() if before is None else without.write_bytes(before)
    return found


# Rules that are not broken by one file


def changed(project, chapter: Chapter, text: str) -> set[Problem]:
    """What is told after a merge: the fork's file was committed over the tree of that day."""
    write(project, "decision_tree/tree.yml", GOOD)
    write(project, chapter.file, chapter.bad)
    git = ["git", "-c", "user.name=A Fork", "-c", "user.email=fork@example.org"]
    subprocess.check_call([*git, "init", "--quiet"], cwd=project)
    subprocess.check_call([*git, "add", "--all"], cwd=project)
    subprocess.check_call([*git, "commit", "--quiet", "--message", "Ours"], cwd=project)
    (project / chapter.file).unlink()
    return checked(project, chapter, text)


def linked(project, chapter: Chapter, text: str) -> set[Problem]:
    """What is told where the addresses answer, and those that say that they are gone are gone."""
    write(project, "decision_tree/tree.yml", GOOD)
    write(project, chapter.file, text)
    named = named_addresses(read_sources(project, ON))
    gone, there = Answer("gone", "answers 404"), Answer("there", "answers 200")
    return {*problems_of_links(named, {one: gone if "gone" in one else there for one in named})}


def released(project, chapter: Chapter, text: str) -> set[Problem]:
    write(project, chapter.file, text)
    try:
        release_of(project)
    except TieError as error:
        return {error.problem}
    return set()


def added(project, _chapter: Chapter, command: str) -> set[Problem]:
    id_ = shlex.split(command)[-1]
    problem = refusal(id_, {"urgent"}, load_text(GOOD, "decision_tree/local.yml"), project / "docs")
    return {problem} if problem else set()


OTHERWISE: dict[str, Callable[..., set[Problem]]] = {
    "upstream-changed": changed,
    "dead-link": linked,
    "release": released,
    "new-outcome": added,
}


def told(project, name: str, text: str) -> set[Problem]:
    return OTHERWISE.get(name, checked)(project, CHAPTERS[name], text)


TRIED = [name for name in CHAPTERS if name != "revision"]


@pytest.mark.parametrize("name", TRIED)
def test_a_bad_example_gets_the_message_that_its_chapter_shows(project, name):
    found = told(project, name, CHAPTERS[name].bad)

    assert [str(one) for one in sorted(found) if one.rule == name] == CHAPTERS[name].told.splitlines()


@pytest.mark.parametrize("name", TRIED)
def test_a_good_example_gets_no_message(project, name):
    assert [str(one) for one in told(project, name, CHAPTERS[name].good)] == []


def test_a_revision_is_told_by_the_command_that_its_chapter_shows(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    chapter = CHAPTERS["revision"]

    assert main(shlex.split(chapter.bad)[3:]) == UNREADABLE
    assert capsys.readouterr().out == chapter.told
    assert main(shlex.split(chapter.good)[3:]) == CLEAN


# All of them


def test_every_rule_has_its_chapter():
    assert checks.RULES.keys() - CHAPTERS.keys() == set()


def test_every_name_that_a_problem_is_given_has_its_chapter():
    python = "\n".join(file.read_text() for folder in CODE for file in (ROOT / folder).rglob("*.py"))
    named = set(
        re.findall(r'rule(?:: str)? ?= ?"([a-z-]+)"|\.of\("([a-z-]+)"\)|, "error", "([a-z-]+)"', python)
    )

    assert {name for names in named for name in names if name} - CHAPTERS.keys() == set()
    assert len(named) > SOME


def test_what_a_rule_says_is_written_once():
    """A rule of `checks` says it in its function: what stands beside its example too would never be read."""
    rows = load(EXAMPLES).data

    assert {name for name, row in rows.items() if "what" in row} == rows.keys() - checks.RULES.keys()


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_says_what_must_be_so_in_one_sentence_first(name):
    assert re.match(r"[^\n]+\.(\n\n|$)", CHAPTERS[name].what), "its first line is a sentence of its own"


def test_the_page_of_all_chapters_is_the_one_that_they_make(capsys):
    assert main(["keys", "--rules"]) == CLEAN
    assert (ROOT / "decision_tree" / "RULES.md").read_text() == capsys.readouterr().out, "run `make keys`"


def test_explain_prints_the_chapter_of_a_rule(capsys):
    assert main(["explain", "markup"]) == CLEAN
    printed = capsys.readouterr().out

    assert printed.startswith("markup: ")
    assert CHAPTERS["markup"].told in printed
    assert "Ask for the **criteria**." in printed


def test_explain_tells_tools_the_chapter_of_a_rule(capsys):
    assert main(["explain", "markup", "--format", "json"]) == CLEAN
    (row,) = json.loads(capsys.readouterr().out)

    assert row["name"] == "markup"
    assert row["told"] == CHAPTERS["markup"].told
