"""The plans that an outcome's page tells apart, for the reader to choose the own one."""

from dataclasses import dataclass

from decision_tree.model.outcome import Outcome
from decision_tree.model.reference import Plan
from macros.context import Context


@dataclass(frozen=True, slots=True)
class PlanPassages:
    """Plans in the order of the data."""

    plans: tuple[Plan, ...]
    """All that the page says something of: in a passage, or in a deadline."""
    without: tuple[Plan, ...]
    """Those of them that no passage is for."""


def plan_passages(context: Context, outcome: Outcome) -> PlanPassages:
    """Return the plans that the outcome's page tells apart."""
    every = tuple(context.guide.reference.plans.values())
    in_passages = {id_ for passage in outcome.plans for id_ in passage.plans}
    named = in_passages | set(outcome.deadline.plans)
    tells_all = outcome.deadline.steps != "none" and not outcome.deadline.plans
    plans = every if tells_all else tuple(plan for plan in every if plan.id in named)
    return PlanPassages(plans, tuple(plan for plan in plans if plan.id not in in_passages))
