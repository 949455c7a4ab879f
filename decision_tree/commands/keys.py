"""`keys`: print the reference of every key, of every rule, or the schema of `local.yml`: all are made."""

import argparse
from datetime import date

from decision_tree.commands.shell import CLEAN, Commands
from decision_tree.keys import reference, rules
from decision_tree.keys.local import local_schema
from decision_tree.project import ROOT
from decision_tree.sources import REFERENCE_FILES

FOLDER = ROOT / "decision_tree"


def add(commands: Commands) -> None:
    """Add the command and its arguments."""
    command = commands.add_parser("keys", help="explain every key of the guide's files, in Markdown")
    made = command.add_mutually_exclusive_group()
    made.add_argument("--local", action="store_true", help="print the schema of local.yml instead")
    made.add_argument("--rules", action="store_true", help="explain every rule of the check instead")
    command.set_defaults(run_alone=run, format="text")


def run(options: argparse.Namespace, on: date) -> int:
    """Print the one that is asked for."""
    del on  # the schemas say the same on any day
    if options.local:
        files = {name: FOLDER / "reference" / f"{name}.schema.json" for name in REFERENCE_FILES}
        print(local_schema(FOLDER / "tree.schema.json", files), end="")
    elif options.rules:
        print(rules.reference(rules.chapters().values()), end="")
    else:
        print(reference.reference(ROOT), end="")
    return CLEAN
