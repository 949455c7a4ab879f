"""Leave the comments of a script out of what browsers get. The files in the repository keep theirs.

Only whole lines go, and they stay as empty ones, so that an error is told at the line where it stands in the
repository. A script that could hold such lines as text is left as it is.
"""

import re

COMMENT = re.compile(r"(?m)^[ \t]*(?://.*|/\*(?:(?!\*/)[\s\S])*\*/[ \t]*)$")
"""A comment that has its lines to itself."""
KEPT = re.compile(r"/\*!|@licen[cs]e|@preserve|Copyright|sourceMappingURL", re.IGNORECASE)
"""Comments that must go along."""


def without_comments(script: str) -> str:
    """Return the script with an empty line for each line of comments.

    A text of several lines (a template, a line that goes on) may look like comments: a script that
    holds one comes back unchanged.
    """
    code = COMMENT.sub("", script)
    if any(line.count("`") % 2 or line.endswith("\\") for line in code.splitlines()):
        return script
    return COMMENT.sub(_emptied, script)


def _emptied(comment: re.Match[str]) -> str:
    return comment[0] if KEPT.search(comment[0]) else "\n" * comment[0].count("\n")
