"""A decision tree: questions whose options lead to further questions or to outcomes.

The model knows trees, not *the* tree: the path finder and the plan finder are two of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a question, e.g. "Yes, a denial letter"."""

    id: str
    label: str
    """The words of the answer."""
    next: str
    """Id of the question or outcome it leads to."""
    hint: str = ""
    """Shown under the label, smaller."""
    like: str = ""
    """Words and codes that letters use for this."""
    because: str = ""
    """Markdown: why this answer leads straight to its outcome; empty where the outcome's reason will do."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, e.g. "Do you have a letter or other paper about it?"."""

    id: str
    text: str
    options: Mapping[str, Option]
    """By option id, in the order shown."""
    neutral_title: str = ""
    """What the browser's history shows instead of the text, where it should not tell."""
    hint: str = ""
    example: str = ""
    """EXAMPLE.PART of the drawn papers that answers the question."""

    @property
    def title(self) -> str:
        """What `document.title` shows while the question is open."""
        return self.neutral_title or self.text


@dataclass(frozen=True, slots=True)
class Tree:
    """Questions reached from one start, and the ids of the outcomes they may lead to."""

    id: str
    """What `--tree` and the page's markup call it, e.g. "path-finder"."""
    start: str
    questions: Mapping[str, Question]
    outcomes: frozenset[str]
    """Ids that end a route."""
