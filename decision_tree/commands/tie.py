"""`tie ADDRESS`: tie a copy without common history to upstream, so that updates merge."""

import argparse
import sys
from typing import TYPE_CHECKING

from decision_tree.commands.exits import CLEAN, PROBLEMS
from decision_tree.commands.printing import print_problems
from decision_tree.forks.upstream import MAIN, TieError, tie
from decision_tree.project import ROOT
from decision_tree.sources import Sources

if TYPE_CHECKING:
    from decision_tree.commands.arguments import Commands


def add(commands: "Commands") -> None:
    """Add the command and its arguments."""
    command = commands.add_parser("tie", help="tie a copy without common history to upstream, once")
    command.add_argument("address", metavar="ADDRESS", help="where upstream's repository is")
    command.set_defaults(run=run, format="text")


def run(options: argparse.Namespace, sources: Sources) -> int:
    """Tie, and say what to do from now on."""
    del sources
    try:
        tied = tie(ROOT, options.address)
    except TieError as error:
        print_problems([error.problem], stream=sys.stderr)
        return PROBLEMS
    done = (
        "shares its history with upstream already" if tied.was_tied else f"is tied to release {tied.release}"
    )
    print(f"This copy {done}. To take what upstream has changed: git merge {MAIN}")
    return CLEAN
