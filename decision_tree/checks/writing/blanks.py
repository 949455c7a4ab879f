"""A text has the blanks that the pages fill in, and no others.

The schema names them beside the text. Prose has none: there, braces print a shared passage.

Passes: `counted_from: "from {event}"`. Fails: `{evnt}`, `{`, `{0}`, and braces where nothing is filled in.
Warns: a fork's words without a blank that the page would fill in, so that something would not be told.
"""

import re
from collections.abc import Iterator

from decision_tree.problems import Names, Problem, quoted
from decision_tree.schemas.annotations import Kind
from decision_tree.schemas.register import Text
from decision_tree.sources import Sources
from decision_tree.texts.prose import JINJA

BLANK = re.compile(r"\{[^{}\n]*\}|[{}]")

FILLED: frozenset[Kind] = frozenset({"line", "label", "script", "name"})
"""The kinds in which braces are blanks."""


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each blank that nothing fills in, and each that is missing."""
    for text in sources.texts:
        if text.kind not in FILLED or not (text.blanks or "{" in text.words or "}" in text.words):
            continue
        # What is a template's code is told as markup.
        given = dict.fromkeys(BLANK.findall(text.words)) if not JINJA.search(text.words) else {}
        wanted = [f"{{{name}}}" for name in text.blanks]
        yield from _unknown(text, given, wanted)
        for blank in wanted:
            if blank not in given and len(given) < len(wanted):
                message = (
                    f"these words lack the blank {quoted(blank)} (write it where the page is to fill it in)"
                )
                yield sources.problem(text, "", message, is_new=True)


def _unknown(text: Text, given: dict[str, None], wanted: list[str]) -> Iterator[Problem]:
    known = Names(wanted)
    for blank in given:
        if blank not in known:
            can = f"known here: {', '.join(wanted)}" if wanted else "nothing is filled in here: delete it"
            message = f"nothing fills in the blank {quoted(blank)}{known.advice(blank, can)}"
            yield Problem.at(text.document.find(text.path, blank), message)
