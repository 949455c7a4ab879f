"""(warning) A fork's words for an option or a question that is retired are used no more.

Passes: an override of an option that is there. Fails: one of an option that became part of another, or was
split, so that its old words may say what is no longer so.
"""

from collections.abc import Iterator

from decision_tree.forks.moved import moved
from decision_tree.forks.overlay import upstream
from decision_tree.problems import Problem, quoted
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each passage of `local.yml` that upstream's aliases say is retired."""
    local = sources.local
    if local is None:
        return
    for one in moved(upstream(sources.tree), local):
        split = one.heir.endswith("/")
        now = (
            f"was split: see the options of {quoted(one.heir[:-1])}"
            if split
            else f"is now {quoted(one.heir)}"
        )
        message = (
            f"upstream's {quoted(one.old)} {now}; what stands here is not used (write it there, or delete it)"
        )
        yield Problem.at(local.key_position(one.path), message, "warning")
