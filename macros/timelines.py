"""The steps of an appeal over time, as the drawing on the deadlines page shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from decision_tree.model.reference import Plan, Reference


@dataclass(frozen=True, slots=True)
class Stop:
    """One step: how long there is for it, and what it is."""

    within: str
    event: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The steps of one kind of plan, or of several whose steps are the same."""

    id: str
    title: str
    stops: tuple[Stop, ...]


def timelines(reference: Reference, words: Mapping[str, str]) -> list[Timeline]:
    """One timeline for each different order of steps, verified plans only: the others have no dates to draw."""
    groups: dict[tuple[Stop, ...], list[Plan]] = {}
    for plan in reference.plans.values():
        stops = tuple(_stops(plan, words))
        if plan.confidence == "verified" and any(stop.within for stop in stops):
            groups.setdefault(stops, []).append(plan)
    return [
        Timeline(plans[0].id, "; ".join(plan.label for plan in plans), stops)
        for stops, plans in groups.items()
    ]


def _stops(plan: Plan, words: Mapping[str, str]) -> list[Stop]:
    stops = []
    for number, step in enumerate(plan.steps):
        if step.id == "ask":
            continue
        within = str(step.limit.within) if step.limit.within else words["timeline_on_notice"]
        stops.append(Stop(within, words[f"step_{step.id.replace('-', '_')}"]))
        if number == 0 and plan.decide:
            stops.append(Stop(_answer(plan, words), words["timeline_answer"]))
    return stops


def _answer(plan: Plan, words: Mapping[str, str]) -> str:
    return ", ".join(
        f"{period} {words['decide_' + kind.replace('-', '_')]}" for kind, period in plan.decide.items()
    )
