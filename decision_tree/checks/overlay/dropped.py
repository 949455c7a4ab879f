"""(warning) A text with several citations, replaced by one of a fork's, keeps what rests on them.

Passes: a text of its own that cites the same facts, or one in the place of a text that cites one fact or
none. Fails: one sentence in the place of three paragraphs that cited two facts. What the reader is no longer
told may be a right or a deadline; the warning names the facts. Who has read them and leaves them out says
why, under `dropped_citations`; an entry there that excuses nothing is told too.
"""

from collections.abc import Iterator

from decision_tree.problems import Problem
from decision_tree.reading.layers import Laid
from decision_tree.reading.plain import listing, mapping, value_at
from decision_tree.sources import Sources
from decision_tree.texts.prose import citations

SEVERAL = 2
KEY = "dropped_citations"


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each text of `local.yml` that drops citations of upstream's."""
    tree = sources.forked.get("tree")
    if tree is None:
        return
    excuses = _excuses(tree)
    idle = {(id_, fact) for id_, _, facts in excuses for fact in facts}
    for path in tree.overridden():
        before, now = (value_at(layer.data, path) for layer in (tree.below, tree.over))
        if not isinstance(before, str) or not isinstance(now, str):
            continue
        cited = dict.fromkeys(citations(before))
        dropped = [fact for fact in cited if fact not in citations(now)]
        used = {(id_, fact) for id_, text, facts in excuses if text == ".".join(path) for fact in facts}
        idle -= {(id_, fact) for id_, fact in used if fact in dropped}
        excused = {fact for _, fact in used}
        dropped = [fact for fact in dropped if fact not in excused]
        if len(cited) >= SEVERAL and dropped:
            named = ", ".join(f"[^{fact}]" for fact in dropped)
            message = (
                f"upstream's text here cites {len(cited)} facts, and yours leaves out {named} "
                "(read what they say: does your text still tell it? if it need not, say why under "
                "dropped_citations)"
            )
            yield Problem.at(tree.over.key_position(path), message, "warning")
    for id_, fact in sorted(idle):
        message = f"this text leaves out no [^{fact}] of upstream's (delete it from the facts)"
        yield Problem.at(tree.key_position((KEY, id_)), message, "warning")


def _excuses(tree: Laid) -> list[tuple[str, object, tuple[str, ...]]]:
    """Return the entries in which a fork says why it leaves facts out: id, path of the text, facts."""
    rows = mapping(mapping(tree.over.data).get(KEY)).items()
    return [(id_, mapping(row).get("text"), listing(mapping(row).get("facts"))) for id_, row in rows]
