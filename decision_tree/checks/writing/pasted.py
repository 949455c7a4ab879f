"""(warning) What was pasted into a fork's files, and looks like something else, is named for what it is.

Passes: `answer: "Call us."`, and a text in which somebody is quoted. Fails: a line that is indented by spaces
that do not break, which YAML takes for letters of the key; such a space in a text; `answer: “Call us.”`,
whose curly marks are no quotation marks for YAML and would stand on the page.
"""

import re
from collections.abc import Iterator

from decision_tree.problems import Position, Problem
from decision_tree.sources import Sources

SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
CURLY = re.compile(
    "(?:^|: +|- +)([\u201c\u2018\u201e][^\u201c\u201d\u2018\u201e\n]*[\u201c\u201d\u2019])[ ]*$"
)


def check(sources: Sources) -> Iterator[Problem]:
    """Yield the first of each kind in each line of `local.yml` and `mkdocs.yml`."""
    settings = sources.settings.document if sources.settings else None
    for document in filter(None, (sources.local, settings)):
        for number, line in enumerate(document.text.split("\n"), 1):
            if line.isascii() or line.lstrip().startswith("#"):
                continue
            space, curly = SPACE.search(line), CURLY.search(line.rstrip("\r"))
            if space is not None:
                where = Position(document.file, number, space.start() + 1)
                message = (
                    f"a space that came with pasted text, U+{ord(space.group()):04X}, stands here; "
                    "YAML takes it for a letter (delete it, and type a space)"
                )
                yield Problem.at(where, message, "warning")
            if curly is not None:
                where = Position(document.file, number, curly.start(1) + 1)
                straight = f'"{curly[1][1:-1]}"'
                message = (
                    "these curly quotation marks came with pasted text; for YAML they are letters, and the "
                    f"page shows them (type straight ones: {straight[:60]})"
                )
                yield Problem.at(where, message, "warning")
