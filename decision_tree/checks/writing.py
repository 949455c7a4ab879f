"""What the texts may contain: marks, links, braces.

What YAML makes of a text before any rule sees it is left to `misread`.
"""

import re
from collections.abc import Iterator

from decision_tree.problems import Names, Problem, quoted
from decision_tree.reading.plain import mapping
from decision_tree.schemas.annotations import Kind
from decision_tree.schemas.register import Text
from decision_tree.sources import Sources
from decision_tree.texts.prose import (
    JINJA,
    faults,
    faults_in_line,
    guide_links,
    links,
    marks,
    passages,
    stray_braces,
    unsafe_link,
)

APART: frozenset[Kind] = frozenset({"name", "paper", "address"})
"""The kinds that no page sets among Markdown, so that little more than HTML is no letters there."""

UNMARKED: frozenset[Kind] = frozenset({"label", "name"})
"""The kinds that are plain words on one line."""


def check_markup(sources: Sources) -> Iterator[Problem]:
    """Prose is Markdown without raw HTML, headings, tables, pictures or template code.

    So it is wherever a reader may see the text: in the tree, in the rows of the reference data, and in the
    name, the tagline and the other words of `mkdocs.yml`. Plain words have no marks at all: pages show them
    as letters.

    Passes: `**bold**`, a list, a link. Fails: `<b>bold</b>`, `# Heading`, `{{ page }}`; in a title also
    `**bold**`, `[a link](guide:rights)` and a citation.
    """
    for text in sources.texts:
        for fault in faults_in_line(text.words) if text.kind in APART else faults(text.words):
            yield Problem.at(text.document.find(text.path, fault.words), fault.message)
        for fault in marks(text.words) if text.kind in UNMARKED else ():
            yield sources.problem(text, fault.words, fault.message, is_new=True)


def check_link(sources: Sources) -> Iterator[Problem]:
    """Links lead to a page or an outcome of the guide that exists, or to a safe address.

    No text that a reader may see has an unsafe link, neither in the tree, nor in a row of the reference data,
    nor in the settings.

    A fork's own page in plain Markdown is there too: `guide:our-clinic` is the file `docs/our-clinic.md`.

    Passes: `[your rights](guide:rights)`, `[the form](https://www.dol.gov/...)`, `[988](tel:988)`.
    Fails: `[your rights](guide:rihgts)`, `[x](javascript:alert)`, `[x](data:...)`, `[x](../rights/)`.
    """
    for text in sources.texts:
        if "](" not in text.words and "<" not in text.words:
            continue
        for link in dict.fromkeys(links(text.words)):
            wrong = None if _is_blank(link, text) else unsafe_link(link)
            if wrong is not None:
                position = text.document.find(text.path, f"({link}" if f"({link}" in text.words else link)
                yield Problem.at(position, f"the link {quoted(link)} cannot stand here ({wrong})")
    known = Names({*sources.outcomes, *sources.pages, *sources.plain_pages, *sources.removed})
    for text in sources.texts:
        for id_ in dict.fromkeys(guide_links(text.words)):
            if id_ not in known:
                advice = known.advice(id_, "name an outcome or a page")
                message = f"the link guide:{id_} leads to no page{advice}"
                yield sources.problem(text, f"guide:{id_}", message)


def _is_blank(link: str, text: Text) -> bool:
    """Return whether the page fills in where this link leads: `[map]({map})`."""
    return link[:1] == "{" and link[-1:] == "}" and link[1:-1] in text.blanks


BLANK = re.compile(r"\{[^{}\n]*\}|[{}]")

FILLED: frozenset[Kind] = frozenset({"line", "label", "script", "name"})
"""The kinds in which braces are blanks."""


def check_blank(sources: Sources) -> Iterator[Problem]:
    """A text has the blanks that the pages fill in, and no others.

    The schema names them beside the text. Prose has none: there, braces print a shared passage.

    Passes: `counted_from: "from {event}"`. Fails: `{evnt}`, `{`, `{0}`, and braces where nothing is filled
    in. Warns: a fork's words without a blank that the page would fill in, so that something would not be
    told.
    """
    for text in sources.texts:
        if text.kind not in FILLED or not (text.blanks or "{" in text.words or "}" in text.words):
            continue
        # What is a template's code is told as markup.
        given = dict.fromkeys(BLANK.findall(text.words)) if not JINJA.search(text.words) else {}
        wanted = [f"{{{name}}}" for name in text.blanks]
        yield from _unknown_blanks(text, given, wanted)
        for blank in wanted:
            if blank not in given and len(given) < len(wanted):
                message = (
                    f"these words lack the blank {quoted(blank)} (write it where the page is to fill it in)"
                )
                yield sources.problem(text, "", message, is_new=True)


def _unknown_blanks(text: Text, given: dict[str, None], wanted: list[str]) -> Iterator[Problem]:
    known = Names(wanted)
    for blank in given:
        if blank not in known:
            can = f"known here: {', '.join(wanted)}" if wanted else "nothing is filled in here: delete it"
            message = f"nothing fills in the blank {quoted(blank)}{known.advice(blank, can)}"
            yield Problem.at(text.document.find(text.path, blank), message)


def check_passage(sources: Sources) -> Iterator[Problem]:
    """A shared passage that a text prints exists, stands on a line of its own, and does not print itself.

    Passes: a line that is only `{closing}` where `passages` has `closing`. Fails: `{closng}`, `see
    {closing}`.
    """
    written = mapping(mapping(sources.tree.data).get("passages"))
    known = Names(written)
    for text in sources.texts:
        if text.kind != "prose" or "{" not in text.words:
            continue
        for id_ in dict.fromkeys(passages(text.words)):
            if id_ not in known:
                advice = known.advice(id_, "add it to passages")
                message = f"the passage {quoted(id_)} does not exist{advice}"
                yield Problem.at(text.document.find(text.path, f"{{{id_}}}"), message)
        for words in stray_braces(text.words):
            message = (
                f"{quoted(words)} does not stand alone on its line (a passage does; braces mean nothing else)"
            )
            yield Problem.at(text.document.find(text.path, words), message)
    for id_ in _circles({key: passages(value) for key, value in written.items() if isinstance(value, str)}):
        message = f"the passage {quoted(id_)} prints itself (take it out)"
        yield Problem.at(sources.tree.key_position(("passages", id_)), message)


def _circles(prints: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield each passage from which a way through other passages leads back to it."""
    for first, direct in prints.items():
        todo, seen = list(direct), set[str]()
        while todo:
            passage = todo.pop()
            if passage == first:
                yield first
                break
            if passage not in seen:
                seen.add(passage)
                todo.extend(prints.get(passage, ()))


TO_WRITE = "WRITE THIS"
"""What stands where a text is still to be written."""


def check_unwritten(sources: Sources) -> Iterator[Problem]:
    """No text is still to be written: `new outcome` leaves a note at each one.

    Passes: any text. Fails: "WRITE THIS: what the page is called".
    """
    for text in sources.texts:
        if TO_WRITE in text.words:
            message = "this is still to be written (put the words in the place of the note)"
            yield sources.problem(text, TO_WRITE, message)
