"""A fork's own page has no braces that the engine would read as its own: they end the build without a line.

Passes: `docs/our-clinic.md` with "Call 555-0100.", or with `{{ config.site_name }}`, which the engine knows.
Fails: `{{ our phone }}`, `{% raw`, and `## Hours {#hours}`, which begins a note and is written `{: #hours }`.
"""

import re
from collections.abc import Iterator

from decision_tree.checks.pages.own import own_pages
from decision_tree.problems import Position, Problem, quoted
from decision_tree.reading.plain import mapping
from decision_tree.sources import Sources

BRACES = re.compile(r"\{\{[^\n]*?\}\}|\{%[^\n]*?%\}|\{#[^\n]*?#\}|\{\{|\{%|\{#")
NAME = re.compile(r"\{\{-?\s*([A-Za-z_]\w*)\s*(?:[.\[(|][^\n]*)?-?\}\}")
KNOWN = frozenset({"config", "page", "navigation", "files", "environment", "fixed_page", "outcome_page"})
"""What the engines know in a page."""


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each pair of braces that is no text and nothing that the engine knows."""
    if sources.settings is None:
        return
    known = KNOWN | mapping(sources.settings.value("extra")).keys()
    for page, lines in own_pages(sources):
        for number, line in enumerate(lines, 1):
            for found in BRACES.finditer(line):
                named = NAME.fullmatch(found.group())
                closed = found.group().endswith(("%}", "#}"))
                if not closed and (named is None or named[1] not in known):
                    position = Position(f"{sources.docs_folder}/{page}", number, found.start() + 1)
                    message = f"{quoted(found.group())} is no text but code of the engine (write plain words)"
                    yield Problem.at(position, message)
