"""(warning) A text with several citations, replaced by one of a fork's, keeps what rests on them.

Passes: a text of its own that cites the same facts, or one in the place of a text that cites one fact or
none. Fails: one sentence in the place of three paragraphs that cited two facts. What the reader is no longer
told may be a right or a deadline; the warning names the facts.
"""

from collections.abc import Iterator

from decision_tree.checks.overlay.drift import overridden
from decision_tree.forks.overlay import Merged
from decision_tree.outline import value_at
from decision_tree.problems import Problem
from decision_tree.sources import Sources
from decision_tree.texts.prose import citations

SEVERAL = 2


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each text of `local.yml` that drops citations of upstream's."""
    tree = sources.tree
    if not isinstance(tree, Merged):
        return
    for path in overridden(tree):
        before, now = (value_at(data, path) for data in (tree.base.data, tree.patch.data))
        if not isinstance(before, str) or not isinstance(now, str):
            continue
        cited = dict.fromkeys(citations(before))
        dropped = [fact for fact in cited if fact not in citations(now)]
        if len(cited) >= SEVERAL and dropped:
            named = ", ".join(f"[^{fact}]" for fact in dropped)
            message = (
                f"upstream's text here cites {len(cited)} facts, and yours leaves out {named} "
                "(read what they say: does your text still tell it?)"
            )
            yield Problem.at(tree.patch.key_position(path), message, "warning")
