"""What a fork removes in its `local.yml`. What a removal breaks elsewhere is left to `caused`."""

import re
from collections.abc import Iterator

from decision_tree.problems import Names, Problem, quoted
from decision_tree.reading.history import Then, memory
from decision_tree.reading.layers import REFERENCE, Laid, removals
from decision_tree.reading.load import Document
from decision_tree.reading.plain import Keys, mapping, value_at
from decision_tree.schemas.schema import Schema
from decision_tree.sources import DOCUMENTS, REFERENCE_FILES, SCHEMAS, Sources


def check_removal(sources: Sources) -> Iterator[Problem]:
    """What a fork's file removes is there to be removed, and what it patches has the right shape and name.

    Passes: `faq: {cost: null}` where upstream has that entry. Fails: `faq: {csot: null}`; `reference: {fact:
    …}`, for there is no such file; a `local.yml` that is a list. What upstream took out itself, as git
    remembers or the `removed` of a release says, is only warned of: the fork's wish is fulfilled.
    """
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
        yield from _idle(laid, (REFERENCE, name) if name in REFERENCE_FILES else (), gone, then)


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
    for name in REFERENCE_FILES:
        if name in local.data:
            message = f"{name} is reference data (write {REFERENCE}: above it, and this one level deeper)"
            yield Problem.at(local.key_position((name,)), message)


def _reference_names(local: Document) -> Iterator[Problem]:
    data = local.data.get(REFERENCE, {})
    if not isinstance(data, dict):
        message = f"{REFERENCE} is no mapping (name a file: {REFERENCE_FILES[0]})"
        yield Problem.at(local.position((REFERENCE,)), message)
        return
    names = Names(REFERENCE_FILES)
    for name in data:
        if name not in names:
            advice = names.advice(name, f"known here: {', '.join(REFERENCE_FILES)}")
            message = f"there is no reference file {quoted(name)}{advice}"
            yield Problem.at(local.key_position((REFERENCE, name)), message)


NOTHING = re.compile(r"""\s*(?:"[^"]*"|'[^']*'|[^\s:#"'][^:#]*):\s*(?:#.*)?$""")
"""A line that holds a key alone."""


def check_empty_key(sources: Sources) -> Iterator[Problem]:
    """(warning) A key in a fork's file has nothing behind it, and removes all that upstream has there.

    Passes: `faq: {cost: null}`, where the fork wrote that it removes. Fails: `items:` with nothing below it,
    as is left when somebody deletes the last line of a group: to a merge it is `null`, and a whole list is
    gone.
    """
    local = sources.local
    if local is None:
        return
    lines = local.text.splitlines()
    for path in removals(local.data):
        position = local.key_position(path)
        if NOTHING.match(lines[position.line - 1]):
            message = (
                f"nothing stands behind {quoted(path[-1])}, which removes it with all that upstream has in it"
                " (delete this line too; if you mean to remove it, write null)"
            )
            yield Problem.at(position, message, "warning")


def check_must_stay(sources: Sources) -> Iterator[Problem]:
    """A fork does not take away what no copy of the guide may be without.

    Such are the crisis line, the page for a crisis, the home page and the finder, and every word and passage
    that the pages print by its name: in the schemas they are marked `"removable": false`, or named under
    `kept`. Each can be written anew. Passes: `faq: {cost: null}`. Fails: `site: null`, `interface:
    {start_again: null}`.
    """
    schemas = dict(zip(DOCUMENTS, SCHEMAS, strict=True))
    for name, laid in sources.forked.items():
        schema = Schema.read(schemas[name])
        for path in removals(laid.over.data):
            if value_at(laid.below.data, path) is not None and schema.keeps(path):
                message = (
                    f"{quoted(path[-1])} is removed here, but no copy of the guide can be without it "
                    "(delete this line, or write your own words for it)"
                )
                yield Problem.at(laid.over.key_position(path), message)
