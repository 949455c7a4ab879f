"""`diff` on files, folders and git revisions, as an editor sees it."""

import json
import os
import shutil
import subprocess

import pytest

from decision_tree import project
from decision_tree.cli import main


@pytest.fixture(autouse=True)
def guide_folder(tmp_path, good, monkeypatch):
    """A project of its own with two commits: in the second one, the clinical reason leads elsewhere."""
    folder = tmp_path / "guide"
    shutil.copytree(project.ROOT / "tests" / "unit" / "reference", folder / "decision_tree" / "reference")
    (folder / "decision_tree" / "tree.yml").write_text(good, encoding="utf-8")
    (folder / "mkdocs.yml").write_text("site_name: A guide\n", encoding="utf-8")
    monkeypatch.setattr(project, "ROOT", folder)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    git(folder, "init", "--quiet")
    commit(folder)
    edit(
        folder, "tree.yml", "like: CO-50, next: not-medically-necessary", "like: CO-50, next: get-the-letter"
    )
    commit(folder)
    monkeypatch.chdir(folder)
    return folder


def git(folder, *words):
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", folder, *identity, *words], check=True, capture_output=True)


def commit(folder):
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x")


def edit(folder, file, old, new):
    path = folder / "decision_tree" / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def diff(capsys, *arguments):
    status = main(["diff", *map(str, arguments)])
    captured = capsys.readouterr()
    assert captured.err == ""
    return status, captured.out


def test_two_revisions(capsys):
    status, out = diff(capsys, "HEAD~1", "HEAD")

    assert status == 1
    assert out.startswith("Routes: 1 changed\n  letter:denial/reason:clinical\n")


@pytest.mark.parametrize("name", ["HEAD", ".", "decision_tree/tree.yml"])
def test_nothing_differs_from_itself(name, capsys):
    assert diff(capsys, name, name) == (0, "No difference in routes, ids, words or their order.\n")
    assert json.loads(diff(capsys, name, name, "--format", "json")[1])["passages"] == []


def test_a_revision_and_what_is_not_committed_yet(guide_folder, capsys):
    edit(guide_folder, "reference/facts.yml", "at least 180 days", "at least 60 days")

    status, out = diff(capsys, "HEAD", ".")

    assert status == 1
    assert "  reference.facts.facts.int-180.statement\n    - You get at least 180 days" in out


def test_a_forks_own_file_counts_in_a_revision_too(guide_folder, capsys):
    local = guide_folder / "decision_tree" / "local.yml"
    local.write_text("questions: {reason: {hint: Any will do.}}\n", encoding="utf-8")
    commit(guide_folder)

    status, out = diff(capsys, "HEAD~1", "HEAD")

    assert status == 1
    assert out.splitlines() == [
        "Words: 1 changed",
        "  questions.reason.hint",
        "    - More than one? Start with the first.",
        "    + Any will do.",
    ]


def test_a_lone_tree_file_comes_without_reference_data(tmp_path, capsys, good):
    other = tmp_path / "other.yml"
    other.write_text(good.replace("Start with the first.", "Start with any."), encoding="utf-8")

    status, out = diff(capsys, "HEAD~1", other)

    assert status == 1
    assert out.startswith("Words: 1 changed\n")


def test_a_revision_from_before_a_reference_file_existed(guide_folder, capsys):
    git(guide_folder, "rm", "--quiet", "decision_tree/reference/regulators.yml")
    commit(guide_folder)

    status, out = diff(capsys, "HEAD", "HEAD~1")

    assert status == 1
    assert "    + " in out
    assert "    - " not in out


def test_markdown(capsys):
    status, out = diff(capsys, "HEAD~1", "HEAD", "--format", "markdown")

    assert status == 1
    assert out.startswith("### What this edit does\n")
    assert out.endswith("</details>\n")


@pytest.mark.parametrize(
    "name",
    ["no-such-thing", "HEAD~9", "HEAD:decision_tree", "", "x" * 5000, "a\0b", "é", "--", "HEAD\nHEAD"],
)
def test_what_is_no_edition_ends_with_2(name, capsys):
    arguments = ["diff", "--", "HEAD", name]
    assert main(arguments) == 2
    (line,) = capsys.readouterr().out.splitlines()
    assert line.endswith(
        "error[revision]: this is no file, no folder, and no revision of this project that git knows"
    )


def test_a_folder_without_a_guide_ends_with_2(tmp_path, capsys):
    (tmp_path / "empty").mkdir()

    status, out = diff(capsys, "HEAD", tmp_path / "empty")

    assert status == 2
    assert "decision_tree/reference/facts.yml:1:1: error[unreadable]: cannot read this file" in out


def test_a_revision_without_a_guide_ends_with_2(guide_folder, capsys):
    git(guide_folder, "rm", "--quiet", "decision_tree/tree.yml")
    commit(guide_folder)

    assert diff(capsys, "HEAD~1", "HEAD") == (
        2,
        "HEAD:1:1: error[revision]: this revision has no decision_tree/tree.yml\n",
    )


def test_a_file_that_is_no_yaml_is_told_where_it_stands_in_its_revision(guide_folder, capsys):
    (guide_folder / "decision_tree" / "tree.yml").write_text(
        "start: letter\nstart: reason\n", encoding="utf-8"
    )
    commit(guide_folder)

    status, out = diff(capsys, "HEAD~1", "HEAD", "--format", "json")

    assert status == 2
    (problem,) = json.loads(out)
    assert (problem["file"], problem["line"]) == ("HEAD:decision_tree/tree.yml", 2)


def test_without_git_a_revision_is_not_known(capsys, monkeypatch):
    monkeypatch.setenv("PATH", "")

    assert diff(capsys, "HEAD", "HEAD")[0] == 2
    assert diff(capsys, ".", ".")[0] == 0
