"""Repositories to play with: upstream as it stands here, forks of it, and copies without its history."""

import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from decision_tree.judged_day import judged_day

ROOT = Path(__file__).parent.parent.parent

WHO = {
    "GIT_AUTHOR_NAME": "A Fork",
    "GIT_AUTHOR_EMAIL": "fork@example.org",
    "GIT_COMMITTER_NAME": "A Fork",
    "GIT_COMMITTER_EMAIL": "fork@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a project, with the packages that run the tests."""
    inherited = {name: value for name, value in os.environ.items() if name not in ("SITE_DIR", "MAKEFLAGS")}
    settings = {**WHO, "PYTHONPATH": str(folder), "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run(
        command, cwd=folder, env={**inherited, **settings}, capture_output=True, text=True, check=False
    )


def git(folder: Path, *words: str, **environment: str) -> str:
    """Run git in a repository; it must succeed."""
    done = run(folder, "git", *words, **environment)
    assert done.returncode == 0, f"git {' '.join(words)}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


def guide(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m decision_tree` in a project."""
    return run(folder, sys.executable, "-m", "decision_tree", *words)


def commit(folder: Path, message: str, day: str) -> None:
    """Commit everything as of a day, e.g. "2027-01-31"."""
    moment = f"{day}T12:00:00Z"
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", message, GIT_AUTHOR_DATE=moment, GIT_COMMITTER_DATE=moment)


def days_later(days: int) -> str:
    """A day for a commit, so long after the one on which the guide here is judged."""
    return (judged_day(ROOT) + timedelta(days=days)).isoformat()


def copy_files(into: Path) -> Path:
    """Copy what the repository here holds, committed or not, without its history."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.check_output(listed, cwd=ROOT, text=True).split("\0"):
        if name and (ROOT / name).is_file():
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, into / name)
    return into


def new_repository(folder: Path, message: str, day: str) -> Path:
    """Make a repository of the files here, with one commit and no history before it."""
    git(copy_files(folder), "init", "--quiet", "--initial-branch=main")
    commit(folder, message, day)
    return folder
