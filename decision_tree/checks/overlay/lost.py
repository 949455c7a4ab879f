"""(warning) An option of upstream leads to what a fork removes, and is left out.

Passes: a removed outcome from which the fork leads every option elsewhere. Fails: one to which upstream leads
one option more since. Where a fork leads no option elsewhere, that is an error: `checks.routing.targets`.
"""

from collections.abc import Iterator

from decision_tree.older_forks import LEADS_NOWHERE
from decision_tree.problems import Problem
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each such option, told where its target is removed."""
    for one in sources.left_out(LEADS_NOWHERE):
        yield Problem.at(one.position, one.message, "warning")
