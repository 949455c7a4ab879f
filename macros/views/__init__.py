"""One view a component: a function of a page's context and of what the component shows.

It returns plain typed values for the template of that component, in `templates/components/`.
Views never import each other: what stands in another component is called by name in the template.
"""

from collections.abc import Callable, Mapping

from macros.views.code_row import code_tables
from macros.views.contact import contacts
from macros.views.crisis_line import crisis_line
from macros.views.deadline import deadline_table, outcome_deadlines
from macros.views.outcome import plan_passages, related
from macros.views.paper import excerpt
from macros.views.path_finder import path_finder
from macros.views.plan_summary import plan_summary
from macros.views.timeline import timelines
from macros.views.whole_tree import whole_trees

VIEWS: Mapping[str, Callable[..., object]] = {
    view.__name__: view
    for view in (
        code_tables,
        contacts,
        crisis_line,
        deadline_table,
        excerpt,
        outcome_deadlines,
        path_finder,
        plan_passages,
        plan_summary,
        related,
        timelines,
        whole_trees,
    )
}
"""The views by the names that templates call."""
