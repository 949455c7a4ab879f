"""An outcome of the path finder and the parts of its page, in the order in which the page shows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a checklist: whom to ask, and what."""

    id: str
    who: str
    do: str
    """A short order, plain text."""
    how: str = ""
    """Markdown: what exactly to say or do."""


@dataclass(frozen=True, slots=True)
class PlanPassage:
    """What is different for readers with particular plans, told early on the page."""

    id: str
    plans: tuple[str, ...]
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """Which rows of the deadline table a page prints, and what to know before them."""

    steps: Literal["first", "next", "all", "none"] = "none"
    text: str = ""
    plans: tuple[str, ...] = ()
    """Plan ids whose rows are printed; empty for all."""


@dataclass(frozen=True, slots=True)
class Script:
    """Words to say or send, as plain text with [blanks]."""

    id: str
    title: str
    channel: Literal["phone", "message", "letter"]
    text: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """A weak sentence for the record and a strong one."""

    id: str
    weak: str
    strong: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, its text, and a list after it; `id` is the anchor."""

    id: str
    title: str
    text: str
    items: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prose:
    """A lead and a list under a heading that every outcome page has."""

    text: str = ""
    items: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a route ends: one page, one thing to do first."""

    id: str
    title: str
    description: str
    """Plain text for search engines and link previews."""
    here_if: str
    why: str
    means: str
    today: tuple[Step, ...]
    look_here_for: str = ""
    """Readers' own words for it, for the search."""
    path: str = ""
    """The letter of one of the six paths, else empty."""
    track: str = ""
    plans: tuple[PlanPassage, ...] = ()
    deadline: Deadline = field(default_factory=Deadline)
    words: tuple[Script, ...] = ()
    record: Prose = field(default_factory=Prose)
    contrasts: tuple[Contrast, ...] = ()
    reviewers: Prose = field(default_factory=Prose)
    sections: tuple[Section, ...] = ()
    if_it_fails: Prose = field(default_factory=Prose)
    for_someone_else: str = ""
    reason: str = ""
    """The reason in the reader's words, where it may stand on a paper beside others; else empty."""
    related: tuple[str, ...] = ()
