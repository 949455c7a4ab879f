"""What the plan finder says of one kind of plan: its first deadline, who decides, who regulates."""

from dataclasses import dataclass

from decision_tree.model.reference import Regulator
from macros.context import Context
from macros.deadlines import Deadline, deadlines


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """The first deadline of a plan, with the offices where they are known."""

    deadline: Deadline
    regulator: Regulator | None


def plan_summary(context: Context, plan_id: str) -> PlanSummary:
    """Return what is known of a plan."""
    reference = context.guide.reference
    (first,) = deadlines(context, [reference.plans[plan_id]], "first")
    return PlanSummary(first, reference.regulators.by_plan.get(plan_id))
