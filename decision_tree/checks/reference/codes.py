"""Every denial code leads to outcomes that exist, stands once, and borrows its first step where there is one.

Passes: `outcomes: [coding-error]`. Fails: `outcomes: [coding-eror]`, `first_step_of: '5x'`, a code in two
rows. Codes that a question merely quotes in `like` need not be listed. Outcomes are held against the
project's own tree only.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from decision_tree.problems import Names, Position, Problem, quoted
from decision_tree.reading.load import Document
from decision_tree.reading.plain import items, listing, mapping
from decision_tree.sources import Sources

TABLES = ("adjustment_codes", "remark_codes", "service_codes")


def check(sources: Sources) -> Iterator[Problem]:
    """Yield what is wrong with the codes, table by table."""
    outcomes = Names({*sources.outcomes, *sources.removed})
    groups = Names(mapping(mapping(sources.denial_codes.data).get("group_codes")))
    for table in TABLES:
        yield from _repeated(sources.denial_codes, table)
        yield from _borrowed(sources.denial_codes, table)
        for code, row in _rows(sources.denial_codes, table):
            for key in ("outcomes", "rarely") if sources.is_own_tree else ():
                for place, id_ in items(row.get(key)):
                    if isinstance(id_, str) and id_ not in outcomes:
                        advice = outcomes.advice(id_, "name an outcome of the tree")
                        position = sources.denial_codes.position((table, code, key, place))
                        yield Problem.at(position, f"the outcome {quoted(id_)} does not exist{advice}")
            group = row.get("with_group")
            if isinstance(group, str) and group not in groups:
                position = sources.denial_codes.position((table, code, "with_group"))
                yield Problem.at(
                    position, f"the group code {quoted(group)} does not exist{groups.advice(group)}"
                )


def _rows(document: Document, table: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for code, row in mapping(mapping(document.data).get(table)).items():
        yield code, mapping(row)


def _repeated(document: Document, table: str) -> Iterator[Problem]:
    """Yield each code that stands in two rows, unless the rows are for different group codes."""
    seen: dict[tuple[str, object], Position] = {}
    for key, row in _rows(document, table):
        group = row.get("with_group")
        for code, position in _places(document, table, key, row):
            one = (code, group if isinstance(group, str) else None)
            if one in seen:
                message = f"the code {quoted(code)} stands twice; first at {seen[one]} (keep one)"
                yield Problem.at(position, message)
            seen.setdefault(one, position)


def _places(
    document: Document, table: str, key: str, row: Mapping[str, Any]
) -> Iterator[tuple[str, Position]]:
    """Yield the codes that share a row, each with where it stands: the row's key, then those under `also`."""
    yield key, document.key_position((table, key))
    for place, code in items(row.get("also")):
        if isinstance(code, str):
            yield code, document.position((table, key, "also", place))


def _borrowed(document: Document, table: str) -> Iterator[Problem]:
    rows = list(_rows(document, table))
    owners = Names(
        [one for key, row in rows if "first_step" in row for one in (key, *listing(row.get("also")))]
    )
    for key, row in rows:
        code = row.get("first_step_of")
        if isinstance(code, str) and code not in owners:
            message = f"the code {quoted(code)} has no first step{owners.advice(code, 'name one that has')}"
            yield Problem.at(document.position((table, key, "first_step_of")), message)
