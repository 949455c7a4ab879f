"""What an outcome's page says beside its own texts: the plans that it tells apart, and other reasons."""

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


@dataclass(frozen=True, slots=True)
class Related:
    """Outcomes whose reasons may stand on the same letter; none where the page stands alone."""

    near: tuple[Outcome, ...]
    """Those that the outcome itself names, in its order."""
    others: tuple[Outcome, ...]


def related(context: Context, outcome: Outcome) -> Related:
    """Return the other reasons of an outcome; a fork may have removed some."""
    guide = context.guide
    near = guide.existing(outcome.related)
    if not near:
        return Related((), ())
    others = tuple(other for other in guide.reasons if other.id not in (outcome.id, *near))
    return Related(tuple(guide.outcomes[id_] for id_ in near), others)
