"""A retired id leads to one that lives, and lives no more itself.

Passes: `old-letter: letter`, and for an option `letter/refused: letter/denial`, or `letter/refused: denial`;
for one that was split, `letter/refused: letter/`, where the reader chooses again. Fails: `old-letter: leter`,
`letter/refused: urgent`, `letter/refused: leter/`, or an alias for a question that is still there.
"""

from collections.abc import Iterator, Mapping

from decision_tree.ids import OPTION, QUESTION, aliases, ids
from decision_tree.problems import Names, Problem, quoted
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each alias that leads nowhere, and each that is not retired."""
    renamed = aliases(sources.tree)
    if not renamed:
        return
    living = ids(sources.tree)
    options = Names({id_.name for id_ in living if id_.kind == OPTION})
    others = Names({id_.name for id_ in living if id_.kind != OPTION})
    stops = Names({f"{id_.name}/" for id_ in living if id_.kind == QUESTION})
    # What a fork takes out of the finder is upstream's to lead to, and nobody's to come to.
    left_out = {id_.name for id_ in ids(sources.upstream.tree)} - {id_.name for id_ in living}
    for old, new in renamed.items():
        known, advice = others, "name a question, an outcome or a page"
        target = new
        if "/" in old:
            known, advice = options, "name an option as QUESTION/OPTION"
            target = new if "/" in new else f"{_question(old, renamed)}/{new}"
            if new.endswith("/"):
                known, advice = stops, "name the question at which an old link stops as QUESTION/"
        if old in known:
            message = f"{quoted(old)} is still in use (delete this alias, or retire the id)"
            yield Problem.at(sources.tree.key_position(("aliases", old)), message)
        # What a fork removes keeps its address, which points on.
        if target not in known and target.removesuffix("/") not in sources.removed | left_out:
            exists = target in options or target in others
            what = "cannot take its place" if exists else "does not exist"
            wrong = f"the alias {quoted(old)} leads to {quoted(target)}, which {what}"
            message = wrong + known.advice(target, advice)
            yield Problem.at(sources.tree.position(("aliases", old)), message)


def _question(option: str, renamed: Mapping[str, str]) -> str:
    """Return the question of a retired option, by its id of today."""
    question = option.partition("/")[0]
    return renamed.get(question, question)
