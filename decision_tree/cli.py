"""The command line: `python -m decision_tree check`, `… routes` and the other commands.

Reads the arguments and runs the command that they name. Exit status 0 is clean, 1 has problems, 2 could not
be read or was not understood, 3 stopped by a mistake of the program's own.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from decision_tree import crash
from decision_tree.commands import COMMANDS
from decision_tree.commands.shell import CRASHED, PROBLEMS, UNREADABLE, print_problems
from decision_tree.judged_day import judged_day, last_day_begun
from decision_tree.problems import UnreadableError
from decision_tree.project import ROOT, read_sources


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # An editor's words may hold letters that an old terminal cannot show: show their numbers instead.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(_parser().parse_args(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has closed it (`… | head`): let Python flush into nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except Exception as error:  # noqa: BLE001 (whatever we did not think of)
        print(crash.told(error, ROOT), file=sys.stderr)
        return CRASHED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m decision_tree", description="Check, list and compare what the guide is made of."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in COMMANDS:
        add(commands)
    return parser


def _run(options: argparse.Namespace) -> int:
    try:
        on = getattr(options, "on", None) or judged_day(ROOT)
        begun = last_day_begun()
    except ValueError as error:
        print(f"error: {error}", file=sys.stderr)
        return UNREADABLE
    try:
        if "run_alone" in options:
            return int(options.run_alone(options, on))
        status: int = options.run(options, read_sources(ROOT, on, getattr(options, "file", None), begun))
    except UnreadableError as error:
        print_problems(error.problems, options.format)
        return UNREADABLE
    return status
