"""The commands of `python -m decision_tree`: one module each, named in COMMANDS.

A module's `add` puts the command's arguments on the parser and names its function; that function takes the
arguments and returns the exit status. It may raise UnreadableError, which the command line prints.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from decision_tree.commands import check, routes

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 (argparse has no public name for it)

ROOT = Path(__file__).parent.parent.parent
"""The project's folder."""

COMMANDS: tuple[Callable[["Commands"], None], ...] = (check.add, routes.add)
"""What adds each command, in the order in which the help lists them."""
