"""A small guide on which each rule is shown: `tests/unit/trees/good.yml` with the data in `reference/`."""

from datetime import date
from functools import cache
from pathlib import Path

from decision_tree.reading.load import Document, load, load_text
from decision_tree.sources import REFERENCE_FILES, Sources

HERE = Path(__file__).parent
GOOD = (HERE / "trees" / "good.yml").read_text(encoding="utf-8")
ON = date(2026, 11, 23)


def edited(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


@cache
def _reference(name: str) -> Document:
    return load(HERE / "reference" / f"{name}.yml", f"{name}.yml")


def sources(
    tree: str = GOOD,
    on: date = ON,
    docs: dict[str, bool] | None = None,
    edits: dict[str, tuple[str, str]] | None = None,
    local: str = "",
    begun: date | None = None,
) -> Sources:
    """The small guide: another tree, day, pages, reference file, or a fork's file laid over it."""
    reference = {}
    for name in REFERENCE_FILES:
        document = _reference(name)
        if edits and name in edits:
            document = load_text(edited(document.text, *edits[name]), f"{name}.yml")
        reference[name] = document
    small = Sources(tree=load_text(tree, "tree.yml"), **reference, on=on, begun=begun, docs=docs)
    return small.with_local(load_text(local, "local.yml")) if local else small
