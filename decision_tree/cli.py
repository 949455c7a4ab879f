"""The command line: `python -m decision_tree check` and `python -m decision_tree routes`.

Finds nothing itself: it reads arguments, calls the checks or the routes, and prints. Exit status 0 is clean,
1 has problems, 2 could not be read or was not understood.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TextIO

from decision_tree import checks
from decision_tree.checks.routing import cycles, targets
from decision_tree.judged_day import judged_day
from decision_tree.model import build
from decision_tree.model.tree import Tree
from decision_tree.outline import PATH_FINDER, PLAN_FINDER, mapping
from decision_tree.problems import Problem, UnreadableError, as_json, errors_in
from decision_tree.routes import count_routes, routes
from decision_tree.sources import Sources, read_sources, shape_problems

ROOT = Path(__file__).parent.parent
CLEAN, PROBLEMS, UNREADABLE = 0, 1, 2


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
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m decision_tree", description="Check the guide or list its routes."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="check|routes")
    check = commands.add_parser("check", help="print every problem of the guide")
    check.add_argument("--strict", action="store_true", help="let warnings count as errors")
    check.add_argument("--on", type=_day, metavar="DATE", help="judge dates on this day, e.g. 2027-01-31")
    listing = commands.add_parser("routes", help="list every way from the start to an outcome")
    listing.add_argument(
        "--tree", choices=(PATH_FINDER, PLAN_FINDER), default=PATH_FINDER, help="whose routes"
    )
    for command in (check, listing):
        command.add_argument(
            "file", nargs="?", type=Path, metavar="TREE", help="this file in place of tree.yml"
        )
        command.add_argument(
            "--format", choices=("text", "json"), default="text", help="for people or for tools"
        )
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2027-01-31") from None


def _run(options: argparse.Namespace) -> int:
    try:
        on = getattr(options, "on", None) or judged_day(ROOT)
    except ValueError as error:
        print(f"error: {error}", file=sys.stderr)
        return UNREADABLE
    try:
        sources = read_sources(ROOT, on, options.file)
        return _check(sources, options) if options.command == "check" else _routes(sources, options)
    except UnreadableError as error:
        _print_problems(error.problems, options.format)
        return UNREADABLE


def _check(sources: Sources, options: argparse.Namespace) -> int:
    problems = checks.run(sources)
    _print_problems(problems, options.format)
    if errors_in(problems) or (options.strict and problems):
        return PROBLEMS
    if options.format == "text":
        print(_counts(sources))
    return CLEAN


def _routes(sources: Sources, options: argparse.Namespace) -> int:
    found = {*shape_problems(sources), *targets.check(sources), *cycles.check(sources)}
    problems = errors_in(sorted(problem for problem in found if problem.file == sources.tree.file))
    if problems:
        _print_problems(problems, "text", sys.stderr)
        return PROBLEMS
    walked = routes(_tree(sources, options.tree))
    if options.format == "text":
        for route in walked:
            print(route.as_text)
    else:
        _print_json(json.dumps(route.as_json) for route in walked)
    return CLEAN


def _tree(sources: Sources, id_: str) -> Tree:
    data = mapping(sources.tree.data)
    return build.tree(id_, mapping(data.get("plan_finder")) if id_ == PLAN_FINDER else data)


def _counts(sources: Sources) -> str:
    cited = {fact for text in sources.citing for fact in text.cites}
    finder, *others = (_tree(sources, finder.id) for finder in sources.finders)
    also = "".join(f"; to find the plan: {_size(tree)}" for tree in others)
    return f"{_size(finder)}, {len(cited):,} facts cited{also}"


def _size(tree: Tree) -> str:
    options = sum(len(question.options) for question in tree.questions.values())
    return (
        f"{len(tree.questions):,} questions, {options:,} options, {len(tree.outcomes):,} outcomes, "
        f"{count_routes(tree):,} routes"
    )


def _print_problems(problems: Sequence[Problem], form: str, stream: TextIO | None = None) -> None:
    file = stream if stream is not None else sys.stdout
    if form == "json":
        print(as_json(problems), file=file)
        return
    for problem in problems:
        print(problem, file=file)


def _print_json(rows: Iterable[str]) -> None:
    """Print a JSON list one entry a line, without holding them all."""
    mark = "["
    for row in rows:
        print(f"{mark}\n  {row}", end="")
        mark = ","
    print("\n]" if mark == "," else "[]")
