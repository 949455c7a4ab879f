"""(warning) An option of upstream leads to what a fork removes, and is left out.

Passes: a removed outcome from which the fork leads every option elsewhere. Fails: one to which upstream leads
one option more since. Where a fork leads no option elsewhere, that is an error: `checks.routing.targets`.
"""

from collections.abc import Iterator

from decision_tree.forks.lost import lost
from decision_tree.forks.overlay import Merged
from decision_tree.problems import Problem, quoted
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each such option, told where its target is removed."""
    tree = sources.whole_tree
    if not isinstance(tree, Merged):
        return
    for edge in lost(tree):
        base = edge.path[: edge.path.index("questions")]
        places = ((*base, kind, edge.to) for kind in ("questions", "outcomes"))
        position = next(filter(None, map(tree.removal, places)), None)
        if position is not None:
            message = (
                f"upstream's option {edge.question}/{edge.option} leads to {quoted(edge.to)}, which is "
                "removed here, so that it is left out (to ask it, lead it elsewhere)"
            )
            yield Problem.at(position, message, "warning")
