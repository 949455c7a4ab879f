"""A small guide on which each rule is shown: `tests/unit/trees/good.yml` with the data in `reference/`."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from decision_tree import checks
from decision_tree.reading.load import Document, load, load_text
from decision_tree.sources import REFERENCE, Sources

HERE = Path(__file__).parent
GOOD = (HERE / "trees" / "good.yml").read_text(encoding="utf-8")
ON = date(2026, 11, 23)

Find = Callable[..., list[str]]


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
) -> Sources:
    """The small guide: another tree, day, pages, reference file, or a fork's file laid over it."""
    reference = {}
    for name in REFERENCE:
        document = _reference(name)
        if edits and name in edits:
            document = load_text(edited(document.text, *edits[name]), f"{name}.yml")
        reference[name] = document
    small = Sources(tree=load_text(tree, "tree.yml"), **reference, on=on, docs=docs)
    return small.with_local(load_text(local, "local.yml")) if local else small


@pytest.fixture
def find() -> Find:
    """What one rule finds in the good tree after `old` became `new`, as it is printed."""

    def find_(rule: str, old: str = "", new: str = "", **others) -> list[str]:
        tree = edited(GOOD, old, new) if old else GOOD
        assert load_text(tree, "tree.yml").problems == (), "the edit is no YAML"
        return [str(problem) for problem in sorted(checks.RULES[rule](sources(tree, **others)))]

    return find_


@pytest.fixture
def forked() -> Callable[[str], Sources]:
    """The small guide with a fork's file over it."""
    return lambda local: sources(local=local)


@pytest.fixture
def good() -> str:
    return GOOD
