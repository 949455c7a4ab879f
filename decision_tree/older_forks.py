"""Lays a fork's file over the guide where upstream has moved on since the fork wrote it.

A fork takes updates for years, and nobody there may know what it once wrote. So on the way from its file to
the laid guide, each step here leaves out what would break the fork although the fork did nothing. What is
left out is noted with its reason, and told at the fork's own line by `checks.overrides`.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from decision_tree.ids import aliases, today
from decision_tree.model.tree import NOT_SURE, Option, Tree, trees
from decision_tree.problems import quoted
from decision_tree.reading.layers import Laid, LeftOut, merged, says_anything
from decision_tree.reading.load import Document
from decision_tree.reading.plain import Keys, Path, listing, mapping, value_at, without
from decision_tree.routes import reached

RETIRED = "words for what is retired"
LEADS_NOWHERE = "an option that leads to what is removed"
OWN_CODES = "a code that the fork has a row for"

TABLES = ("adjustment_codes", "remark_codes", "service_codes")
"""The tables of denial codes."""


def lay_tree(tree: Document, words: Document) -> Document:
    """Return the tree with a fork's words laid over it, as far as the two go together."""
    if not says_anything(words):
        return tree
    laid = _without_retired(tree, words)
    return _without_unreached(_without_leads_to_removed(laid))


def lay_codes(codes: Document, patch: Document) -> Document:
    """Return the denial codes with a fork's rows laid over them, and each code once."""
    if not says_anything(patch):
        return codes
    return _without_own_codes(Laid.of(codes, patch))


def _without_retired(tree: Document, words: Document) -> Laid:
    """Leave out what a fork says of an option or a question that upstream has retired.

    Laid over what is gone, it would make half an option, one without a target. It may not fit the option that
    took its place either: two answers may have become one. So the fork is told the heir, and chooses.
    """
    data = words.data
    notes = []
    for path, old, heir in _retired(tree, words):
        data = without(data, path)
        split = heir.endswith("/")
        now = f"was split: see the options of {quoted(heir[:-1])}" if split else f"is now {quoted(heir)}"
        message = (
            f"upstream's {quoted(old)} {now}; what stands here is not used (write it there, or delete it)"
        )
        notes.append(LeftOut(RETIRED, words.key_position(path), message))
    return Laid.of(tree, replace(words, data=data) if notes else words, tuple(notes))


def _retired(tree: Document, words: Document) -> Iterator[tuple[Keys, str, str]]:
    """Yield the path of each retired question and option that `words` has, its id, and that of its heir."""
    renamed = aliases(tree)
    for finder in trees(tree.data):
        questions = (*finder.path, "questions")
        for question, changes in mapping(value_at(words.data, questions)).items():
            path = (*questions, question)
            if question not in finder.questions and question in renamed:
                yield path, question, today(question, renamed)
                continue
            known = finder.questions[question].options if question in finder.questions else {}
            for option in mapping(mapping(changes).get("options")):
                name = f"{question}/{option}"
                if option not in known and name in renamed:
                    yield (*path, "options", option), name, today(name, renamed)


def _without_leads_to_removed(laid: Laid) -> Laid:
    """Leave out upstream's options that lead to what the fork has removed, and led other options away from.

    A fork that removes a page leads each option there elsewhere, or the check refuses it. A later release may
    bring one more option that leads to the page. The fork could not know of it.
    """
    data = laid.data
    notes = []
    for finder, before in _pairs(laid):
        for question, option in _leading_to_removed(laid, finder, before):
            data = without(data, option.path)
            places = ((*finder.path, kind, option.next) for kind in ("questions", "outcomes"))
            position = next(filter(None, map(laid.removal, places)), None)
            # A question that goes whole is not told of, nor are its options.
            if position is not None and question not in _unreached(laid, finder):
                message = (
                    f"upstream's option {question}/{option.id} leads to {quoted(option.next)}, which is "
                    "removed here, so that it is left out (to ask it, lead it elsewhere)"
                )
                notes.append(LeftOut(LEADS_NOWHERE, position, message))
    return replace(laid, data=data, left_out=(*laid.left_out, *notes)) if data is not laid.data else laid


def _leading_to_removed(laid: Laid, finder: Tree, before: Tree) -> Iterator[tuple[str, Option]]:
    removed = {*before.questions, *before.outcomes} - {*finder.questions, *finder.outcomes}
    now = {option.path: option.next for one in finder.questions.values() for option in one.leading}
    led_away = {
        option.next
        for question in before.questions.values()
        for option in question.leading
        if option.next in removed and question.id in finder.questions and now.get(option.path) != option.next
    }
    for question in finder.questions.values():
        for option in question.leading:
            way = (*option.path, "next")
            is_upstreams = laid.over.depth(way) < len(way)
            # Whoever does not know must find a way on in every question.
            if option.next in led_away and option.id != NOT_SURE and is_upstreams:
                yield question.id, option


def _without_unreached(laid: Laid) -> Laid:
    """Leave out upstream's questions that the fork's own answers no longer lead to.

    A fork that leads an option elsewhere takes the questions behind it off its routes, also those that
    upstream adds there later. Nobody can come to them, so that the fork need not know of them.
    """
    data = laid.data
    for finder, _ in _pairs(laid):
        for question in _unreached(laid, finder):
            data = without(data, finder.place(question))
    return replace(laid, data=data) if data is not laid.data else laid


def _unreached(laid: Laid, finder: Tree) -> set[str]:
    if finder.start not in finder.questions:
        return set()
    own = mapping(value_at(laid.over.data, (*finder.path, "questions")))
    return finder.questions.keys() - reached(finder) - own.keys()


def _pairs(laid: Laid) -> Iterator[tuple[Tree, Tree]]:
    """Yield each finder as it is laid, with the one below that it was laid over."""
    before = {finder.id: finder for finder in trees(laid.below.data)}
    return ((finder, before[finder.id]) for finder in trees(laid.data) if finder.id in before)


def _without_own_codes(laid: Laid) -> Laid:
    """Leave out upstream's codes that the fork has a row of its own for; a row with no other goes whole.

    A code stands once. A fork may have added one years before upstream did. Its row was written for its
    readers, so that it stands; the fork is told, and may compare.
    """
    if not isinstance(laid.below.data, dict):
        return laid
    data: dict[str, Any] = dict(laid.below.data)
    notes = []
    for table in TABLES:
        own = dict(_own_codes(laid, table))
        listed = {code for key, row in mapping(data.get(table)).items() for code in _codes(key, row)}
        if listed.isdisjoint(own.values()):
            continue
        data[table] = dict(_left(data[table], {*own.values()}))
        for path, code in own.items():
            if code in listed:
                message = (
                    f"upstream lists the code {quoted(code)} too; yours stands in its place "
                    "(compare them, and delete yours if theirs will do)"
                )
                notes.append(LeftOut(OWN_CODES, laid.over.key_position(path), message))
    return replace(laid, data=merged(data, laid.over.data), left_out=tuple(notes)) if notes else laid


def _own_codes(laid: Laid, table: str) -> Iterator[tuple[Path, str]]:
    """Yield each code that the fork adds to a table, by its place: a row's key, or one of its `also`."""
    known = mapping(mapping(laid.below.data).get(table))
    for key, row in mapping(mapping(laid.over.data).get(table)).items():
        if row is not None and key not in known:
            yield (table, key), key
        for number, code in enumerate(listing(mapping(row).get("also"))):
            if code not in listing(mapping(known.get(key)).get("also")):
                yield (table, key, "also", number), code


def _codes(key: str, row: object) -> tuple[str, ...]:
    return (key, *listing(mapping(row).get("also")))


def _left(rows: dict[str, Any], own: set[str]) -> Iterator[tuple[str, Any]]:
    for key, row in rows.items():
        codes = [code for code in _codes(key, row) if code not in own]
        if not codes:
            continue
        rest = {name: value for name, value in mapping(row).items() if name != "also"}
        yield codes[0], {**({"also": codes[1:]} if codes[1:] else {}), **rest}
