"""Deadlines as pages show them: plans whose rule is the same stand together, so that the list is no wall."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from decision_tree.model.reference import AppealStep, Limit, Period, Plan

Which = Literal["first", "next", "all", "none"]


@dataclass(frozen=True, slots=True)
class Note:
    """What the numbers do not say, for one plan or, with an empty label, for all of the group."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One deadline with the plans that share it."""

    step: str
    """Id of the appeal step, e.g. "internal-appeal"."""
    plans: tuple[Plan, ...]
    within: Period | None
    event: str
    """Id of the event from whose printed date it is counted; empty where the time is only on the notice."""
    keep: Limit | None
    urgent: Limit | None
    notes: tuple[Note, ...]
    facts: tuple[str, ...]
    sure: bool
    """Whether the rule is verified; otherwise the page says "follow your letter" and gives no date."""


def rows(plans: Iterable[Plan], which: Which) -> list[Row]:
    """The deadlines of that kind of step for these plans, equal ones together, in the order of the data."""
    groups: dict[object, list[tuple[Plan, AppealStep]]] = {}
    for plan in plans:
        for step in _chosen(plan, which):
            groups.setdefault(_rule(plan, step), []).append((plan, step))
    return [_row(pairs) for pairs in groups.values()]


def _chosen(plan: Plan, which: Which) -> Iterable[AppealStep]:
    return {"first": plan.steps[:1], "next": plan.steps[1:], "all": plan.steps, "none": ()}[which]


def _rule(plan: Plan, step: AppealStep) -> object:
    """What must be equal for two plans to share a row. A rule without a length of time is each plan's own."""
    own = plan.id if step.limit.within is None else ""
    return (step.id, step.limit.within, step.limit.counted_from, step.keep, step.urgent, plan.confidence, own)


def _row(pairs: list[tuple[Plan, AppealStep]]) -> Row:
    plan, step = pairs[0]
    return Row(
        step=step.id,
        plans=tuple(plan for plan, _ in pairs),
        within=step.limit.within,
        event=step.limit.counted_from,
        keep=step.keep,
        urgent=step.urgent,
        notes=tuple(_notes(pairs)),
        facts=tuple(dict.fromkeys(fact for _, step in pairs for fact in step.limit.facts)),
        sure=plan.confidence == "verified",
    )


def _notes(pairs: list[tuple[Plan, AppealStep]]) -> Iterable[Note]:
    """Each different note once, named by its plan where it is not that of the whole group."""
    texts = [". ".join(filter(None, (_goes_to(step), step.limit.note))) for _, step in pairs]
    if len(set(texts)) == 1:
        return [Note("", texts[0])] if texts[0] else []
    return [Note(plan.label, text) for (plan, _), text in zip(pairs, texts, strict=True) if text]


def _goes_to(step: AppealStep) -> str:
    return f"It goes to: {step.goes_to}" if step.goes_to else ""
