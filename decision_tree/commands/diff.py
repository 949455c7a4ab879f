"""`diff`: tell what an edit does to routes, ids and words."""

import argparse
import json
from datetime import date

from decision_tree import project
from decision_tree.commands.shell import CLEAN, PROBLEMS, Commands, add_format
from decision_tree.comparing.as_json import as_json
from decision_tree.comparing.as_markdown import as_markdown
from decision_tree.comparing.as_text import as_text
from decision_tree.comparing.difference import compare
from decision_tree.comparing.edition import read_edition


def add(commands: Commands) -> None:
    """Add the command and its arguments."""
    command = commands.add_parser(
        "diff",
        help="tell what an edit does to routes and words",
        description="Compare two editions of the guide. Each is a tree file, a project's folder, or a git "
        "revision of this project. Exit status: 0 no difference, 1 some, 2 one could not be read.",
    )
    command.add_argument("old", metavar="OLD", help="the edition before, e.g. HEAD")
    command.add_argument("new", metavar="NEW", help="the edition after, e.g. . for this folder as it is")
    add_format(command, "markdown")
    command.set_defaults(run_alone=run)


def run(options: argparse.Namespace, on: date) -> int:
    """Compare the two editions. Reads what it is given, and not the project."""
    # A second `--` is dropped by argparse, which then leaves a list in the place of a name.
    names = (name if isinstance(name, str) else "--" for name in (options.old, options.new))
    old, new = (read_edition(name, project.ROOT, on) for name in names)
    difference = compare(old, new)
    if options.format == "json":
        print(json.dumps(as_json(difference), indent=2))
    elif options.format == "markdown":
        print(as_markdown(difference), end="")
    else:
        for line in as_text(difference):
            print(line)
    return PROBLEMS if difference else CLEAN
