"""Prose is Markdown without raw HTML, headings, tables, pictures, template code or attribute lists.

So it is wherever a reader may see the text: in the tree, in the rows of the reference data, and in the name,
the tagline and the other words of `mkdocs.yml`, which are plain text.

Passes: `**bold**`, a list, a link. Fails: `<b>bold</b>`, `# Heading`, `{{ page }}`, `**bold**{onclick=...}`.
"""

from collections.abc import Iterator

from decision_tree.problems import Problem
from decision_tree.sources import Sources
from decision_tree.texts.prose import faults, faults_in_line


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each piece of markup that prose must not contain."""
    for text in sources.printed:
        for fault in faults(text.words) if text.is_prose else faults_in_line(text.words):
            yield Problem.at(text.document.find(text.path, fault.words), fault.message)
