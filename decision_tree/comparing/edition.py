"""One edition of the guide: a tree file, a project's folder, or a git revision of this project."""

import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from decision_tree import git
from decision_tree.comparing.passages import one_line
from decision_tree.problems import Problem, UnreadableError, errors_in
from decision_tree.project import read_sources
from decision_tree.reading.load import Document, load
from decision_tree.sources import REFERENCE_FILES, SETTINGS

GUIDE_FILE = re.compile(r"decision_tree/(?:reference/)?\w[\w.-]*\.yml|mkdocs(?:\.base)?\.yml", re.ASCII)
"""The files that hold the guide's data; also those of a fork."""

REGULAR = "100"
"""How git's mode of an ordinary file begins: links and other repositories are not followed."""


@dataclass(frozen=True)
class Edition:
    """What is compared, e.g. `read_edition("HEAD", Path("."), date(2026, 11, 23))`."""

    name: str
    """What the command was given."""
    tree: Document
    reference: Mapping[str, Document] | None
    """The reference files by name; None of a tree file, which comes without."""


def read_edition(name: str, root: Path, on: date) -> Edition:
    """Read the file or folder of that name, or else that revision of the project in `root`.

    Raises UnreadableError where there is none, or where a file in it is no YAML or loses what was written.
    """
    path = Path(name)
    # No name at all is not the folder that the program runs in.
    if name and _is(path, folder=True):
        return _read_folder(name, path, on)
    if name and _is(path, folder=False):
        tree = load(path)
        _refuse(tree.problems)
        return Edition(name, tree, None)
    commit = _commit(root, name)
    if commit is None:
        message = "this is no file, no folder, and no revision of this project that git knows"
        raise UnreadableError([Problem(one_line(name), 1, 1, "error", "revision", message)])
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder).resolve()
        try:
            _export(root, commit, name, copy)
            return _read_folder(name, copy, on)
        except UnreadableError as error:
            raise UnreadableError(_renamed(error.problems, copy, name)) from error


def _read_folder(name: str, folder: Path, on: date) -> Edition:
    sources = read_sources(folder, on)
    _refuse(problem for document in sources.documents for problem in document.problems)
    return Edition(name, sources.tree, {file: getattr(sources, file) for file in REFERENCE_FILES})


def _commit(root: Path, name: str) -> str | None:
    """Return the commit that a name such as "HEAD~1" has in the project's repository; None if none."""
    if not name or name.startswith("-"):
        return None
    found = git.text(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    return found.strip() or None


def _export(root: Path, commit: str, name: str, into: Path) -> None:
    """Write the guide's files as of a commit into a folder; messages call the commit `name`.

    A file that every project has now, but did not exist then, comes out empty. Raises UnreadableError where
    there is no tree.
    """
    listed = git.text(root, "ls-tree", "-r", "-z", commit, "--", ".")
    rows = (row.partition("\t") for row in listed.split("\0"))
    files = [file for mode, _, file in rows if mode.startswith(REGULAR) and GUIDE_FILE.fullmatch(file)]
    if "decision_tree/tree.yml" not in files:
        message = "this revision has no decision_tree/tree.yml"
        raise UnreadableError([Problem(name, 1, 1, "error", "revision", message)])
    wanted = {SETTINGS, *(f"decision_tree/reference/{one}.yml" for one in REFERENCE_FILES)}
    for file in sorted({*files, *wanted}):
        text = git.output(root, "cat-file", "blob", f"{commit}:./{file}") if file in files else b"{}\n"
        target = into / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text or b"")


def _refuse(problems: Iterable[Problem]) -> None:
    """Stop where a file did not yield all that is written in it: half a guide is compared with nothing."""
    errors = errors_in(problems)
    if errors:
        raise UnreadableError(errors)


def _renamed(problems: Iterable[Problem], copy: Path, name: str) -> list[Problem]:
    """Return the problems of a temporary copy as they stand in the revision that it was made of."""
    return [replace(problem, file=problem.file.replace(f"{copy}/", f"{name}:", 1)) for problem in problems]


def _is(path: Path, *, folder: bool) -> bool:
    try:
        return path.is_dir() if folder else path.exists() and not path.is_dir()
    except (OSError, ValueError):
        # Too long for a name, or with a NUL in it.
        return False
