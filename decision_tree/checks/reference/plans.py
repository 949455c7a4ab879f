"""The rows of the reference data name plans and events that exist, and give no time on a likely fact alone.

Each step of a plan has a name for readers, under `interface`. Passes: `within: {days: 180}` with a verified
fact, `reaches: [tricare]`. Fails: `reaches: [tricar]`.
"""

from collections.abc import Iterator

from decision_tree.problems import Names, Problem, quoted
from decision_tree.reading.plain import Path, items, listing, mapping
from decision_tree.sources import Sources

ALL = "all"


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each unknown plan or event, each step without a name, each time that no verified fact backs."""
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
    yield from _names(sources)
    yield from _times(sources)


def _names(sources: Sources) -> Iterator[Problem]:
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
