"""(warning) Upstream has changed a passage since a fork wrote its own in its place.

Passes: an override that is newer than upstream's last change of the passage, or not committed yet. Fails: one
that is older, with both texts, for the change may be a correction. Whoever keeps their own words changes the
line, or a comment on it, and is asked no more.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from decision_tree.forks import history
from decision_tree.forks.overlay import Merged
from decision_tree.outline import value_at
from decision_tree.problems import Problem
from decision_tree.reading.load import Document, load_text
from decision_tree.sources import Sources

LONGEST = 300
"""Characters of a text that a warning shows at most."""

Path_ = tuple[str, ...]


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each override whose upstream passage is not the one that it was written over."""
    if sources.local is None:
        return
    commits = history.written(Path(sources.local.file))
    if not commits:
        return
    then = cache(_then)
    for document in sources.documents:
        if isinstance(document, Merged):
            for path in overridden(document):
                commit = _commit(document.patch, path, commits)
                old = then(document.file, commit.id) if commit else None
                before = value_at(old.data, path) if old else None
                now = value_at(document.base.data, path)
                if old is not None and before != now:
                    yield _warning(document, path, before, now)


def overridden(document: Merged) -> Iterator[Path_]:
    """Yield the path of each value of the patch that takes the place of one of the base."""
    todo: list[tuple[Path_, Any, Any]] = [((), document.patch.data, document.base.data)]
    while todo:
        path, new, old = todo.pop()
        if isinstance(new, dict) and isinstance(old, dict):
            todo.extend(((*path, key), value, old[key]) for key, value in new.items() if key in old)
        elif path:
            yield path


def _commit(patch: Document, path: Path_, commits: dict[int, history.Commit]) -> history.Commit | None:
    """Return the newest commit among the lines of the value at `path`; nothing if one is not committed."""
    lines = range(patch.key_position(path).line, patch.end(path).line + 1)
    found = [commits[line] for line in lines if line in commits]
    if not found or any(commit.id == history.UNCOMMITTED for commit in found):
        return None
    return max(found, key=lambda commit: commit.time)


def _then(file: str, commit: str) -> Document | None:
    text = history.text_then(Path(file), commit)
    return None if text is None else load_text(text, file)


def _warning(document: Merged, path: Path_, before: Any, now: Any) -> Problem:
    was = f"was {_shown(before)}, " if before is not None else ""
    yours = _shown(value_at(document.patch.data, path))
    message = (
        f"upstream has changed {'.'.join(path)} since this was written: {was}is now {_shown(now)}; "
        f"yours is {yours} (compare them; to keep yours, change a comment on this line)"
    )
    return Problem.at(document.patch.key_position(path), message, "warning")


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    text = " ".join(str(value).split())
    return f'"{text}"' if len(text) <= LONGEST else f'"{text[:LONGEST].rstrip()}…"'
