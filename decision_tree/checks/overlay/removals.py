"""What a fork's file removes is there to be removed, and what it patches has the right shape and name.

Passes: `faq: {cost: null}` where upstream has that entry. Fails: `faq: {csot: null}`; `reference: {fact: …}`,
for there is no such file; a `local.yml` that is a list. What upstream took out itself, as git remembers or
the `removed` of a release says, is only warned of: the fork's wish is fulfilled.
"""

from collections.abc import Iterator

from decision_tree.problems import Names, Problem, quoted
from decision_tree.reading.history import Then, memory
from decision_tree.reading.layers import REFERENCE, Laid
from decision_tree.reading.load import Document
from decision_tree.reading.plain import Keys, mapping
from decision_tree.sources import REFERENCE as FILES
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each removal of nothing, each unknown reference file, and what is no mapping."""
    local = sources.local
    if local is None:
        return
    if not isinstance(local.data, dict):
        what = "a list" if isinstance(local.data, list) else "a text"
        message = f"this file is {what}; it must start with a key, a word with a colon behind it (write faq:)"
        yield Problem.at(local.position(()), message)
        return
    yield from _too_high(local)
    yield from _reference_names(local)
    gone, then = _taken_out(sources), memory(local)
    for name, laid in sources.forked.items():
        yield from _idle(laid, (REFERENCE, name) if name in FILES else (), gone, then)


def _idle(laid: Laid, way: Keys, gone: frozenset[Keys], then: Then) -> Iterator[Problem]:
    for path, names in laid.idle_removals():
        position = laid.over.key_position(path)
        whole = (*way, *path)
        told = any(whole[:length] in gone for length in range(len(whole) + 1))
        if told or then(laid, path)[1] is not None:
            message = (
                f"{quoted(path[-1])} is removed here, and upstream has taken it out too (delete this line)"
            )
            yield Problem.at(position, message, "warning")
        else:
            advice = names.advice(path[-1], "delete this line")
            yield Problem.at(position, f"{quoted(path[-1])} is removed here, but upstream has none{advice}")


def _taken_out(sources: Sources) -> frozenset[Keys]:
    """Return the paths that upstream's releases say they removed, as `local.yml` has them."""
    releases = mapping(mapping(sources.changes.data).get("releases")).values()
    return frozenset(
        tuple(path.split(".")) for release in releases for path in mapping(mapping(release).get("removed"))
    )


def _too_high(local: Document) -> Iterator[Problem]:
    """Yield each file of the reference data that is named at the top."""
    for name in FILES:
        if name in local.data:
            message = f"{name} is reference data (write {REFERENCE}: above it, and this one level deeper)"
            yield Problem.at(local.key_position((name,)), message)


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
