"""Every denial code leads to outcomes that exist, stands once, and borrows its first step where there is one.

Passes: `outcomes: [coding-error]`. Fails: `outcomes: [coding-eror]`, `first_step_of: '5x'`, a code in two
rows. Codes that a question merely quotes in `like` need not be listed. Outcomes are held against the
project's own tree only.
"""

from collections.abc import Iterator

from decision_tree.load import Document
from decision_tree.outline import items, mapping
from decision_tree.problems import Names, Problem, quoted
from decision_tree.sources import Sources

TABLES = ("adjustment_codes", "remark_codes", "service_codes")


def check(sources: Sources) -> Iterator[Problem]:
    """Yield what is wrong with the codes, table by table."""
    outcomes = Names(sources.outcomes)
    data = mapping(sources.denial_codes.data)
    groups = Names(mapping(data.get("group_codes")))
    for table in TABLES:
        yield from _repeated(sources.denial_codes, table)
        yield from _borrowed(sources.denial_codes, table)
        for number, raw in items(data.get(table)):
            row = mapping(raw)
            for key in ("outcomes", "rarely") if sources.is_own_tree else ():
                for place, id_ in items(row.get(key)):
                    if isinstance(id_, str) and id_ not in outcomes:
                        advice = outcomes.advice(id_, "name an outcome of the tree")
                        position = sources.denial_codes.position((table, number, key, place))
                        yield Problem.at(position, f"the outcome {quoted(id_)} does not exist{advice}")
            group = row.get("with_group")
            if isinstance(group, str) and group not in groups:
                position = sources.denial_codes.position((table, number, "with_group"))
                yield Problem.at(
                    position, f"the group code {quoted(group)} does not exist{groups.advice(group)}"
                )


def _repeated(document: Document, table: str) -> Iterator[Problem]:
    """Yield each code that stands in two rows, unless the rows are for different group codes."""
    seen: dict[tuple[str, object], int] = {}
    for number, raw in items(mapping(document.data).get(table)):
        group = mapping(raw).get("with_group")
        for place, code in items(mapping(raw).get("codes")):
            if not isinstance(code, str):
                continue
            position = document.position((table, number, "codes", place))
            one = (code, group if isinstance(group, str) else None)
            if one in seen:
                message = f"the code {quoted(code)} stands twice; first at line {seen[one]} (keep one)"
                yield Problem.at(position, message)
            seen.setdefault(one, position.line)


def _borrowed(document: Document, table: str) -> Iterator[Problem]:
    rows = [(number, mapping(raw)) for number, raw in items(mapping(document.data).get(table))]
    owners = Names([code for _, row in rows if "first_step" in row for _, code in items(row.get("codes"))])
    for number, row in rows:
        code = row.get("first_step_of")
        if isinstance(code, str) and code not in owners:
            message = f"the code {quoted(code)} has no first step{owners.advice(code, 'name one that has')}"
            yield Problem.at(document.position((table, number, "first_step_of")), message)
