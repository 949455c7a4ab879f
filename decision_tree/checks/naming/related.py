"""What an outcome names exists: its related outcomes, its review track, the plans of its passages.

Passes: `related: [level-of-care]` where that outcome is. Fails: `related: [levl-of-care]`.
"""

from collections.abc import Iterator

from decision_tree.outline import items, mapping
from decision_tree.problems import Names, Problem, quoted
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each name in an outcome that stands for nothing."""
    tree = sources.tree
    outcomes, plans = Names(sources.outcomes), Names(sources.plans)
    tracks = Names(mapping(mapping(tree.data).get("tracks")))
    for id_, raw in sources.outcomes.items():
        path = ("outcomes", id_)
        outcome = mapping(raw)
        for number, other in items(outcome.get("related")):
            if isinstance(other, str) and (other not in outcomes or other == id_):
                wrong = "is this outcome itself (delete it)" if other == id_ else "does not exist"
                advice = "" if other == id_ else outcomes.advice(other, "name an outcome")
                message = f"the related outcome {quoted(other)} {wrong}{advice}"
                yield Problem.at(tree.position((*path, "related", number)), message)
        track = outcome.get("track")
        if isinstance(track, str) and track not in tracks:
            advice = tracks.advice(track, "add it to tracks")
            yield Problem.at(
                tree.position((*path, "track")), f"the track {quoted(track)} does not exist{advice}"
            )
        for passage, value in mapping(outcome.get("plans")).items():
            for number, plan in items(mapping(value).get("plans")):
                if isinstance(plan, str) and plan not in plans:
                    advice = plans.advice(plan, "name a plan of deadlines.yml")
                    position = tree.position((*path, "plans", passage, "plans", number))
                    yield Problem.at(position, f"the plan {quoted(plan)} does not exist{advice}")
    if len(sources.finders) > 1:
        for id_ in sources.finders[1].outcomes:
            if id_ not in plans:
                position = tree.key_position(("plan_finder", "outcomes", id_))
                advice = plans.advice(id_, "use a plan of deadlines.yml")
                yield Problem.at(position, f"the plan {quoted(id_)} does not exist{advice}")
