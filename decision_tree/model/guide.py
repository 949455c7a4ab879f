"""The whole guide: the two finders, the outcomes, and the words of every page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from decision_tree.model.changes import Release
from decision_tree.model.outcome import Outcome, Section, Step
from decision_tree.model.reference import Reference
from decision_tree.model.tree import Tree

FILES: Mapping[str, str] = {
    "hub": "index.md",
    "paths": "paths/index.md",
    "denied-again-guide": "denied-again.md",
}
"""Fixed pages whose file is not called like their id."""


def page_file(id_: str) -> str:
    """Return the file below `docs/` that prints a fixed page."""
    return FILES.get(id_, f"{id_}.md")


def outcome_file(id_: str) -> str:
    """Return the file below `docs/` that prints an outcome."""
    return f"paths/{id_}.md"


@dataclass(frozen=True, slots=True)
class Site:
    """What stands on every page."""

    disclaimer: str
    crisis_label: str
    crisis_text: str
    leave_label: str
    leave_note: str


@dataclass(frozen=True, slots=True)
class Track:
    """One of the insurers' internal review tracks."""

    id: str
    title: str
    text: str
    belongs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """A fixed page, e.g. "Your rights"."""

    id: str
    title: str
    description: str
    intro: str
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Caution:
    """One thing not to do, and what to do instead."""

    id: str
    do_not: str
    instead: str


@dataclass(frozen=True, slots=True)
class FaqEntry:
    """A question that people ask, with its answer."""

    id: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the field; `also` are the other spellings that are linked to it."""

    id: str
    term: str
    means: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered mark on a drawn paper."""

    number: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ExamplePart:
    """Some lines of a drawn paper, with the mark on them if they have one."""

    id: str
    lines: tuple[str, ...]
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A drawn paper with invented data."""

    id: str
    title: str
    caption: str
    parts: tuple[ExamplePart, ...]

    def part(self, part_id: str) -> ExamplePart:
        """The part with that id; raises `KeyError` where there is none."""
        return {part.id: part for part in self.parts}[part_id]


@dataclass(frozen=True, slots=True)
class PlanKind:
    """What the plan finder says of one kind of plan."""

    id: str
    title: str
    means: str


@dataclass(frozen=True, slots=True, eq=False)
class Guide:
    """Everything that the pages are made from. Two guides are equal only if they are one and the same."""

    finder: Tree
    plan_finder: Tree
    outcomes: Mapping[str, Outcome]
    plan_kinds: Mapping[str, PlanKind]
    aliases: Mapping[str, str]
    site: Site
    tracks: Mapping[str, Track]
    passages: Mapping[str, str]
    pages: Mapping[str, Page]
    hub: Mapping[str, Section]
    first_24_hours: tuple[Step, ...]
    not_to_do: tuple[Caution, ...]
    takeaways: Mapping[str, str]
    faq: tuple[FaqEntry, ...]
    words: Mapping[str, Term]
    examples: Mapping[str, Example]
    interface: Mapping[str, str]
    reference: Reference
    releases: tuple[Release, ...] = ()
    """Upstream's releases, newest first."""
    plain_pages: frozenset[str] = frozenset()
    """A fork's own pages in plain Markdown, of which the guide knows no more than that they are there."""
    removed_outcomes: frozenset[str] = frozenset()
    """Outcomes that a fork removes: their pages point on."""
    removed_parts: frozenset[tuple[str, str]] = frozenset()
    """What else a fork removes, each with its page, or "": a link to such a part leads to the page."""

    def existing(self, outcomes: Iterable[str]) -> tuple[str, ...]:
        """Those of the outcomes' ids that the guide has; a fork may have removed some."""
        return tuple(id_ for id_ in outcomes if id_ in self.outcomes)

    @property
    def reasons(self) -> tuple[Outcome, ...]:
        """The outcomes whose reasons may stand together on one paper, in the order of the data."""
        return tuple(outcome for outcome in self.outcomes.values() if outcome.reason)

    @property
    def trees(self) -> Mapping[str, Tree]:
        """The trees by the id that `--tree` takes."""
        return {tree.id: tree for tree in (self.finder, self.plan_finder)}

    @property
    def paths(self) -> tuple[Outcome, ...]:
        """The six paths in the order of their letters."""
        return tuple(sorted((o for o in self.outcomes.values() if o.path), key=lambda o: o.path))
