"""A fact that is only likely is worded with care: the text tells the reader to confirm, ask or check.

Passes: "Many states may limit this. Ask the insurance department.[^clawback-states]"
Fails: the same without "ask".
"""

import re
from collections.abc import Iterator

from decision_tree.problems import Problem, quoted
from decision_tree.sources import Sources

CARE = re.compile(r"\b(?:confirm|ask|check)", re.IGNORECASE)


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each citation of a likely fact in a text without such a word."""
    for text in sources.citing:
        for fact in dict.fromkeys(text.cites):
            likely = sources.known_facts.get(fact, {}).get("confidence") == "likely"
            if likely and CARE.search(text.words) is None:
                message = f"the fact {quoted(fact)} is only likely (tell the reader to confirm, ask or check)"
                yield sources.problem(text, f"[^{fact}]", message)
