"""What a file said when a line of another was written."""

import subprocess

import pytest

from decision_tree.reading.history import UNCOMMITTED, text_then, written


@pytest.fixture
def project(tmp_path):
    """A folder with two commits: a tree and a fork's line over it, and then a change of the tree."""
    git(tmp_path, "init", "--quiet")
    (tmp_path / "tree.yml").write_text("title: Old\n")
    (tmp_path / "local.yml").write_text("title: Ours\n")
    commit(tmp_path, "2027-01-01")
    (tmp_path / "tree.yml").write_text("title: New\n")
    commit(tmp_path, "2027-02-01")
    return tmp_path


def git(folder, *words, **environment):
    who = ["-c", "user.name=A Fork", "-c", "user.email=fork@example.org"]
    return subprocess.check_output(
        ["git", "-C", str(folder), *who, *words], text=True, env=environment or None
    )


def commit(folder, day):
    git(folder, "add", "--all")
    moment = f"{day}T12:00:00Z"
    git(folder, "commit", "--quiet", "-m", day, GIT_COMMITTER_DATE=moment, GIT_AUTHOR_DATE=moment)


def test_a_line_knows_its_commit_and_what_another_file_said_then(project):
    (line,) = written(project / "local.yml").values()

    assert line.time == 1798804800
    assert text_then(project / "tree.yml", line.id) == "title: Old\n"


def test_a_file_that_has_not_changed_since_says_nothing(project):
    (line,) = written(project / "tree.yml").values()

    assert text_then(project / "tree.yml", line.id) is None


def test_a_line_that_is_not_committed_is_the_newest(project):
    (project / "local.yml").write_text("title: Ours\nhint: Ours too\n")

    assert written(project / "local.yml")[2].id == UNCOMMITTED


def test_without_history_nothing_is_remembered(tmp_path):
    (tmp_path / "local.yml").write_text("title: Ours\n")

    assert written(tmp_path / "local.yml") == {}
    assert text_then(tmp_path / "local.yml", "0" * 40) is None


def test_without_git_nothing_is_remembered(project, monkeypatch):
    monkeypatch.setenv("PATH", "")

    assert written(project / "local.yml") == {}
