"""What git remembers: what a file said as of a commit, and what upstream had when a fork's line was written.

Without git, or in a copy without history, nothing is remembered, and nothing is said.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from decision_tree import git
from decision_tree.reading.layers import Laid
from decision_tree.reading.load import Document, load_text
from decision_tree.reading.plain import Keys, value_at

UNCOMMITTED = "0" * 40

Then = Callable[[Laid, Keys], tuple[bool, Any]]


@dataclass(frozen=True, slots=True)
class Commit:
    """The commit that a line comes from; ordered by time."""

    time: int
    """Seconds since 1970."""
    id: str


def memory(local: Document) -> Then:
    """Return a function that says what upstream had at a path of `local`, and whether its file changed since.

    Nothing is remembered of lines that are not committed, nor where git does not know the file.
    """
    commits = written(Path(local.file))
    document_then = cache(_document_then)

    def then(laid: Laid, path: Keys) -> tuple[bool, Any]:
        commit = _commit(laid.over, path, commits)
        old = document_then(laid.file, commit.id) if commit else None
        return (False, None) if old is None else (True, value_at(old.data, path))

    return then


def _commit(layer: Document, path: Keys, commits: dict[int, Commit]) -> Commit | None:
    """Return the newest commit among the lines of the value at `path`; nothing if one is not committed."""
    lines = range(layer.key_position(path).line, layer.end(path).line + 1)
    found = [commits[line] for line in lines if line in commits]
    if not found or any(commit.id == UNCOMMITTED for commit in found):
        return None
    return max(found, key=lambda commit: commit.time)


def _document_then(file: str, commit: str) -> Document | None:
    text = text_then(Path(file), commit)
    return None if text is None else load_text(text, file)


def written(file: Path) -> dict[int, Commit]:
    """Return the commit of each line of a file, by number from 1; empty where git does not know the file."""
    found: dict[int, Commit] = {}
    times: dict[str, int] = {}
    commit = ""
    line = 0
    for row in git.text(file.parent, "blame", "--porcelain", "--", file.name).splitlines():
        words = row.split(" ")
        if row.startswith("\t"):
            found[line] = Commit(times.get(commit, 0), commit)
        elif len(words[0]) == len(UNCOMMITTED) and len(words) >= 3:
            commit, line = words[0], int(words[2])
        elif words[0] == "committer-time":
            times[commit] = int(words[1])
    return found


def text_then(file: Path, commit: str) -> str | None:
    """Return the text of a file as of a commit; nothing where it is the same today, or was not there."""
    then = git.text(file.parent, "rev-parse", "--verify", "--quiet", f"{commit}:./{file.name}").strip()
    if not then or then == git.text(file.parent, "hash-object", "--", file.name).strip():
        return None
    return git.text(file.parent, "cat-file", "blob", then)
