"""Prose is Markdown without raw HTML, headings, tables, pictures or template code.

So it is wherever a reader may see the text: in the tree, in the rows of the reference data, and in the name,
the tagline and the other words of `mkdocs.yml`. Plain words have no marks at all: pages show them as letters.

Passes: `**bold**`, a list, a link. Fails: `<b>bold</b>`, `# Heading`, `{{ page }}`; in a title also
`**bold**`, `[a link](guide:rights)` and a citation.
"""

from collections.abc import Iterator

from decision_tree.problems import Problem
from decision_tree.schemas.annotations import Kind
from decision_tree.sources import Sources
from decision_tree.texts.prose import faults, faults_in_line, marks

APART: frozenset[Kind] = frozenset({"name", "paper", "address"})
"""The kinds that no page sets among Markdown, so that little more than HTML is no letters there."""

UNMARKED: frozenset[Kind] = frozenset({"label", "name"})
"""The kinds that are plain words on one line."""


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each piece of markup that a text must not contain."""
    for text in sources.texts:
        for fault in faults_in_line(text.words) if text.kind in APART else faults(text.words):
            yield Problem.at(text.document.find(text.path, fault.words), fault.message)
        for fault in marks(text.words) if text.kind in UNMARKED else ():
            yield sources.problem(text, fault.words, fault.message, is_new=True)
