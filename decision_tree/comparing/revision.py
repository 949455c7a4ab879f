"""Takes the guide of a git revision out of the repository, into a folder that is read like any project."""

import re
from pathlib import Path

from decision_tree.problems import Problem, UnreadableError
from decision_tree.reading.history import git
from decision_tree.sources import REFERENCE_FILES, SETTINGS

GUIDE_FILE = re.compile(r"decision_tree/(?:reference/)?\w[\w.-]*\.yml|mkdocs(?:\.base)?\.yml", re.ASCII)
"""The files that hold the guide's data; also those of a fork."""

REGULAR = "100"
"""How git's mode of an ordinary file begins: links and other repositories are not followed."""


def find_commit(root: Path, name: str) -> str | None:
    """Return the commit that a name such as "HEAD~1" has in the project's repository; None if none."""
    if not name or name.startswith("-"):
        return None
    found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return found.decode("ascii", "replace").strip() if found else None


def export(root: Path, commit: str, name: str, into: Path) -> None:
    """Write the guide's files as of a commit into a folder; messages call the commit `name`.

    A file that every project has now, but did not exist then, comes out empty. Raises UnreadableError where
    there is no tree.
    """
    listed = (git(root, "ls-tree", "-r", "-z", commit, "--", ".") or b"").decode("utf-8", "replace")
    rows = (row.partition("\t") for row in listed.split("\0"))
    files = [file for mode, _, file in rows if mode.startswith(REGULAR) and GUIDE_FILE.fullmatch(file)]
    if "decision_tree/tree.yml" not in files:
        message = "this revision has no decision_tree/tree.yml"
        raise UnreadableError([Problem(name, 1, 1, "error", "revision", message)])
    wanted = {SETTINGS, *(f"decision_tree/reference/{one}.yml" for one in REFERENCE_FILES)}
    for file in sorted({*files, *wanted}):
        text = git(root, "cat-file", "blob", f"{commit}:./{file}") if file in files else b"{}\n"
        target = into / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text or b"")
