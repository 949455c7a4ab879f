"""What a fork's file removes is there to be removed, and what it patches has the right shape and name.

Passes: `faq: {cost: null}` where upstream has that entry. Fails: `faq: {csot: null}`; `reference: {fact: …}`,
for there is no such file; a `local.yml` that is a list.
"""

from collections.abc import Iterator

from decision_tree.forks.overlay import REFERENCE, Merged, idle_removals
from decision_tree.problems import Names, Problem, quoted
from decision_tree.reading.load import Document
from decision_tree.sources import REFERENCE as FILES
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each removal of nothing, each unknown reference file, and what is no mapping."""
    local = sources.local
    if local is None:
        return
    if not isinstance(local.data, dict):
        yield Problem.at(local.position(()), "this file is no mapping (start it with a key of tree.yml)")
        return
    yield from _reference_names(local)
    for document in sources.documents:
        if isinstance(document, Merged):
            yield from idle_removals(document.base, document.patch)


def _reference_names(local: Document) -> Iterator[Problem]:
    data = local.data.get(REFERENCE, {})
    if not isinstance(data, dict):
        yield Problem.at(local.position((REFERENCE,)), f"{REFERENCE} is no mapping (name a file: {FILES[0]})")
        return
    names = Names(FILES)
    for name in data:
        if name not in names:
            advice = names.advice(name, f"known here: {', '.join(FILES)}")
            message = f"there is no reference file {quoted(name)}{advice}"
            yield Problem.at(local.key_position((REFERENCE, name)), message)
