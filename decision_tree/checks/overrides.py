"""What a fork writes in its `local.yml` in the place of upstream's words, and upstream's changes since.

All of it only warns: the fork's words stand, and it alone can tell whether they are still right.
"""

from collections.abc import Iterator
from typing import Any

from decision_tree.older_forks import LEADS_NOWHERE, OWN_CODES, RETIRED
from decision_tree.problems import Names, Problem, quoted
from decision_tree.reading.history import memory
from decision_tree.reading.layers import Laid
from decision_tree.reading.plain import Keys, listing, mapping, value_at
from decision_tree.sources import Sources
from decision_tree.texts.prose import citations

LONGEST_SHOWN = 300
"""Characters of a text that a warning shows at most."""

KEEP = "put a note such as # compared behind this line, or change the note"
"""How a fork says that it has read upstream's words and keeps its own."""


def check_upstream_changed(sources: Sources) -> Iterator[Problem]:
    """(warning) Upstream has changed or taken out a passage since a fork wrote its own in its place.

    Passes: an override that is newer than the last change of upstream's passage, is not committed yet, or
    says the same. Fails: one that is older, with both texts, for it may be a correction. Whoever keeps their
    own words changes the line, or a note behind it, and is asked no more.
    """
    if sources.local is None:
        return
    then = memory(sources.local)
    for laid in sources.forked.values():
        for path in laid.overridden():
            remembered, before = then(laid, path)
            now = value_at(laid.below.data, path)
            if remembered and now not in (before, value_at(laid.over.data, path)):
                yield _changed(laid, path, before, now)


def _changed(laid: Laid, path: Keys, before: Any, now: Any) -> Problem:
    yours = value_at(laid.over.data, path)
    what = ".".join(path)
    was = f"was {_shown(before)}, " if before is not None else ""
    if yours is None:
        message = (
            f"upstream has changed {what} since it was removed here (read theirs; to keep it removed, {KEEP})"
        )
    elif now is None:
        message = (
            f"upstream has taken out {what} since this was written: {was}yours is {_shown(yours)} "
            f"(it still stands: is it still right? to keep yours, {KEEP})"
        )
    else:
        message = (
            f"upstream has changed {what} since this was written: {was}is now {_shown(now)}; "
            f"yours is {_shown(yours)} (compare them; to keep yours, {KEEP})"
        )
    return Problem.at(laid.over.key_position(path), message, "warning")


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return f"a group ({', '.join(map(str, value))})"
    text = ", ".join(map(str, value)) if isinstance(value, list) else " ".join(str(value).split())
    return f'"{text}"' if len(text) <= LONGEST_SHOWN else f'"{text[:LONGEST_SHOWN].rstrip()}…"'


SEVERAL = 2
EXCUSES = "dropped_citations"


def check_dropped_citation(sources: Sources) -> Iterator[Problem]:
    """(warning) A text with several citations, replaced by one of a fork's, keeps what rests on them.

    Passes: a text of its own that cites the same facts, or one in the place of a text that cites one fact or
    none. Fails: one sentence in the place of three paragraphs that cited two facts. What the reader is no
    longer told may be a right or a deadline; the warning names the facts. Who has read them and leaves them
    out says why, under `dropped_citations`; an entry there that excuses nothing is told too.
    """
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
        yield Problem.at(tree.key_position((EXCUSES, id_)), message, "warning")


def _excuses(tree: Laid) -> list[tuple[str, object, tuple[str, ...]]]:
    """Return the entries in which a fork says why it leaves facts out: id, path of the text, facts."""
    rows = mapping(mapping(tree.over.data).get(EXCUSES)).items()
    return [(id_, mapping(row).get("text"), listing(mapping(row).get("facts"))) for id_, row in rows]


INTERFACE = "interface"


def check_unshown_words(sources: Sources) -> Iterator[Problem]:
    """(warning) A fork's words stand under a key of the interface that pages know.

    Passes: `start_again`, and `step_ID` for a step that the fork adds to a plan. Fails: `strat_again`, which
    no page shows, so that upstream's words stand there.
    """
    local = sources.local
    if local is None:
        return
    names = Names(list(mapping(mapping(sources.upstream.tree.data).get(INTERFACE))))
    steps = {step.replace("-", "_") for row in sources.plans.values() for step in mapping(row.get("steps"))}
    for key, words in mapping(mapping(local.data).get(INTERFACE)).items():
        if words is not None and key not in names and key.removeprefix("step_") not in steps:
            message = f"no page shows the words {quoted(key)}{names.advice(key, 'delete them')}"
            yield Problem.at(local.key_position((INTERFACE, key)), message, "warning")


def check_code_twice(sources: Sources) -> Iterator[Problem]:
    """(warning) A fork's row for a denial code stands in the place of one that upstream has added since.

    Passes: a code that upstream does not list. Fails: one that it lists too, which may say more, or
    otherwise.
    """
    for one in sources.left_out(OWN_CODES):
        yield Problem.at(one.position, one.message, "warning")


def check_retired(sources: Sources) -> Iterator[Problem]:
    """(warning) A fork's words for an option or a question that is retired are used no more.

    Passes: an override of an option that is there. Fails: one of an option that became part of another, or
    was split, so that its old words may say what is no longer so.
    """
    for one in sources.left_out(RETIRED):
        yield Problem.at(one.position, one.message, "warning")


def check_lost_option(sources: Sources) -> Iterator[Problem]:
    """(warning) An option of upstream leads to what a fork removes, and is left out.

    Passes: a removed outcome from which the fork leads every option elsewhere. Fails: one to which upstream
    leads one option more since. Where a fork leads no option elsewhere, that is an error:
    [unknown-target](#unknown-target).
    """
    for one in sources.left_out(LEADS_NOWHERE):
        yield Problem.at(one.position, one.message, "warning")
