"""What a fork's removal breaks in upstream's files is told where the fork removes.

Upstream's lines are nothing that a fork may change, and one removal can break many of them. So each removal
is left out once: the errors that are then gone are its own, and it is told once for all of them. This is no
rule: it rewords what the rules found, whichever of them found it.
"""

from collections.abc import Callable
from dataclasses import replace

from decision_tree.forks.overlay import removals, without
from decision_tree.problems import NEEDED, Problem, errors_in, quoted
from decision_tree.sources import Sources

Found = set[Problem]

MOST_REMOVALS = 40
"""Removals that are tried; each takes as long as a whole check."""

MOST_SHOWN = 5
"""Further places that a message names."""


def at_removals(sources: Sources, found: Found, find: Callable[[Sources], Found]) -> Found:
    """Return what was `found`, with the errors that a removal causes elsewhere told at the removal."""
    local, alone = sources.local, sources.alone
    if local is None or alone is None or not isinstance(local.data, dict):
        return found
    elsewhere = {problem for problem in errors_in(found) if problem.file != local.file}
    elsewhere = elsewhere - find(alone) if elsewhere else elsewhere
    told = set(found)
    for path in list(removals(local.data))[:MOST_REMOVALS]:
        if not elsewhere:
            break
        rest = find(alone.with_local(replace(local, data=without(local.data, path))))
        caused = elsewhere - rest
        elsewhere -= caused
        told -= caused
        position = local.key_position(path)
        # What is told at that place already says what to do.
        is_told = any(one.file == local.file and one.line == position.line for one in errors_in(found))
        if caused and not is_told:
            told.add(Problem.at(position, _message(path[-1], sorted(caused)), rule=NEEDED))
    return told


def _message(name: str, caused: list[Problem]) -> str:
    first, others = caused[0], caused[1:]
    wrong = first.message.rpartition(" (")[0] or first.message
    more = ", ".join(f"{one.file}:{one.line}" for one in others[:MOST_SHOWN])
    more = f", also {more}" if more else ""
    more += f" and {len(others) - MOST_SHOWN} more" if len(others) > MOST_SHOWN else ""
    return (
        f"{quoted(name)} is removed here, but then {wrong}: see {first.file}:{first.line}{more} "
        "(delete this line, or change those places in this file too)"
    )
