"""Whether the facts hold, and may be cited where they are.

Which places cite facts is left to `citations`, and what numbers rest on them to `numbers`.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from decision_tree.checks.citations import all_citations, row_citations
from decision_tree.model.reference import NO_PLAN
from decision_tree.problems import Names, Problem, quoted
from decision_tree.reading.plain import day, listing, mapping
from decision_tree.sources import Sources
from decision_tree.texts.prose import citations


def check_fact_unknown(sources: Sources) -> Iterator[Problem]:
    """Every fact that is cited exists, and is not uncertain.

    Passes: `[^int-180]`. Fails: `[^int-18]`, and the id of a fact whose confidence is `uncertain`.
    """
    facts = Names(sources.known_facts)
    for cited in all_citations(sources):
        if cited.fact not in facts:
            position = cited.position()
            is_forks = sources.local is not None and position.file == sources.local.file
            where = "below reference: facts: facts: in this file" if is_forks else "to facts.yml"
            advice = facts.advice(cited.fact, f"add it {where}")
            yield Problem.at(position, f"the fact {quoted(cited.fact)} does not exist{advice}")
        elif sources.known_facts[cited.fact].get("confidence") == "uncertain":
            message = (
                f"the fact {quoted(cited.fact)} is uncertain (leave out the claim, or confirm the fact first)"
            )
            yield Problem.at(cited.position(), message)


def check_fact_period(sources: Sources) -> Iterator[Problem]:
    """A fact is cited within its period, on the day that is judged.

    Passes: the day is between the fact's `from` and `until`. Fails: a fact before its `from`. Warns: after
    its `until`, for a fork must always be able to publish a correction; the page marks the claim meanwhile.
    """
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


LONGEST_UNREAD = timedelta(days=365)


def check_fact_review(sources: Sources) -> Iterator[Problem]:
    """Every fact was reviewed on a day that has come, and not over a year ago.

    Passes: `reviewed: '2026-11-23'` within the year after. Fails: a day to come, or no day of the calendar.
    Warns: over a year ago.
    """
    for id_, fact in sources.known_facts.items():
        for key in ("reviewed", "from", "until"):
            if isinstance(fact.get(key), str) and day(fact[key]) is None:
                message = f"{quoted(fact[key])} is no day of the calendar (write it as 2026-11-23)"
                yield Problem.at(sources.facts.position(("facts", id_, key)), message)
        reviewed = day(fact.get("reviewed"))
        position = sources.facts.position(("facts", id_, "reviewed"))
        if reviewed is not None and sources.is_to_come(reviewed):
            message = f"the review of {quoted(id_)}, {reviewed}, is still to come (write the day it was read)"
            yield Problem.at(position, message)
        elif reviewed is not None and sources.on - reviewed > LONGEST_UNREAD:
            message = f"the review of {quoted(id_)}, {reviewed}, is over a year ago (read its source again)"
            yield Problem.at(position, message, "warning")


CARE = re.compile(r"\b(?:confirm|ask|check)", re.IGNORECASE)


def check_fact_likely(sources: Sources) -> Iterator[Problem]:
    """A fact that is only likely is worded with care: the text tells the reader to confirm, ask or check.

    Passes: "Many states may limit this. Ask the insurance department.[^clawback-states]"
    Fails: the same without "ask".
    """
    for text in sources.citing:
        for fact in dict.fromkeys(text.cites):
            likely = sources.known_facts.get(fact, {}).get("confidence") == "likely"
            if likely and CARE.search(text.words) is None:
                message = f"the fact {quoted(fact)} is only likely (tell the reader to confirm, ask or check)"
                yield sources.problem(text, f"[^{fact}]", message)


def check_fact_reach(sources: Sources) -> Iterator[Problem]:
    """What is said for particular plans cites only facts that reach them.

    Passes: a passage for `[tricare]` citing a fact whose `reaches` has tricare. Fails: one citing a fact that
    reaches only Medicaid. A passage for several plans: each fact reaches at least one of them. `not-sure` is
    no plan, and may cite any fact.
    """
    for cited in row_citations(sources):
        if cited.plan is not None and not _reaches(sources, cited.fact, [cited.plan]):
            yield Problem.at(cited.position(), _out_of_reach(cited.fact, [cited.plan]))
    for id_, outcome in sources.outcomes.items():
        for key, value in mapping(mapping(outcome).get("plans")).items():
            passage = mapping(value)
            plans = listing(passage.get("plans"))
            for part, words in passage.items():
                for fact in dict.fromkeys(citations(words) if isinstance(words, str) else ()):
                    if not _reaches(sources, fact, plans):
                        position = sources.tree.find(("outcomes", id_, "plans", key, part), f"[^{fact}]")
                        yield Problem.at(position, _out_of_reach(fact, plans))


def _reaches(sources: Sources, fact: str, plans: Sequence[str]) -> bool:
    """Return whether the fact reaches one of the plans, or nothing can be said: that is for other rules."""
    known = sources.known_facts.get(fact)
    if known is None or NO_PLAN in plans or not plans:
        return True
    reaches = listing(known.get("reaches"))
    return "all" in reaches or any(plan in reaches for plan in plans)


def _out_of_reach(fact: str, plans: Sequence[str]) -> str:
    where = " or ".join(plans)
    return f"the fact {quoted(fact)} does not reach {where} (cite one that does, or leave out the claim)"
