"""What the tests of single parts share: the small guide, as it is and with one thing changed."""

from collections.abc import Callable

import pytest
from small_guide import GOOD, edited, sources

from decision_tree import checks
from decision_tree.reading.load import load_text
from decision_tree.sources import Sources

Find = Callable[..., list[str]]


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
