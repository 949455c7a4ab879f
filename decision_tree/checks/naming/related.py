"""What an outcome names exists: its related outcomes, its review track, the plans of its passages.

Passes: `related: [level-of-care]` where that outcome is. Fails: `related: [levl-of-care]`.
"""

from collections.abc import Iterator

from decision_tree.problems import Names, Problem, quoted
from decision_tree.reading.plain import items, mapping
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each name in an outcome that stands for nothing."""
    tree = sources.tree
    yield from _related(sources)
    tracks = Names(mapping(mapping(tree.data).get("tracks")))
    for id_, outcome in sources.outcomes.items():
        track = mapping(outcome).get("track")
        if isinstance(track, str) and track not in tracks:
            message = f"the track {quoted(track)} does not exist{tracks.advice(track, 'add it to tracks')}"
            yield Problem.at(tree.position(("outcomes", id_, "track")), message)
    yield from _plans(sources)


def _related(sources: Sources) -> Iterator[Problem]:
    outcomes = Names({*sources.outcomes, *sources.removed})
    for id_, outcome in sources.outcomes.items():
        for number, other in items(mapping(outcome).get("related")):
            position = sources.tree.position(("outcomes", id_, "related", number))
            if other == id_:
                message = f"the related outcome {quoted(other)} is this outcome itself (delete it)"
                yield Problem.at(position, message)
            elif isinstance(other, str) and other not in outcomes:
                advice = outcomes.advice(other, "name an outcome")
                yield Problem.at(position, f"the related outcome {quoted(other)} does not exist{advice}")


def _plans(sources: Sources) -> Iterator[Problem]:
    """Yield the unknown plans of passages, and of the plan finder's outcomes."""
    plans, advice = Names(sources.plans), "name a plan of deadlines.yml"
    for id_, outcome in sources.outcomes.items():
        for passage, value in mapping(mapping(outcome).get("plans")).items():
            for number, plan in items(mapping(value).get("plans")):
                if isinstance(plan, str) and plan not in plans:
                    position = sources.tree.position(("outcomes", id_, "plans", passage, "plans", number))
                    message = f"the plan {quoted(plan)} does not exist{plans.advice(plan, advice)}"
                    yield Problem.at(position, message)
    for finder in sources.finders[1:]:
        for id_ in finder.outcomes:
            if id_ not in plans:
                message = f"the plan {quoted(id_)} does not exist{plans.advice(id_, advice)}"
                yield Problem.at(sources.tree.key_position(finder.place(id_)), message)
