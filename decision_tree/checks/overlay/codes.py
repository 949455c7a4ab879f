"""(warning) A fork's row for a denial code stands in the place of one that upstream has added since.

Passes: a code that upstream does not list. Fails: one that it lists too, which may say more, or otherwise.
"""

from collections.abc import Iterator

from decision_tree.forks.codes import TABLES, own_codes, upstream_codes
from decision_tree.forks.overlay import REFERENCE
from decision_tree.problems import Problem, quoted
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each code of `local.yml` that upstream lists too."""
    local, alone = sources.local, sources.alone
    if local is None or alone is None:
        return
    upstream = alone.denial_codes
    patch = local.part(REFERENCE).part("denial_codes")
    for table in TABLES:
        listed = upstream_codes(upstream, table)
        for path, code in own_codes(upstream, patch, table):
            if code in listed:
                message = (
                    f"upstream lists the code {quoted(code)} too; yours stands in its place "
                    "(compare them, and delete yours if theirs will do)"
                )
                yield Problem.at(patch.key_position(path), message, "warning")
