"""Prose is Markdown without raw HTML, headings, tables, pictures, template code or attribute lists.

Passes: `**bold**`, a list, a link. Fails: `<b>bold</b>`, `# Heading`, `{{ page }}`, `**bold**{onclick=...}`.
"""

from collections.abc import Iterator

from decision_tree.problems import Problem
from decision_tree.sources import Sources
from decision_tree.texts.prose import faults


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each piece of markup that prose must not contain."""
    for text in sources.texts:
        for fault in faults(text.words):
            yield Problem.at(sources.tree.find(text.path, fault.words), fault.message)
