"""The deadlines of an outcome's page, and those of one kind of plan in the table of all."""

from dataclasses import dataclass

from decision_tree.model.outcome import Outcome
from decision_tree.model.reference import Plan
from macros.context import Context
from macros.deadlines import Answer, Deadline, answer, deadlines


@dataclass(frozen=True, slots=True)
class PlanRows:
    """All that the table says of one plan."""

    plan: Plan
    deadlines: tuple[Deadline, ...]
    answer: Answer | None


def outcome_deadlines(context: Context, outcome: Outcome) -> tuple[Deadline, ...]:
    """Return the deadlines that an outcome's page prints, of the plans that it names or of all."""
    plans = context.guide.reference.plans
    chosen = [plans[id_] for id_ in outcome.deadline.plans] or plans.values()
    return deadlines(context, chosen, outcome.deadline.steps)


def deadline_table(context: Context) -> tuple[PlanRows, ...]:
    """Return the rows of every plan, in the order of the data."""
    return tuple(
        PlanRows(plan, deadlines(context, [plan], "all"), answer(context, plan))
        for plan in context.guide.reference.plans.values()
    )
