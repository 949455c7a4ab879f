"""(warning) Nothing of upstream's is left in a copy with a name of its own: no sample address or picture.

Passes: `contact: help@ohio-care.org`. Warns: `site_url: https://YOUR-NAME.github.io/guide/`, and a
`share.png` that shows upstream's name wherever somebody shares a link. It is told once the copy has a name or
a `local.yml` of its own: upstream's own file has such an address.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from decision_tree.problems import Position, Problem, quoted
from decision_tree.schemas.annotations import Kind
from decision_tree.settings.read import SHARE
from decision_tree.sources import Sources

UPSTREAM = "Denied Care Guide"
"""What upstream calls its own site."""

PICTURE = "225e385154e66f8003e78f70c40e0377fff749249fd0b9ca03ccf4474b27d412"
"""The SHA-256 of upstream's picture for link previews."""

PLACEHOLDER = re.compile(r"(?:[\w.-]+\.)?example\.(?:org|com|net)\b|YOUR-NAME|\bOWNER\b")

OWN: frozenset[Kind] = frozenset({"name", "address"})
"""The kinds of text in which a copy says who publishes it, and where."""


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each placeholder that is left."""
    settings = sources.settings
    if settings is None or (sources.local is None and settings.text("site_name") in ("", UPSTREAM)):
        return
    for text in sources.texts:
        for left in dict.fromkeys(PLACEHOLDER.findall(text.words) if text.kind in OWN else ()):
            message = f"{quoted(left)} stands here as in the instructions (write your own in its place)"
            yield Problem.at(text.document.find(text.path, left), message, "warning")
    if _digest(settings.docs / SHARE) == PICTURE:
        message = (
            "this picture of link previews shows upstream's name (put your own in its place, or delete it)"
        )
        yield Problem.at(Position(f"{sources.docs_folder}/{SHARE}", 1, 1), message, "warning")


def _digest(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
