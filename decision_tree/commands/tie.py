"""`tie ADDRESS`: tie a copy without common history, such as one made from a template, to upstream.

A copy knows its release. Tying records, once, that the copy holds all of that release; from then on ordinary
merges bring what upstream has changed since, and nothing else.
"""

import argparse
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from decision_tree.commands.shell import CLEAN, PROBLEMS, Commands, print_problems
from decision_tree.problems import Position, Problem
from decision_tree.project import ROOT
from decision_tree.sources import Sources

RELEASE = "decision_tree/release.txt"
"""The file that says which release this is, e.g. 1.0.0. Upstream's tag of it is v1.0.0."""

REMOTE = "upstream"
MAIN = f"{REMOTE}/main"


def add(commands: Commands) -> None:
    """Add the command and its arguments."""
    command = commands.add_parser("tie", help="tie a copy without common history to upstream, once")
    command.add_argument("address", metavar="ADDRESS", help="where upstream's repository is")
    command.set_defaults(run=run, format="text")


def run(options: argparse.Namespace, sources: Sources) -> int:
    """Tie, and say what to do from now on."""
    del sources
    try:
        tied = tie(ROOT, options.address)
    except TieError as error:
        print_problems([error.problem], stream=sys.stderr)
        return PROBLEMS
    done = (
        "shares its history with upstream already" if tied.was_tied else f"is tied to release {tied.release}"
    )
    print(f"This copy {done}. To take what upstream has changed: git merge {MAIN}")
    return CLEAN


class TieError(Exception):
    """Tying did not work; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


@dataclass(frozen=True, slots=True)
class Tied:
    """What came of it."""

    release: str
    was_tied: bool
    """Whether the two had a history in common before."""


def release_of(root: Path) -> str:
    """Return the release of the project in `root`. Raises TieError where its file is missing or empty."""
    try:
        release = (root / RELEASE).read_text(encoding="utf-8").strip()
    except OSError:
        release = ""
    if not release:
        raise _error("this file should say which release was copied, e.g. 1.0.0 (write it)")
    return release


def tie(root: Path, address: str) -> Tied:
    """Fetch upstream from that address and tie the project in `root` to the release that it is a copy of.

    Raises TieError where something is not committed, upstream cannot be reached or has no such release.
    """
    git = _Git(root)
    if git("status", "--porcelain", "--untracked-files=no"):
        raise _error("some changes are not committed (commit them first, then tie)")
    if git.succeeds("remote", "get-url", REMOTE):
        git("remote", "set-url", REMOTE, address)
    else:
        git("remote", "add", REMOTE, address)
    git("fetch", "--quiet", "--tags", REMOTE)
    release = release_of(root)
    if git.succeeds("merge-base", "HEAD", MAIN):
        return Tied(release, was_tied=True)
    if not git.succeeds("rev-parse", "--verify", "--quiet", f"v{release}^{{commit}}"):
        raise _error(f"upstream has no release {release} (does this file name the one that was copied?)")
    message = f"Tie this copy to upstream's release {release}"
    git("merge", "--strategy=ours", "--allow-unrelated-histories", f"--message={message}", f"v{release}")
    return Tied(release, was_tied=False)


class _Git:
    """Runs git in one folder."""

    def __init__(self, root: Path) -> None:
        found = shutil.which("git")
        if found is None:
            raise _error("git is not installed (install it first)")
        self._command = (found, "-C", str(root))

    def __call__(self, *words: str) -> str:
        run = self._run(*words)
        if run.returncode != 0:
            told = " ".join(run.stderr.split()) or f"git {words[0]} failed"
            raise _error(told)
        return run.stdout.strip()

    def succeeds(self, *words: str) -> bool:
        return self._run(*words).returncode == 0

    def _run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run([*self._command, *words], capture_output=True, text=True, check=False)  # noqa: S603 (no shell)


def _error(message: str) -> TieError:
    return TieError(Problem.at(Position(RELEASE, 1, 1), message, rule="release"))
