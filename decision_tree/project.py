"""Reads the guide of a project folder, once for each change of its files."""

from functools import lru_cache
from pathlib import Path

from decision_tree.load import load
from decision_tree.model import Guide, build, build_reference

REFERENCE = ("facts", "deadlines", "denial_codes", "regulators")


def read_guide(root: Path) -> Guide:
    """The guide of the project in `root`.

    Raises `GuideError` with every problem where the guide has errors, and `UnreadableError` where a file
    cannot be read. Reading again is free until a file changes.
    """
    return _read(root, _signature(root))


def _signature(root: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, times and sizes of all files that the guide is read from."""
    folder = root / "decision_tree"
    files = sorted([*folder.glob("*.yml"), *folder.glob("*.json"), *(folder / "reference").glob("*")])
    return tuple((file.name, (stat := file.stat()).st_mtime_ns, stat.st_size) for file in files)


@lru_cache(maxsize=1)
def _read(root: Path, signature: tuple[tuple[str, int, int], ...]) -> Guide:  # noqa: ARG001 (the cache's key)
    folder = root / "decision_tree"
    reference = build_reference.reference(
        *(load(folder / "reference" / f"{name}.yml").data for name in REFERENCE)
    )
    return build.guide(load(folder / "tree.yml").data, reference)
