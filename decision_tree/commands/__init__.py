"""The commands of `python -m decision_tree`: one module each, named in COMMANDS.

A module's `add` puts the command's arguments on the parser and names its function; that function takes the
arguments and what was read, and returns the exit status. In the place of `run`, `run_alone` names a function
that reads for itself, and takes the arguments and the day. Either may raise UnreadableError, which the
command line prints.
"""

from collections.abc import Callable

from decision_tree.commands import check, diagram, diff, explain, ids, keys, new, palette, routes, tie
from decision_tree.commands.shell import Commands

COMMANDS: tuple[Callable[[Commands], None], ...] = (
    check.add,
    palette.add,
    explain.add,
    new.add,
    tie.add,
    routes.add,
    diff.add,
    diagram.add,
    ids.add,
    keys.add,
)
"""What adds each command, in the order in which the help lists them."""
