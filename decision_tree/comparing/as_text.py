"""A difference as text for a terminal."""

from collections.abc import Iterator

from decision_tree.comparing.difference import Difference
from decision_tree.comparing.telling import NOTHING, sections


def as_text(difference: Difference) -> Iterator[str]:
    """Yield the lines that tell a difference: what was after a minus, what is after a plus."""
    if not difference:
        yield NOTHING
    for number, section in enumerate(sections(difference)):
        if number:
            yield ""
        yield ": ".join(filter(None, [section.title, section.counts]))
        if section.note:
            yield f"  {section.note}"
        for entry in section.entries:
            yield f"  {entry.what}"
            if entry.old is not None:
                yield f"    - {entry.old}"
            if entry.new is not None:
                yield f"    + {entry.new}"
