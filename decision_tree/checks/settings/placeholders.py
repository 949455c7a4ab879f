"""(warning) No address in `mkdocs.yml` is nobody's, left as it stands in the instructions.

It is told once the copy has a name or a `local.yml` of its own: upstream's own file has such an address.
"""

import re
from collections.abc import Iterator

from decision_tree.outline import strings
from decision_tree.problems import Problem, quoted
from decision_tree.settings.read import SHOWN
from decision_tree.sources import Sources

UPSTREAM = "Denied Care Guide"
"""What upstream calls its own site."""

PLACEHOLDER = re.compile(r"(?:[\w.-]+\.)?example\.(?:org|com|net)\b|YOUR-NAME|\bOWNER\b")


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each placeholder that is left."""
    settings = sources.settings
    if settings is None or (sources.local is None and settings.text("site_name") in ("", UPSTREAM)):
        return
    for path in (("site_url",), *SHOWN):
        for way, words in strings(settings.value(*path), path):
            for left in dict.fromkeys(PLACEHOLDER.findall(words)):
                message = f"{quoted(left)} stands here as in the instructions (write your own in its place)"
                yield Problem.at(settings.document.find(way, left), message, "warning")
