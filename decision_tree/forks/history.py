"""What a file said when a line of another was written, as git remembers it.

Without git, or in a copy without history, nothing is remembered, and nothing is said.
"""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

UNCOMMITTED = "0" * 40


@dataclass(frozen=True, slots=True)
class Commit:
    """The commit that a line comes from; ordered by time."""

    time: int
    """Seconds since 1970."""
    id: str


def written(file: Path) -> dict[int, Commit]:
    """Return the commit of each line of a file, by number from 1; empty where git does not know the file."""
    found: dict[int, Commit] = {}
    times: dict[str, int] = {}
    commit = ""
    line = 0
    for row in _git(file.parent, "blame", "--porcelain", "--", file.name).splitlines():
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
    then = _git(file.parent, "rev-parse", "--verify", "--quiet", f"{commit}:./{file.name}").strip()
    if not then or then == _git(file.parent, "hash-object", "--", file.name).strip():
        return None
    return _git(file.parent, "cat-file", "blob", then)


def _git(folder: Path, *words: str) -> str:
    """Return what git prints, or nothing where it fails or is not there."""
    git = shutil.which("git")
    if git is None:
        return ""
    command = [git, "-C", str(folder), *words]
    try:
        run = subprocess.run(command, capture_output=True, check=False, timeout=30)  # noqa: S603 (no shell)
    except (OSError, subprocess.SubprocessError):
        return ""
    return run.stdout.decode("utf-8", "replace") if run.returncode == 0 else ""
