"""The steps of an appeal over time, as the drawing on the deadlines page shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from decision_tree.model.reference import Limit, Plan, Reference
from macros.deadlines import Row, rows
from macros.wording import capfirst, fullstop


@dataclass(frozen=True, slots=True)
class Stop:
    """One step: how long there is for it, what it is, and what the time alone does not say."""

    within: str
    event: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """The steps of one kind of plan, or of several whose steps are the same."""

    plans: tuple[str, ...]
    title: str
    stops: tuple[Stop, ...]

    @property
    def id(self) -> str:
        """The first plan's id stands for the group."""
        return self.plans[0]


def timelines(reference: Reference, words: Mapping[str, str]) -> list[Timeline]:
    """One timeline for each different order of steps; only of plans whose rules are verified."""
    groups: dict[tuple[Stop, ...], list[Plan]] = {}
    for plan in reference.plans.values():
        if plan.confidence == "verified" and plan.id != "not-sure":
            groups.setdefault(tuple(_stops(plan, words)), []).append(plan)
    return [
        Timeline(tuple(plan.id for plan in plans), "; ".join(plan.label for plan in plans), stops)
        for stops, plans in groups.items()
    ]


def _stops(plan: Plan, words: Mapping[str, str]) -> list[Stop]:
    stops = [_stop(row, words) for row in rows([plan], "all")]
    if plan.decide:
        stops.insert(1, Stop(_answer(plan, words), words["timeline_answer"]))
    return stops


def _stop(row: Row, words: Mapping[str, str]) -> Stop:
    within = str(row.within) if row.within else words["timeline_on_notice"]
    extras: list[tuple[str, Limit | None]] = [
        (words["deadline_keep"], row.keep),
        (words["deadline_urgent"], row.urgent),
    ]
    notes = [fullstop(capfirst(note.text)) for note in row.notes]
    notes += [_shorter(label, limit) for label, limit in extras if limit]
    return Stop(within, words[_key("step", row.step)], tuple(notes))


def _shorter(label: str, limit: Limit) -> str:
    return fullstop(f"{label}: {f'{limit.within}, ' if limit.within else ''}{limit.note}")


def _answer(plan: Plan, words: Mapping[str, str]) -> str:
    return ", ".join(f"{period} ({words[_key('decide', kind)]})" for kind, period in plan.decide.items())


def _key(kind: str, id_: str) -> str:
    """The key of the interface's word for an id."""
    return f"{kind}_{id_.replace('-', '_')}"
