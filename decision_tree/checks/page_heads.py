"""The heads of pages: what stands above their words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from decision_tree.checks.page_files import pages
from decision_tree.problems import Position, Problem, quoted
from decision_tree.reading.load import Document, load_text
from decision_tree.sources import Sources

FENCE = re.compile(r"---[ \t]*")
END = re.compile(r"(?:---|\.\.\.)[ \t]*")
READ_AS_HEAD = re.compile(r" {0,3}([A-Za-z0-9_-]+):")
"""How the engine tells a head without a fence: by a first line like that."""

KEYS: dict[str, tuple[type | tuple[type, ...], str]] = {
    "title": (str, "a text is wanted here (put it in quotes)"),
    "description": (str, "a text is wanted here (put it in quotes)"),
    "icon": (str, "the name of a picture is wanted here"),
    "hide": ((list, str), "a list is wanted here, such as [toc]"),
    "tags": (list, "a list is wanted here"),
    "search": (dict, "a mapping is wanted here, such as {exclude: true}"),
}
"""What the engine expects of a head, and what to say where something else stands there."""

OF_THE_THEME = frozenset({"main.html", "base.html", "404.html", "redirect.html"})


def check_page_head(sources: Sources) -> Iterator[Problem]:
    """A page's head, above its words, is read as it was meant: a title, a description, what is hidden.

    Passes: `title: Our clinic` between two lines of `---`. Fails: `title: 5`, and a `template` that is not
    there; both end the build. Warns: a head that is no YAML, which the page shows as it stands, and a first
    line such as `Hours: 9 to 5`, which is read as a head and shown nowhere.
    """
    for page, lines, _ in pages(sources):
        file = f"{sources.docs_folder}/{page}"
        if not lines:
            continue
        end = next((number for number, line in enumerate(lines[1:], 1) if END.fullmatch(line)), 0)
        if FENCE.fullmatch(lines[0]) and end:
            # An empty line in the place of the fence, so that lines count as in the page.
            yield from _head(load_text("\n".join(["", *lines[1:end]]), file), _templates(sources))
        elif FENCE.fullmatch(lines[0]) and READ_AS_HEAD.match("".join(lines[1:2])):
            message = (
                "this head is never closed, so the page shows it as words (write --- on a line below it)"
            )
            yield Problem.at(Position(file, 1, 1), message, "warning")
        elif (found := READ_AS_HEAD.match(lines[0])) and found[1].lower() not in KEYS:
            message = (
                f"a first line that begins with {quoted(found[1] + ':')} is read as a setting, and shown "
                "nowhere (begin the page with its heading: # Our clinic)"
            )
            yield Problem.at(Position(file, 1, 1), message, "warning")


def _templates(sources: Sources) -> frozenset[str]:
    """Return the names of the templates that a page may ask for."""
    folder = sources.settings.docs.parent / "overrides" if sources.settings else Path()
    return OF_THE_THEME.union(file.name for file in folder.glob("*.html"))


def _head(head: Document, templates: frozenset[str]) -> Iterator[Problem]:
    if not isinstance(head.data, dict) or head.problems:
        wrong = head.problems or (
            Problem.at(head.position(()), "this head is no mapping (write title: ...)"),
        )
        for problem in wrong:
            yield replace(problem, severity="warning")
        return
    for key, (kind, message) in KEYS.items():
        if key in head.data and head.data[key] is not None and not isinstance(head.data[key], kind):
            yield Problem.at(head.position((key,)), f"{key}: {message}")
    if head.data.get("template", "main.html") not in templates:
        message = (
            f"there is no template {quoted(str(head.data['template']))} in overrides/ (delete this line)"
        )
        yield Problem.at(head.key_position(("template",)), message)
