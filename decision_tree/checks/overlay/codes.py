"""(warning) A fork's row for a denial code stands in the place of one that upstream has added since.

Passes: a code that upstream does not list. Fails: one that it lists too, which may say more, or otherwise.
"""

from collections.abc import Iterator

from decision_tree.older_forks import OWN_CODES
from decision_tree.problems import Problem
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each code of `local.yml` that upstream lists too."""
    for one in sources.left_out(OWN_CODES):
        yield Problem.at(one.position, one.message, "warning")
