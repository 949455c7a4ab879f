"""What each release changed, as the page and the feed tell it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

FACTS = ("reference", "facts", "facts")
"""Where a copy changes a fact in its local.yml."""

PLAIN_KEY = re.compile(r"(?!(?:yes|no|on|off|true|false|null)$)[a-z][a-z0-9_-]*", re.IGNORECASE)
"""A key that YAML reads as the word that it is; every other one stands in quotes."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed, e.g. the passage `outcomes.urgent.means`."""

    path: tuple[str, ...]
    """The keys under which a copy would change it in its local.yml, the outermost first."""
    what: str
    """What changed, in plain words."""

    @property
    def in_local(self) -> str:
        """The keys as they stand in local.yml: a line each, each deeper than the one before."""
        keys = (key if PLAIN_KEY.fullmatch(key) else f'"{key}"' for key in self.path)
        return "\n".join(f"{'  ' * depth}{key}:" for depth, key in enumerate(keys))


@dataclass(frozen=True, slots=True)
class Release:
    """One release, e.g. 1.0.0."""

    version: str
    day: date
    summary: str
    facts: tuple[Change, ...] = ()
    passages: tuple[Change, ...] = ()
    removed: tuple[Change, ...] = ()

    @property
    def anchor(self) -> str:
        """The id of its part of the page, which never changes: "release-1-0-0"."""
        return f"release-{self.version.replace('.', '-')}"


def releases(raw: Mapping[str, Any]) -> tuple[Release, ...]:
    """The releases in valid data, newest first."""
    return tuple(
        Release(
            version=version,
            day=date.fromisoformat(row["date"]),
            summary=row["summary"],
            facts=tuple(Change((*FACTS, id_), what) for id_, what in row.get("facts", {}).items()),
            passages=_changes(row.get("passages", {})),
            removed=_changes(row.get("removed", {})),
        )
        for version, row in raw["releases"].items()
    )


def _changes(rows: Mapping[str, str]) -> tuple[Change, ...]:
    return tuple(Change(tuple(path.split(".")), what) for path, what in rows.items())
