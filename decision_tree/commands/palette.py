"""`palette`: write the style sheet of the site's colors from the two brand colors."""

import argparse

from decision_tree import checks
from decision_tree.checks.settings import shape_problems
from decision_tree.commands.shell import CLEAN, PROBLEMS, Commands, print_problems
from decision_tree.problems import errors_in
from decision_tree.project import ROOT
from decision_tree.settings.stylesheet import write_palette
from decision_tree.sources import Sources


def add(commands: Commands) -> None:
    """Add the command, which takes no arguments."""
    command = commands.add_parser("palette", help="write the site's colors from the two brand colors")
    command.set_defaults(run=run, format="text")


def run(_options: argparse.Namespace, sources: Sources) -> int:
    """Write the palette, or print what is wrong with the colors and leave the old one."""
    problems = errors_in(sorted({*shape_problems(sources), *checks.RULES["color"](sources)}))
    if problems:
        print_problems(problems)
        return PROBLEMS
    write_palette(ROOT)
    return CLEAN
