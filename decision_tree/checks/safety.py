"""What every page says for safety: the crisis line, and what the guide is not."""

import re
from collections.abc import Iterator

from decision_tree.problems import Problem
from decision_tree.reading.plain import value_at
from decision_tree.sources import Sources

TEXT = ("site", "crisis", "text")
DISCLAIMER = ("site", "disclaimer")
NATIONAL = ("988", "911")
TARGET = re.compile(r"\]\([^)\n]*\)")


def check_crisis_line(sources: Sources) -> Iterator[Problem]:
    """The crisis line names 988 and 911, whoever writes it anew, and the disclaimer says something.

    Passes: `text: "**Not safe?** Call or text **988**. In danger now: **911**."` Fails: one with another
    number alone, and words of which nothing is seen.
    """
    tree = sources.tree
    text = value_at(tree.data, TEXT)
    if isinstance(text, str):
        seen = TARGET.sub("]", text)
        missing = [number for number in NATIONAL if not re.search(rf"(?<!\d){number}(?!\d)", seen)]
        if missing:
            message = (
                f"the crisis line does not name {' and '.join(missing)} (write it beside your own number)"
            )
            yield Problem.at(tree.position(TEXT), message)
    disclaimer = value_at(tree.data, DISCLAIMER)
    # One that is empty is told by the schema.
    if (
        isinstance(disclaimer, str)
        and disclaimer.strip()
        and not re.search(r"\w", TARGET.sub("]", disclaimer))
    ):
        message = "the disclaimer has no word (say that this is general information, not advice)"
        yield Problem.at(tree.position(DISCLAIMER), message)
