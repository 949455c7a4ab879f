"""No text is still to be written: `new outcome` leaves a note at each one.

Passes: any text. Fails: "WRITE THIS: what the page is called".
"""

from collections.abc import Iterator

from decision_tree.problems import Problem
from decision_tree.sources import Sources

TO_WRITE = "WRITE THIS"
"""What stands where a text is still to be written."""


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each note that a text is still to be written."""
    for text in sources.texts:
        if TO_WRITE in text.words:
            message = "this is still to be written (put the words in the place of the note)"
            yield sources.problem(text, TO_WRITE, message)
