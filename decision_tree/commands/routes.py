"""`routes`: list every way from the start to an outcome."""

import argparse
import sys
from pathlib import Path

from decision_tree.checks.routing import check_cycle, check_unknown_target
from decision_tree.commands.shell import (
    CLEAN,
    PROBLEMS,
    Commands,
    add_format,
    print_json_rows,
    print_problems,
)
from decision_tree.model.tree import PATH_FINDER, PLAN_FINDER, tree_of
from decision_tree.problems import errors_in
from decision_tree.routes import routes
from decision_tree.sources import Sources, tree_problems


def add(commands: Commands) -> None:
    """Add the command and its arguments."""
    command = commands.add_parser("routes", help="list every way from the start to an outcome")
    command.add_argument(
        "--tree", choices=(PATH_FINDER, PLAN_FINDER), default=PATH_FINDER, help="whose routes"
    )
    command.add_argument("file", nargs="?", type=Path, metavar="TREE", help="this file in place of tree.yml")
    add_format(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace, sources: Sources) -> int:
    """List the routes, or the problems that keep the tree from being walked."""
    found = {*tree_problems(sources), *check_unknown_target(sources), *check_cycle(sources)}
    problems = errors_in(sorted(found))
    if problems:
        print_problems(problems, stream=sys.stderr)
        return PROBLEMS
    walked = routes(tree_of(sources.tree.data, options.tree))
    if options.format == "text":
        for route in walked:
            print(route.as_text)
    else:
        print_json_rows(route.as_json for route in walked)
    return CLEAN
