"""Draws a tree as a Mermaid flowchart: text that GitHub and many editors show as a drawing.

Takes a tree of the model, which has passed the schema: its ids are safe as names, its words need not be.
"""

import re
from collections.abc import Iterator, Mapping

from decision_tree.model.tree import Tree

UNSAFE = re.compile(r"[^\w ,?!'()-]|(?<![^\W_])[_-]|[_-](?![^\W_])|(?<=\d)\)")
"""What Mermaid or the Markdown in its labels could take for a sign of theirs."""


def diagram(tree: Tree, titles: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a flowchart of `tree`; `titles` has the words of each outcome by id."""
    yield "flowchart TD"
    for question in tree.questions.values():
        yield f'  {_name("q", question.id)}["{_label(question.text)}"]'
    for outcome in sorted(tree.outcomes):
        yield f'  {_name("o", outcome)}(["{_label(titles.get(outcome) or outcome)}"])'
    for question in tree.questions.values():
        for option in question.options.values():
            to = _name("q" if option.next in tree.questions else "o", option.next)
            yield f'  {_name("q", question.id)} -->|"{_label(option.label)}"| {to}'


def _name(kind: str, id_: str) -> str:
    """Return a node's name. A hyphen in it could be read as the beginning of an arrow."""
    return f"{kind}_{id_.replace('-', '_')}"


def _label(words: str) -> str:
    """Return words with everything that could be a sign written as its number: `"` becomes `#34;`."""
    flat = " ".join(words.split())
    return UNSAFE.sub(lambda match: f"#{ord(match.group())};", flat)
