"""A fork's helpline has both a name and a number, and stands beside the national lines, not in their place.

Passes: `helpline: {label: Ohio helpline, number: 1-800-555-0100}`. Fails: one without the other, or 988.
"""

import re
from collections.abc import Iterator

from decision_tree.problems import Problem
from decision_tree.settings.read import BRAND
from decision_tree.sources import Sources

HELPLINE = (*BRAND, "helpline")
NATIONAL = ("988", "911")


def check(sources: Sources) -> Iterator[Problem]:
    """Yield a helpline that is half told, or that is one of the national ones."""
    settings = sources.settings
    if settings is None:
        return
    label, number = (settings.value(*HELPLINE, key) not in (None, "") for key in ("label", "number"))
    if label != number:
        missing, given = ("number", "label") if label else ("label", "number")
        message = f"the helpline has a {given} and no {missing} (write both, or leave both empty)"
        yield Problem.at(settings.document.key_position((*HELPLINE, missing)), message)
    digits = re.sub(r"\D", "", settings.text(*HELPLINE, "number"))
    if digits in NATIONAL:
        message = f"{digits} stands on every page already (write your own line here, or leave it empty)"
        yield Problem.at(settings.document.position((*HELPLINE, "number")), message)
