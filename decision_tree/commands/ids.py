"""`ids`: list every id that links depend on."""

import argparse
import sys
from pathlib import Path

from decision_tree.commands.shell import (
    CLEAN,
    PROBLEMS,
    Commands,
    add_format,
    print_json_rows,
    print_problems,
)
from decision_tree.ids import ids
from decision_tree.problems import errors_in
from decision_tree.sources import Sources, tree_problems


def add(commands: Commands) -> None:
    """Add the command and its arguments."""
    command = commands.add_parser("ids", help="list every id that links depend on")
    command.add_argument("file", nargs="?", type=Path, metavar="TREE", help="this file in place of tree.yml")
    add_format(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace, sources: Sources) -> int:
    """List the ids in the order of the tree, or print the problems that keep it from being read."""
    problems = errors_in(tree_problems(sources))
    if problems:
        print_problems(problems, stream=sys.stderr)
        return PROBLEMS
    found = ids(sources.tree)
    if options.format == "json":
        print_json_rows({"kind": id_.kind, "id": id_.name, "words": words} for id_, words in found.items())
        return CLEAN
    for id_ in found:
        print(id_)
    return CLEAN
