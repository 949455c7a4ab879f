"""(warning) A fork's words for an option or a question that is retired are used no more.

Passes: an override of an option that is there. Fails: one of an option that became part of another, or was
split, so that its old words may say what is no longer so.
"""

from collections.abc import Iterator

from decision_tree.older_forks import RETIRED
from decision_tree.problems import Problem
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each passage of `local.yml` that upstream's aliases say is retired."""
    for one in sources.left_out(RETIRED):
        yield Problem.at(one.position, one.message, "warning")
