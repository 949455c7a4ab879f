"""Reads the files of a project's folder: as sources for the checks, or as the guide that passes them."""

import os
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from decision_tree import checks
from decision_tree.judged_day import judged_day, last_day_begun
from decision_tree.model import Guide, build, build_reference, changes
from decision_tree.problems import GuideError, errors_in
from decision_tree.reading.load import Document, load
from decision_tree.settings import SettingsFile
from decision_tree.sources import LOCAL, MACRO, NO_CHANGES, REFERENCE_FILES, SETTINGS, Sources

ROOT = Path(__file__).parent.parent
"""The project's folder."""

Signature = tuple[tuple[str, int, int], ...]


def read_guide(root: Path) -> Guide:
    """The guide of the project in `root`, checked on the day of its commit.

    Raises `GuideError` with every problem where the guide has errors, and `UnreadableError` where a file
    cannot be read. Reading again is free until a file changes.
    """
    read = _read(root, judged_day(root), last_day_begun(), _signature(root))
    if isinstance(read, GuideError):
        raise read
    return read


def _signature(root: Path) -> Signature:
    """Names, times and sizes of all files that the guide is read from."""
    folder = root / "decision_tree"
    files = sorted([*folder.glob("*.yml"), *folder.glob("*.json"), *(folder / "reference").glob("*")])
    files += sorted([*root.glob("mkdocs.yml"), *(root / "docs" / "assets" / "brand").glob("*")])
    files += sorted((root / "docs").rglob("*.md"))  # an outcome needs its page, and its page the outcome
    return tuple((str(file), (stat := file.stat()).st_mtime_ns, stat.st_size) for file in files)


@lru_cache(maxsize=1)
def _read(root: Path, on: date, begun: date, signature: Signature) -> Guide | GuideError:
    """Return the guide or, kept as well, since each page of a site asks for it, what is wrong with it."""
    del signature  # it is only the cache's key
    sources = read_sources(root, on, begun=begun)
    problems = checks.run(sources)
    if errors_in(problems):
        return GuideError(problems)
    files = (sources.facts, sources.deadlines, sources.denial_codes, sources.regulators)
    reference = build_reference.reference(*(file.data for file in files))
    guide = build.guide(sources.tree.data, reference, changes.releases(sources.changes.data))
    return replace(
        guide,
        plain_pages=sources.plain_pages,
        removed_outcomes=sources.removed_outcomes,
        removed_parts=sources.removed_parts,
    )


def read_sources(root: Path, on: date, tree: Path | None = None, begun: date | None = None) -> Sources:
    """Read the project in the folder `root`, or with another file in the place of its tree.

    Periods are judged on the day `on`; what is dated after the last day that has begun is still to come.
    Messages name files as seen from the folder in which the program runs. Raises UnreadableError where a file
    cannot be read at all.
    """
    folder = root / "decision_tree"
    own = folder / "tree.yml"
    other = tree is not None and tree.resolve() != own.resolve()
    reference: dict[str, Any] = {
        name: _load(folder / "reference" / f"{name}.yml") for name in REFERENCE_FILES
    }
    changes = folder / "changes.yml"
    sources = Sources(
        tree=load(tree) if tree is not None and other else _load(own),
        **reference,
        on=on,
        begun=begun,
        changes=_load(changes) if changes.is_file() and not other else NO_CHANGES,
        docs=None if other else _pages(root / "docs"),
        docs_folder=_shown(root / "docs"),
        settings=None if other else SettingsFile(_load(root / SETTINGS), root / "docs"),
    )
    local = None if other else read_local(folder / LOCAL)
    return sources if local is None else sources.with_local(local)


def read_local(path: Path) -> Document | None:
    """Return the fork's own file; None where there is none, or where it holds nothing but comments.

    Raises UnreadableError where it cannot be read, as a folder or a link that leads nowhere.
    """
    if not os.path.lexists(path):
        return None
    local = _load(path)
    lines = (line.strip() for line in local.text.splitlines())
    holds_nothing = not any(line and not line.startswith("#") for line in lines)
    return None if local.text and holds_nothing else local


def _load(path: Path) -> Document:
    return load(path, _shown(path))


def _shown(path: Path) -> str:
    here, there = Path.cwd(), path.resolve()
    return there.relative_to(here).as_posix() if there.is_relative_to(here) else str(path)


def _pages(docs: Path) -> dict[str, bool]:
    files = sorted(file for folder in (docs, docs / "paths") for file in folder.glob("*.md"))
    return {file.relative_to(docs).as_posix(): MACRO.search(_bytes(file)) is not None for file in files}


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
