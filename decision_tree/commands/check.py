"""`check`: print every problem of the guide, or how much it holds."""

import argparse
from datetime import date
from pathlib import Path

from decision_tree import checks
from decision_tree.commands.shell import CLEAN, PROBLEMS, Commands, add_format, print_problems
from decision_tree.model.tree import Tree
from decision_tree.problems import errors_in
from decision_tree.routes import count_routes
from decision_tree.sources import Sources


def add(commands: Commands) -> None:
    """Add the command and its arguments."""
    command = commands.add_parser("check", help="print every problem of the guide")
    command.add_argument("--strict", action="store_true", help="let warnings count as errors")
    command.add_argument("--on", type=_day, metavar="DATE", help="judge dates on this day, e.g. 2027-01-31")
    command.add_argument("file", nargs="?", type=Path, metavar="TREE", help="this file in place of tree.yml")
    add_format(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace, sources: Sources) -> int:
    """Check the sources."""
    problems = checks.run(sources)
    print_problems(problems, options.format)
    if errors_in(problems) or (options.strict and problems):
        return PROBLEMS
    if options.format == "text":
        print(_counts(sources))
    return CLEAN


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2027-01-31") from None


def _counts(sources: Sources) -> str:
    cited = {fact for text in sources.citing for fact in text.cites}
    finder, *others = sources.finders
    also = "".join(f"; to find the plan: {_size(tree)}" for tree in others)
    return f"{_size(finder)}, {len(cited):,} facts cited{also}"


def _size(tree: Tree) -> str:
    options = sum(len(question.options) for question in tree.questions.values())
    return (
        f"{len(tree.questions):,} questions, {options:,} options, {len(tree.outcomes):,} outcomes, "
        f"{count_routes(tree):,} routes"
    )
