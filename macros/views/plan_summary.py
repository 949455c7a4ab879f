"""What the plan finder says of one kind of plan: its first deadline, who decides, who regulates."""

from dataclasses import dataclass

from decision_tree.model.reference import Regulator
from macros import deadlines
from macros.context import Context


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """The first deadline of a plan, with the offices where they are known."""

    row: deadlines.Row
    regulator: Regulator | None


def plan_summary(context: Context, plan_id: str) -> PlanSummary:
    """Return what is known of a plan."""
    reference = context.guide.reference
    first = deadlines.rows([reference.plans[plan_id]], "first")[0]
    return PlanSummary(first, reference.regulators.by_plan.get(plan_id))
