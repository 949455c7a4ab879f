"""Every fact that is cited exists, and is not uncertain.

Passes: `[^int-180]`. Fails: `[^int-18]`, and the id of a fact whose confidence is `uncertain`.
"""

from collections.abc import Iterator

from decision_tree.checks.citing.citations import all_citations
from decision_tree.problems import Names, Problem, quoted
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each citation of nothing, and each of an uncertain fact."""
    facts = Names(sources.known_facts)
    for cited in all_citations(sources):
        if cited.fact not in facts:
            advice = facts.advice(cited.fact, "add it to facts.yml")
            yield Problem.at(cited.position(), f"the fact {quoted(cited.fact)} does not exist{advice}")
        elif sources.known_facts[cited.fact].get("confidence") == "uncertain":
            message = (
                f"the fact {quoted(cited.fact)} is uncertain (leave out the claim, or confirm the fact first)"
            )
            yield Problem.at(cited.position(), message)
