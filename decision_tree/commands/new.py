"""`new outcome ID`: write the entry and the page of a new outcome, for an editor to fill in."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from decision_tree.commands.exits import CLEAN, PROBLEMS
from decision_tree.commands.printing import print_problems
from decision_tree.forks.new_outcome import new_outcome, refusal
from decision_tree.forks.overlay import upstream
from decision_tree.outline import mapping
from decision_tree.sources import Sources

if TYPE_CHECKING:
    from decision_tree.commands.arguments import Commands


def add(commands: "Commands") -> None:
    """Add the command and its arguments."""
    command = commands.add_parser("new", help="write the entry and the page of a new outcome")
    command.add_argument("kind", choices=("outcome",), help="what to write")
    command.add_argument("id", metavar="ID", help="lower-case words with hyphens; it never changes later")
    command.set_defaults(run=run, format="text")


def run(options: argparse.Namespace, sources: Sources) -> int:
    """Write both files, and say what to do with them."""
    tree = upstream(sources.tree)
    document = sources.local or tree
    docs = Path(sources.docs_folder)
    problem = refusal(options.id, _taken(sources), document, docs)
    if problem is not None:
        print_problems([problem], stream=sys.stderr)
        return PROBLEMS
    written = new_outcome(options.id, document, docs)
    written.write()
    print(f"Wrote the outcome into {written.entry_file} and its page {written.page_file}.")
    print("Now write its texts, lead an option to it, and run: python -m decision_tree check")
    return CLEAN


def _taken(sources: Sources) -> set[str]:
    """Return every id that lives, is retired, or is removed by a fork."""
    living = {id_ for finder in sources.finders for id_ in (*finder.questions, *finder.outcomes)}
    return {*living, *sources.pages, *sources.removed, *mapping(mapping(sources.tree.data).get("aliases"))}
