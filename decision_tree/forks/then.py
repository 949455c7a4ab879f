"""What upstream had in a place when a fork wrote its own words over it, as git remembers it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from decision_tree.forks import history
from decision_tree.forks.overlay import Merged
from decision_tree.outline import Keys, value_at
from decision_tree.reading.load import Document, load_text

Then = Callable[[Merged, Keys], tuple[bool, Any]]


def memory(local: Document) -> Then:
    """Return a function that says what upstream had at a path of `local`, and whether its file changed since.

    Nothing is remembered of lines that are not committed, nor where git does not know the file.
    """
    commits = history.written(Path(local.file))
    text = cache(_text)

    def then(document: Merged, path: Keys) -> tuple[bool, Any]:
        commit = _commit(document.patch, path, commits)
        old = text(document.file, commit.id) if commit else None
        return (False, None) if old is None else (True, value_at(old.data, path))

    return then


def _commit(patch: Document, path: Keys, commits: dict[int, history.Commit]) -> history.Commit | None:
    """Return the newest commit among the lines of the value at `path`; nothing if one is not committed."""
    lines = range(patch.key_position(path).line, patch.end(path).line + 1)
    found = [commits[line] for line in lines if line in commits]
    if not found or any(commit.id == history.UNCOMMITTED for commit in found):
        return None
    return max(found, key=lambda commit: commit.time)


def _text(file: str, commit: str) -> Document | None:
    text = history.text_then(Path(file), commit)
    return None if text is None else load_text(text, file)
