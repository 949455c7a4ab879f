"""`mkdocs.yml` follows `mkdocs.base.yml` and has a name, and no address in it is nobody's.

Passes: `INHERIT: mkdocs.base.yml` and `site_name: Care Guide`. Fails: a file without one of them, from which
no site can be built. Warns: `site_url: https://YOUR-NAME.github.io/guide/`, `contact: help@example.org`, once
the copy has a name or a `local.yml` of its own: upstream's own file has such an address.
"""

import re
from collections.abc import Iterator

from decision_tree.outline import strings
from decision_tree.problems import Problem, quoted
from decision_tree.settings.read import SHOWN
from decision_tree.sources import Sources

BASE = "mkdocs.base.yml"
UPSTREAM = "Denied Care Guide"
"""What upstream calls its own site."""

PLACEHOLDER = re.compile(r"(?:[\w.-]+\.)?example\.(?:org|com|net)\b|YOUR-NAME|\bOWNER\b")


def check(sources: Sources) -> Iterator[Problem]:
    """Yield what is missing, and what still stands as it was in the instructions."""
    if sources.settings is None or not isinstance(sources.settings.document.data, dict):
        return
    settings = sources.settings
    for key, value, what in (
        ("INHERIT", BASE, "the site has no pages and no looks"),
        ("site_name", "Care Guide", "the site cannot be built"),
    ):
        if not settings.text(key):
            message = f'"{key}" is missing; without it {what} (write this line: {key}: {value})'
            yield Problem.at(settings.document.key_position((key,)), message)
    inherited = settings.text("INHERIT")
    if inherited and inherited != BASE:
        message = f"the settings follow {quoted(inherited)}, not upstream's (write INHERIT: {BASE})"
        yield Problem.at(settings.document.position(("INHERIT",)), message)
    if sources.local is None and settings.text("site_name") in ("", UPSTREAM):
        return
    for path in (("site_url",), *SHOWN):
        for way, words in strings(settings.value(*path), path):
            for left in dict.fromkeys(PLACEHOLDER.findall(words)):
                message = f"{quoted(left)} stands here as in the instructions (write your own in its place)"
                yield Problem.at(settings.document.find(way, left), message, "warning")
