"""What is wrong in a file, where, and what to do: the one shape in which every part reports it.

Finding problems is left to the loader, the schema and the checks; printing them to the command line.
"""

import difflib
import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass, replace
from typing import Literal

Severity = Literal["error", "warning"]

UNNAMED = ""
"""The rule of a problem on its way from a check to `checks`, which puts the name on."""

NEEDED = "removal-needed"
"""The rule that a fork breaks by removing what something else cannot be without."""

LONGEST_QUOTE = 60
"""Characters of an editor's own words that a message repeats at most."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file, e.g. `decision_tree/tree.yml:7:53`. Lines and columns count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong. Problems sort by file, line, column; `str` is the line that is printed."""

    file: str
    line: int
    column: int
    severity: Severity
    rule: str
    """The name of the rule that is broken, e.g. `unknown-target`: it has a chapter in RULES.md."""
    message: str
    """What is wrong, in an editor's words, with what to do in brackets."""

    @classmethod
    def at(
        cls, position: Position, message: str, severity: Severity = "error", rule: str = UNNAMED
    ) -> "Problem":
        """Return a problem that stands at `position`. A check leaves the rule's name to who runs it."""
        return cls(position.file, position.line, position.column, severity, rule, message)

    def of(self, rule: str) -> "Problem":
        """Return this problem under the name of the rule that found it."""
        return replace(self, rule=rule)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.severity}[{self.rule}]: {self.message}"


class GuideError(Exception):
    """The guide cannot be used as it is; carries every problem that was found, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnreadableError(GuideError):
    """A file could not be read at all: it is missing, a folder, or closed to us."""


def errors_in(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that are errors, leaving out the warnings."""
    return tuple(problem for problem in problems if problem.severity == "error")


def as_json(problems: Iterable[Problem]) -> str:
    """Return problems as a JSON list of objects with file, line, column, severity, rule and message."""
    return json.dumps([asdict(problem) for problem in problems], indent=2)


def quoted(words: str) -> str:
    """Return an editor's words in quotation marks, on one line and not too long, for a message."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return f'"{flat}"' if len(flat) <= LONGEST_QUOTE else f'"{flat[:LONGEST_QUOTE].rstrip()}…"'


class Names:
    """Names that exist, to suggest the nearest one for a name that does not: `Names(ids).advice("leter")`.

    Looking for the nearest takes as long as there are names, so only the first few unknown ones get it: a
    file of ten thousand wrong names is still checked at once.
    """

    MOST_SUGGESTIONS = 50

    def __init__(self, known: Collection[str]) -> None:
        self._known = known
        self._left = self.MOST_SUGGESTIONS

    def __contains__(self, name: object) -> bool:
        return name in self._known

    def nearest(self, name: str) -> str | None:
        """Return the known name that `name` was most likely meant to be, or nothing."""
        if self._left == 0 or len(name) > LONGEST_QUOTE:
            return None
        self._left -= 1
        matches = difflib.get_close_matches(name, self._known, n=1, cutoff=0.6)
        return matches[0] if matches else None

    def advice(self, name: str, otherwise: str = "") -> str:
        """Return ` (did you mean "x"?)` where a known name is near, else `otherwise` in brackets, if any."""
        match = self.nearest(name)
        if match is not None:
            return f' (did you mean "{match}"?)'
        return f" ({otherwise})" if otherwise else ""
