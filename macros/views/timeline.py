"""The steps of an appeal over time: the deadlines of one plan and its time to answer, in their order."""

from dataclasses import dataclass

from decision_tree.model.reference import NO_PLAN, Plan
from macros.context import Context
from macros.deadlines import Answer, Deadline, answer, deadlines


@dataclass(frozen=True, slots=True)
class Timeline:
    """What follows a denial in one kind of plan."""

    plan: Plan
    first: tuple[Deadline, ...]
    """The steps before the plan has to answer."""
    answer: Answer | None
    later: tuple[Deadline, ...]


def timelines(context: Context) -> tuple[Timeline, ...]:
    """Return a timeline for each plan whose rules are verified, in the order of the data."""
    return tuple(
        _timeline(context, plan)
        for plan in context.guide.reference.plans.values()
        if plan.confidence == "verified" and plan.id != NO_PLAN
    )


def _timeline(context: Context, plan: Plan) -> Timeline:
    steps = deadlines(context, [plan], "all")
    return Timeline(plan, steps[:1], answer(context, plan), steps[1:])
