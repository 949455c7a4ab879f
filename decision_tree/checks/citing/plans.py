"""What is said for particular plans cites only facts that reach them.

Passes: a passage for `[tricare]` citing a fact whose `reaches` has tricare. Fails: one citing a fact that
reaches only Medicaid. A passage for several plans: each fact reaches at least one of them. `not-sure` is no
plan, and may cite any fact.
"""

from collections.abc import Iterator, Sequence

from decision_tree.checks.citing.citations import row_citations
from decision_tree.problems import Problem, quoted
from decision_tree.reading.plain import listing, mapping
from decision_tree.sources import Sources
from decision_tree.texts.prose import citations

NOT_SURE = "not-sure"


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each citation of a fact that does not reach the plan it is cited for."""
    for cited in row_citations(sources):
        if cited.plan is not None and not _reaches(sources, cited.fact, [cited.plan]):
            yield Problem.at(cited.position(), _message(cited.fact, [cited.plan]))
    for id_, outcome in sources.outcomes.items():
        for key, value in mapping(mapping(outcome).get("plans")).items():
            passage = mapping(value)
            plans = listing(passage.get("plans"))
            for part, words in passage.items():
                for fact in dict.fromkeys(citations(words) if isinstance(words, str) else ()):
                    if not _reaches(sources, fact, plans):
                        position = sources.tree.find(("outcomes", id_, "plans", key, part), f"[^{fact}]")
                        yield Problem.at(position, _message(fact, plans))


def _reaches(sources: Sources, fact: str, plans: Sequence[str]) -> bool:
    """Return whether the fact reaches one of the plans, or nothing can be said: that is for other rules."""
    known = sources.known_facts.get(fact)
    if known is None or NOT_SURE in plans or not plans:
        return True
    reaches = listing(known.get("reaches"))
    return "all" in reaches or any(plan in reaches for plan in plans)


def _message(fact: str, plans: Sequence[str]) -> str:
    where = " or ".join(plans)
    return f"the fact {quoted(fact)} does not reach {where} (cite one that does, or leave out the claim)"
