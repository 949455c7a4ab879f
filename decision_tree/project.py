"""Reads the guide of a project folder, once for each change of its files."""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from decision_tree import checks
from decision_tree.judged_day import judged_day, last_day_begun
from decision_tree.model import Guide, build, build_reference, changes
from decision_tree.problems import GuideError, errors_in
from decision_tree.sources import read_sources

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
    return replace(guide, removed_outcomes=sources.removed_outcomes, removed_parts=sources.removed_parts)
