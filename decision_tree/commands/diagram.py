"""`diagram`: draw a tree as a Mermaid flowchart."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from decision_tree.commands.exits import CLEAN, PROBLEMS
from decision_tree.commands.printing import print_problems
from decision_tree.diagram import diagram
from decision_tree.ids import OUTCOME, ids
from decision_tree.model import build
from decision_tree.outline import PATH_FINDER, PLAN_FINDER
from decision_tree.problems import errors_in
from decision_tree.sources import Sources, tree_problems

if TYPE_CHECKING:
    from decision_tree.commands.arguments import Commands


def add(commands: "Commands") -> None:
    """Add the command and its arguments."""
    command = commands.add_parser("diagram", help="draw a tree as a Mermaid flowchart")
    command.add_argument("--tree", choices=(PATH_FINDER, PLAN_FINDER), default=PATH_FINDER, help="which tree")
    command.add_argument("file", nargs="?", type=Path, metavar="TREE", help="this file in place of tree.yml")
    command.set_defaults(run=run, format="text")


def run(options: argparse.Namespace, sources: Sources) -> int:
    """Draw the tree, or print the problems that keep it from being read."""
    problems = errors_in(tree_problems(sources))
    if problems:
        print_problems(problems, stream=sys.stderr)
        return PROBLEMS
    titles = {id_.name: words for id_, words in ids(sources.tree).items() if id_.kind == OUTCOME}
    for line in diagram(build.tree_of(sources.tree.data, options.tree), titles):
        print(line)
    return CLEAN
