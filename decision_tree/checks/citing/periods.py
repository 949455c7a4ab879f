"""A fact is cited within its period, on the day that is judged.

Passes: the day is between the fact's `from` and `until`. Fails: a fact before its `from`. Warns: after its
`until`, for a fork must always be able to publish a correction; the page marks the claim meanwhile.
"""

from collections.abc import Iterator

from decision_tree.checks.citing.citations import all_citations
from decision_tree.checks.citing.days import day
from decision_tree.problems import Problem, quoted
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each citation of a fact that does not hold yet, or no longer."""
    for cited in all_citations(sources):
        fact = sources.known_facts.get(cited.fact, {})
        start, until = day(fact.get("from")), day(fact.get("until"))
        if start is not None and sources.on < start:
            message = (
                f"the fact {quoted(cited.fact)} holds only from {start} (leave out the claim until then)"
            )
            yield Problem.at(cited.position(), message)
        elif until is not None and sources.on > until:
            message = (
                f"the fact {quoted(cited.fact)} was to be read again after {until} (confirm and reword it)"
            )
            yield Problem.at(cited.position(), message, "warning")
