"""No text is cut off at a `#`, which after a blank begins a note that nobody sees on the pages.

Passes: `question: "Who helps with form #12?"`, and a note behind a value, as people write one: after two
blanks or more, or as `# ` and a word. Fails: `question: Who helps with form #12?`, `tagline: We are #1`, of
which only "We are" would be left, and `tagline: #1 in Ohio`, which would say nothing. So a `#` that follows
one blank and has no blank and letter behind it is held for a part of the text. A text in quotation marks, or
one below `>-` or `|`, keeps every `#`.
"""

import re
from collections.abc import Iterator
from itertools import chain

from decision_tree.problems import LONGEST_QUOTE, Problem
from decision_tree.reading.load import Document
from decision_tree.reading.parse import NUMBER, WORDS, Spot
from decision_tree.reading.plain import Path
from decision_tree.schemas.register import Register
from decision_tree.settings import read
from decision_tree.sources import SCHEMAS, Sources

REST = re.compile(r"[ \t]+#[^\r\n]*")
NOTE = re.compile(r"(?:[ \t]{2,}|\t)#| #+[ \t]+[^\W\d_]")
STYLED = ("'", '"', "|", ">")


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each text of which a part is read as a note."""
    for document, register in _files(sources):
        if " #" in document.text:
            places = _values(document)
            texts = ((path, spot) for path, spot in places if register.kind(path) is not None)
            yield from chain.from_iterable(_cut(document, path, spot) for path, spot in texts)


def _files(sources: Sources) -> Iterator[tuple[Document, Register]]:
    """Yield every file as it was written, each layer by itself, with the register of what it is laid over."""
    for document, schema in zip(sources.documents, SCHEMAS, strict=True):
        yield from ((layer, Register.read(schema)) for layer in document.layers)
    if sources.settings is not None:
        yield sources.settings.document, Register.read(read.SCHEMA)


def _values(document: Document) -> Iterator[tuple[Path, Spot]]:
    """Yield the place of each single value of a file."""
    todo: list[tuple[Path, Spot]] = [((), document.spots)]
    while todo:
        path, spot = todo.pop()
        if spot.inside is None:
            yield path, spot
        else:
            todo.extend(((*path, key), inner) for key, inner in spot.inside.items())


def _cut(document: Document, path: Path, spot: Spot) -> Iterator[Problem]:
    rest = REST.match(document.text, spot.end)
    if rest is None or NOTE.match(document.text, spot.end):
        return
    kept = document.words(path)
    if kept.startswith(STYLED) or (kept and kept in WORDS) or NUMBER.fullmatch(kept):
        return
    whole = " ".join(f"{kept}{rest.group()}".split())
    mark = "'" if '"' in whole else '"'
    shown = f"{mark}{whole}{mark}" if len(whole) <= LONGEST_QUOTE else f"{mark}...{mark}"
    what = "the text ends here" if kept else "this is no text"
    message = f"{what}: after a blank, # begins a note that no page shows (put quotation marks: {shown})"
    yield Problem.at(document.end(path), message)
