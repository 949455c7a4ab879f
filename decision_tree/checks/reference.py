"""The reference data against the tree and against itself. Its facts are left to `facts`."""

from collections.abc import Iterator, Mapping
from typing import Any

from decision_tree.older_forks import TABLES
from decision_tree.problems import Names, Position, Problem, quoted
from decision_tree.reading.load import Document
from decision_tree.reading.plain import Path, items, listing, mapping
from decision_tree.sources import Sources


def check_code_target(sources: Sources) -> Iterator[Problem]:
    """Every denial code leads to outcomes that exist, stands once, and borrows a first step that is there.

    Passes: `outcomes: [coding-error]`. Fails: `outcomes: [coding-eror]`, `first_step_of: '5x'`, a code in two
    rows. Codes that a question merely quotes in `like` need not be listed. Outcomes are held against the
    project's own tree only.
    """
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


ALL = "all"


def check_plan_row(sources: Sources) -> Iterator[Problem]:
    """Reference data names plans and events that exist, and gives no time on a likely fact alone.

    Each step of a plan has a name for readers, under `interface`. Passes: `within: {days: 180}` with a
    verified fact, `reaches: [tricare]`. Fails: `reaches: [tricar]`.
    """
    plans = Names({*sources.plans, ALL})
    for id_, fact in sources.known_facts.items():
        reaches = fact.get("reaches")
        listed = items(reaches) if isinstance(reaches, list) else iter([(None, reaches)])
        for number, plan in listed:
            if isinstance(plan, str) and plan not in plans:
                path: Path = (
                    ("facts", id_, "reaches") if number is None else ("facts", id_, "reaches", number)
                )
                advice = plans.advice(plan, "name a plan of deadlines.yml")
                yield Problem.at(
                    sources.facts.position(path), f"the plan {quoted(plan)} does not exist{advice}"
                )
    for plan in mapping(mapping(sources.regulators.data).get("by_plan")):
        if plan not in plans:
            position = sources.regulators.key_position(("by_plan", plan))
            advice = plans.advice(plan, "name a plan of deadlines.yml")
            yield Problem.at(position, f"the plan {quoted(plan)} does not exist{advice}")
    yield from _nameless_steps(sources)
    yield from _times(sources)


def _nameless_steps(sources: Sources) -> Iterator[Problem]:
    interface = mapping(sources.tree.data).get("interface")
    if interface is None:  # the schema tells that; a small tree to try rules on has none
        return
    for plan, row in sources.plans.items():
        for step in mapping(mapping(row).get("steps")):
            key = f"step_{step.replace('-', '_')}"
            if key not in mapping(interface):
                message = f"the step {quoted(step)} has no name (write one as {key}, under interface)"
                yield Problem.at(sources.deadlines.key_position(("plans", plan, "steps", step)), message)


def _times(sources: Sources) -> Iterator[Problem]:
    events = Names(mapping(mapping(sources.deadlines.data).get("events")))
    todo: list[tuple[Path, object]] = [(("plans", plan), row) for plan, row in sources.plans.items()]
    while todo:
        path, value = todo.pop()
        row = mapping(value)
        todo.extend(((*path, key), inner) for key, inner in row.items())
        event = row.get("counted_from")
        if isinstance(event, str) and event not in events:
            position = sources.deadlines.position((*path, "counted_from"))
            advice = events.advice(event, "add it to events")
            yield Problem.at(position, f"the event {quoted(event)} does not exist{advice}")
        facts = listing(row.get("facts"))
        backed = any(sources.known_facts.get(fact, {}).get("confidence") == "verified" for fact in facts)
        if "within" in row and not backed:
            message = "this time rests on no verified fact (cite one under facts, or leave out the time)"
            yield Problem.at(sources.deadlines.key_position((*path, "within")), message)
        if "within" in row and "follows_by_itself" in row:
            message = "a step that follows by itself leaves readers no time to keep (delete one of the two)"
            yield Problem.at(sources.deadlines.key_position((*path, "follows_by_itself")), message)
