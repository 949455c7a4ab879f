"""What YAML reads otherwise than whoever typed it meant.

Both rules look at files as they were written, line by line, and not at what was read from them.
"""

import re
from collections.abc import Iterator

from decision_tree.problems import LONGEST_QUOTE, Position, Problem
from decision_tree.reading.load import Document
from decision_tree.reading.parse import NUMBER, WORDS, Spot
from decision_tree.reading.plain import Path
from decision_tree.schemas.register import Register
from decision_tree.settings import read
from decision_tree.sources import SCHEMAS, Sources

REST = re.compile(r"[ \t]+#[^\r\n]*")
NOTE = re.compile(r"(?:[ \t]{2,}|\t)#| #+[ \t]+[^\W\d_]")
STYLED = ("'", '"', "|", ">")


def check_cut_text(sources: Sources) -> Iterator[Problem]:
    """No text is cut off at a `#`, which after a blank begins a note that nobody sees on the pages.

    Passes: `question: "Who helps with form #12?"`, and a note behind a value, as people write one: after two
    blanks or more, or as `# ` and a word. Fails: `question: Who helps with form #12?`, `tagline: We are #1`,
    of which only "We are" would be left, and `tagline: #1 in Ohio`, which would say nothing. So a `#` that
    follows one blank and has no blank and letter behind it is held for a part of the text. A text in
    quotation marks, or one below `>-` or `|`, keeps every `#`.
    """
    for document, register in _files(sources):
        if " #" in document.text:
            for path, spot in document.places():
                if spot.inside is None and register.kind(path) is not None:
                    yield from _cut(document, path, spot)


def _files(sources: Sources) -> Iterator[tuple[Document, Register]]:
    """Yield every file as it was written, each layer by itself, with the register of what it is laid over."""
    for document, schema in zip(sources.documents, SCHEMAS, strict=True):
        yield from ((layer, Register.read(schema)) for layer in document.layers)
    if sources.settings is not None:
        yield sources.settings.document, Register.read(read.SCHEMA)


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


SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
CURLY = re.compile(
    "(?:^|: +|- +)([\u201c\u2018\u201e][^\u201c\u201d\u2018\u201e\n]*[\u201c\u201d\u2019])[ ]*$"
)


def check_pasted(sources: Sources) -> Iterator[Problem]:
    """(warning) What was pasted into a fork's files, and looks like something else, is named for what it is.

    Passes: `answer: "Call us."`, and a text in which somebody is quoted. Fails: a line that is indented by
    spaces that do not break, which YAML takes for letters of the key; such a space in a text; `answer: “Call
    us.”`, whose curly marks are no quotation marks for YAML and would stand on the page.
    """
    settings = sources.settings.document if sources.settings else None
    for document in filter(None, (sources.local, settings)):
        for number, line in enumerate(document.text.split("\n"), 1):
            if line.isascii() or line.lstrip().startswith("#"):
                continue
            space, curly = SPACE.search(line), CURLY.search(line.rstrip("\r"))
            if space is not None:
                where = Position(document.file, number, space.start() + 1)
                message = (
                    f"a space that came with pasted text, U+{ord(space.group()):04X}, stands here; "
                    "YAML takes it for a letter (delete it, and type a space)"
                )
                yield Problem.at(where, message, "warning")
            if curly is not None:
                where = Position(document.file, number, curly.start(1) + 1)
                straight = f'"{curly[1][1:-1]}"'
                message = (
                    "these curly quotation marks came with pasted text; for YAML they are letters, and the "
                    f"page shows them (type straight ones: {straight[:60]})"
                )
                yield Problem.at(where, message, "warning")
