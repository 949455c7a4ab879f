"""What a reader who came by one option must be told first: `tests/told/told.yml`, as frozen data.

It reads and types that file, and knows for whom each point is. Whether the file is right is the matter of
`tests/unit/test_told_first.py`; where the pages tell each point, that of `tests/site/test_told_early.py`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
FILE = ROOT / "tests" / "told" / "told.yml"
SCHEMA: Mapping[str, Any] = json.loads(FILE.with_suffix(".schema.json").read_text(encoding="utf-8"))

Plans = frozenset[str]


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to learn, and what says it."""

    id: str
    learn: str
    plans: Plans | None
    """The kinds of plan that it is for; None for all, those also that nobody has thought of."""
    fact: str = ""
    """Id of the fact that says it, else empty."""
    part: str = ""
    """Id of the step, section, passage, script or heading of the outcome's page that says it, else empty."""
    page: str = ""
    """The outcome that the part is said to stand on."""
    missing: bool = False
    """Whether the page does not say it yet."""

    def is_for(self, plan: str) -> bool:
        """Whether a reader with this kind of plan is told it."""
        return self.plans is None or plan in self.plans


@dataclass(frozen=True, slots=True)
class Told:
    """What one option's readers are told first, in order."""

    outcome: str
    option: str
    """QUESTION/OPTION."""
    first: tuple[Point, ...]
    alike: str = ""
    """Why another option has the same points."""

    def to(self, plan: str) -> tuple[Point, ...]:
        """Return what a reader with this kind of plan is told."""
        return tuple(point for point in self.first if point.is_for(plan))


@cache
def raw() -> dict[str, Any]:
    """Return the file's plain data, for its schema."""
    data: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return data


@cache
def reaches() -> Mapping[str, Plans | None]:
    """Return the kinds of plan that each fact reaches, by its id; None for all."""
    file = ROOT / "decision_tree" / "reference" / "facts.yml"
    facts = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)["facts"]
    return {
        id_: None if fact["reaches"] == "all" else frozenset(fact["reaches"]) for id_, fact in facts.items()
    }


@cache
def points() -> Mapping[str, Mapping[str, Point]]:
    """Return every point by its outcome and its id. An unknown fact is taken to reach nobody."""
    reached = reaches()
    return MappingProxyType(
        {
            outcome: MappingProxyType(
                {id_: _point(id_, point, reached) for id_, point in listed["points"].items()}
            )
            for outcome, listed in raw().items()
        }
    )


def told() -> tuple[Told, ...]:
    """Return what each option's readers are told; a point that the outcome does not have raises KeyError."""
    listed = points()
    return tuple(
        Told(outcome, option, tuple(listed[outcome][id_] for id_ in said["first"]), said.get("alike", ""))
        for outcome, whole in raw().items()
        for option, said in whole["options"].items()
    )


def _point(id_: str, point: Mapping[str, Any], reached: Mapping[str, Plans | None]) -> Point:
    fact = point.get("fact", "")
    page, _, part = point.get("part", "").partition("#")
    plans = (
        frozenset(point["plans"]) if "plans" in point else reached.get(fact, frozenset()) if fact else None
    )
    return Point(id_, point["learn"], plans, fact, part, page, point.get("missing", False))
