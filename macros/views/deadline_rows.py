"""The deadlines that a page shows."""

from decision_tree.model.outcome import Deadline
from decision_tree.model.reference import Plan
from macros import deadlines
from macros.context import Context
from macros.timelines import Timeline
from macros.timelines import timelines as all_timelines


def deadline_rows(context: Context, deadline: Deadline) -> list[deadlines.Row]:
    """Return the deadlines of an outcome's page, plans with the same rule together."""
    plans = context.guide.reference.plans
    chosen = [plans[id_] for id_ in deadline.plans] if deadline.plans else list(plans.values())
    return deadlines.rows(chosen, deadline.steps)


def plan_rows(_: Context, plan: Plan) -> list[deadlines.Row]:
    """Return every deadline of one plan."""
    return deadlines.rows([plan], "all")


def timelines(context: Context) -> list[Timeline]:
    """Return the steps over time of every plan."""
    return all_timelines(context.guide.reference, context.guide.interface)
