"""What the commands share toward the shell: their arguments' type, exit statuses, and how they print."""

import argparse
import json
from collections.abc import Iterable, Sequence
from typing import TextIO, TypeAlias

from decision_tree.problems import Problem, as_json

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 (it has no public name)
"""What a command's `add` puts its arguments on."""

CLEAN, PROBLEMS, UNREADABLE, CRASHED = 0, 1, 2, 3
"""Exit statuses: nothing wrong; problems found; something that could not be read; a mistake of our own."""


def add_format(command: argparse.ArgumentParser, *others: str) -> None:
    """Let a command's reader choose between text for people, JSON for tools, and `others`."""
    command.add_argument(
        "--format", choices=("text", "json", *others), default="text", help="for people or for tools"
    )


def print_problems(problems: Sequence[Problem], form: str = "text", stream: TextIO | None = None) -> None:
    """Print problems, sorted already, as text or JSON to standard output or another stream."""
    if form == "json":
        print(as_json(problems), file=stream)
        return
    for problem in problems:
        print(problem, file=stream)


def print_json_rows(rows: Iterable[object]) -> None:
    """Print a JSON list one entry a line, without holding them all."""
    mark = "["
    for row in rows:
        print(f"{mark}\n  {json.dumps(row)}", end="")
        mark = ","
    print("\n]" if mark == "," else "[]")
