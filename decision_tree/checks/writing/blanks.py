"""A fork's words for buttons and labels have the blanks that the pages fill in, and no others.

Passes: `counted_from: "from {event}"` where upstream's words have `{event}`. Fails: `{evnt}`, `{`, `{0}`.
Warns: words without a blank that upstream's have, so that what is filled in would not be told.
"""

import re
from collections.abc import Iterator

from decision_tree.outline import INTERFACE
from decision_tree.problems import Names, Problem, quoted
from decision_tree.reading.plain import mapping
from decision_tree.sources import Sources

BLANK = re.compile(r"\{[^{}\n]*\}|[{}]")


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each blank that nothing fills in, and each that is missing."""
    tree = sources.forked.get("tree")
    if tree is None:
        return
    before = mapping(mapping(tree.below.data).get(INTERFACE))
    for key, words in mapping(mapping(tree.over.data).get(INTERFACE)).items():
        if not isinstance(words, str) or not isinstance(before.get(key), str):
            continue
        given, wanted = dict.fromkeys(BLANK.findall(words)), dict.fromkeys(BLANK.findall(before[key]))
        known = Names(list(wanted))
        path = (INTERFACE, key)
        for blank in given:
            if blank not in wanted:
                can = f"known here: {', '.join(wanted)}" if wanted else "nothing is filled in here: delete it"
                message = f"nothing fills in the blank {quoted(blank)}{known.advice(blank, can)}"
                yield Problem.at(tree.over.find(path, blank), message)
        for blank in wanted:
            if blank not in given and len(given) < len(wanted):
                message = (
                    f"these words lack the blank {quoted(blank)} (write it where the page is to fill it in)"
                )
                yield Problem.at(tree.over.position(path), message, "warning")
