"""The documents are true: their links lead somewhere, their commands exist, and no command is left out."""

import argparse
import re
import subprocess

import pytest

from decision_tree.cli import ROOT
from decision_tree.commands import COMMANDS

PUBLISHED = ("docs/", "macros/")
"""Where Markdown is a page or a template, not a document."""
CODE = re.compile(r"(?ms)^ *```.*?^ *```$|``.*?``|`[^`\n]+`|^ {4,}\S.*?$")
MADE = {
    ".build/crash.txt",
    "site/",
    "decision_tree/local.yml",
    "docs/assets/palette/palette.css",
    "overrides/made/words.html",
    "docs/our-clinic.md",
    "docs/our-team.md",
}
"""What is not in the repository, since a build or a fork makes it."""
LINK = re.compile(r"\]\(([^)\s]+)\)")


def documents():
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"]
    for name in subprocess.check_output(listed, cwd=ROOT, text=True).splitlines():
        if not name.startswith(PUBLISHED) and (ROOT / name).is_file():
            yield name


DOCUMENTS = sorted(documents())
DECISIONS = sorted((ROOT / "decisions").glob("0*.md"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
every_document = pytest.mark.parametrize("name", DOCUMENTS)


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def code_of(text):
    return "\n".join(CODE.findall(text))


def anchors(text):
    """The anchors that GitHub gives the headings of a document."""
    headings = re.findall(r"(?m)^#+ (.+)$", re.sub(r"(?ms)^```.*?^```$", "", text))
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def make_targets():
    return set(re.findall(r"(?m)^([a-z][a-z-]*):", read("Makefile")))


def commands():
    parser = argparse.ArgumentParser().add_subparsers()
    for add in COMMANDS:
        add(parser)
    return set(parser.choices)


def test_the_documents_that_a_project_needs_are_there():
    named = {
        "README.md",
        "FORKING.md",
        "CONTRIBUTING.md",
        "GOVERNANCE.md",
        "CHANGELOG.md",
        "decisions/README.md",
    }

    assert named <= set(DOCUMENTS)


@every_document
def test_every_link_within_the_repository_leads_to_a_file_and_its_heading(name):
    text = read(name)
    lost = []
    for link in LINK.findall(CODE.sub("", text)):
        path, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", link):
            continue
        file = (ROOT / name).parent / path if path else ROOT / name
        known = anchors(file.read_text(encoding="utf-8")) if anchor and file.is_file() else {anchor}
        if not file.exists() or anchor not in known:
            lost.append(link)

    assert lost == []


@every_document
def test_every_command_that_it_names_exists(name):
    code = code_of(read(name))

    assert set(re.findall(r"\bmake ([a-z][a-z-]*)", code)) - make_targets() == set()
    assert set(re.findall(r"-m decision_tree ([a-z]+)", code)) - commands() == set()


@every_document
def test_every_file_of_the_project_that_it_names_is_there(name):
    spans = re.findall(r"`([\w.-]+(?:/[\w.-]+)*/?)`", re.sub(r"(?ms)^ *```.*?^ *```$", "", read(name)))
    folders = {entry.name for entry in ROOT.iterdir() if entry.is_dir()}
    paths = {span for span in spans if "/" in span and span.split("/")[0] in folders}

    assert {
        path for path in paths if not (ROOT / path).exists() and path not in MADE and "ID" not in path
    } == set()


def test_the_readme_names_every_command_of_the_project():
    code = code_of(README)
    unnamed = {
        target for target in make_targets() - {"help", "types", "clean"} if f"make {target}" not in code
    }

    assert unnamed == set()
    assert {command for command in commands() if f"-m decision_tree {command}" not in code} == set()


def test_the_readmes_first_screen_says_what_it_is_how_to_start_and_what_a_fork_owns():
    screen = README.partition("\n## ")[0]

    for needed in (
        "make serve",
        "FORKING.md",
        "mkdocs.yml",
        "local.yml",
        "docs/assets/brand/",
        "![",
        "not legal",
    ):
        assert needed in screen


@pytest.mark.parametrize("name", ["LICENSE", "LICENSE-CONTENT", "decisions", *DOCUMENTS])
def test_the_readme_leads_to_every_document_or_to_one_that_does(name):
    reached = {"README.md"}
    for _ in range(3):
        texts = [(ROOT / one, read(one)) for one in reached if one.endswith(".md")]
        reached |= {
            (file.parent / link.partition("#")[0]).resolve().relative_to(ROOT).as_posix()
            for file, text in texts
            for link in LINK.findall(CODE.sub("", text))
            if not re.match(r"[a-z]+:|#", link)
        }
    named = reached | set(re.findall(r"`([^`\s]+)`", README))

    assert name in named or f"{name}/" in named or name.startswith((".github/", "publish/", "tests/"))


@pytest.mark.parametrize("file", DECISIONS, ids=lambda file: file.stem)
def test_a_decision_has_its_date_its_status_and_its_four_parts(file):
    text = file.read_text(encoding="utf-8")

    assert re.match(rf"# {file.name[:4]}: .+\n\n- Date: 20\d\d-\d\d-\d\d\n- Status: .+\n", text)
    assert re.findall(r"(?m)^## (.+)$", text) == ["Context", "Decision", "Refused", "Price"]
    assert re.search(r"\d", text.partition("## Context")[2]), "it has no number"


def test_the_index_of_decisions_lists_each_with_its_title_and_date():
    index = read("decisions/README.md")
    rows = {row[0]: row[1:] for row in re.findall(r"\| \[\d+\]\((.+?)\) \| (.+?) \| (\S+) \|", index)}

    for file in DECISIONS:
        text = file.read_text(encoding="utf-8")
        assert rows.pop(file.name) == (re.search(r"# \d+: (.+)", text)[1], re.search(r"Date: (\S+)", text)[1])
    assert rows == {}


def test_the_changelog_begins_with_this_release_and_says_what_to_do():
    release = re.search(r"(?ms)^## (\S+) \((\S+)\)\n(.*?)(?=^## |\Z)", read("CHANGELOG.md"))

    assert release[1] == read("decision_tree/release.txt").strip()
    for part in ("What you will see", "What to do", "Facts and passages touched"):
        assert f"### {part}\n" in release[3]


def test_the_license_of_the_content_names_where_the_license_itself_is():
    assert "https://creativecommons.org/licenses/by-sa/4.0/legalcode" in read("LICENSE-CONTENT")
    assert "MIT License" in read("LICENSE")
