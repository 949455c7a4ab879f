"""The pages that a fork writes itself, as plain Markdown files: the tree says nothing of them."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, meta

from decision_tree.checks.page_files import page_files, pages
from decision_tree.problems import Names, Position, Problem, Severity, quoted
from decision_tree.reading.plain import mapping
from decision_tree.sources import Sources


def own_pages(sources: Sources) -> Iterator[tuple[str, list[str]]]:
    """Yield each page that prints none of the tree's: its file below `docs/`, and its lines."""
    for file, lines, prints in pages(sources):
        if not prints:
            yield file, lines


BRACES = re.compile(r"\{\{[^\n]*?\}\}|\{%[^\n]*?%\}|\{#[^\n]*?#\}|\{\{|\{%|\{#")
NAME = re.compile(r"\{\{-?\s*([A-Za-z_]\w*)\s*(?:[.\[(|][^\n]*)?-?\}\}")
KNOWN = frozenset({"config", "page", "navigation", "files", "environment", "fixed_page", "outcome_page"})
"""What the engines know in a page."""

FILTERS = ("pretty", "relative_url")
"""The filters that they have beside the template language's own."""


def check_page_code(sources: Sources) -> Iterator[Problem]:
    """A page has no braces that the engine reads as its own: they end the build without a line.

    Passes: `docs/our-clinic.md` with "Call 555-0100.", or with `{{ config.site_name }}`, which the engine
    knows. Fails: `{{ our phone }}`, `{% raw`, and `## Hours {#hours}`, which begins a note and is written `{:
    #hours }`; an `{% if %}` that nothing closes, a name or a filter that the engine does not know, and
    another file.
    """
    if sources.settings is None:
        return
    known = KNOWN.union(mapping(sources.settings.value("extra")))
    for page, lines, _ in pages(sources):
        file = f"{sources.docs_folder}/{page}"
        told = [*_braces(file, lines, known)]
        yield from told or _template(file, lines, known)


def _braces(file: str, lines: list[str], known: frozenset[str]) -> Iterator[Problem]:
    """Yield each pair of braces that is no name."""
    for number, line in enumerate(lines, 1):
        for found in BRACES.finditer(line):
            named = NAME.fullmatch(found.group())
            closed = found.group().endswith(("%}", "#}"))
            if not closed and (named is None or named[1] not in known):
                position = Position(file, number, found.start() + 1)
                message = f"{quoted(found.group())} is no text but code of the engine (write plain words)"
                yield Problem.at(position, message)


def _template(file: str, lines: list[str], known: frozenset[str]) -> Iterator[Problem]:
    """Yield what keeps the engine from running the page's code."""
    engine, text = Environment(), "\n".join(lines)  # noqa: S701 (nothing is made of it)
    engine.filters.update(dict.fromkeys(FILTERS, str))
    try:
        code = engine.parse(text)
        engine.compile(text)
    except TemplateSyntaxError as error:
        told = " ".join((error.message or "").split())
        message = f"the engine cannot read the code in this page: {told} (write plain words)"
        yield Problem.at(Position(file, error.lineno, 1), message)
        return
    for name in sorted(meta.find_undeclared_variables(code) - known):
        message = f"the engine does not know {quoted(name)} (write plain words)"
        yield Problem.at(_place(file, lines, name), message)
    if any(True for _ in meta.find_referenced_templates(code)):
        message = "the engine takes no other file into a page (write its words here, or a link to it)"
        yield Problem.at(_place(file, lines, "{%"), message)


def _place(file: str, lines: list[str], words: str) -> Position:
    """Return where words stand first in a page's code."""
    found = ((number, line.find(words)) for number, line in enumerate(lines, 1) if "{" in line)
    return next(
        (Position(file, line, column + 1) for line, column in found if column >= 0), Position(file, 1, 1)
    )


LINK = re.compile(r"""\]\(\s*<?([^)\s>]+)|^\s*\[[^\]^]+\]:\s*<?([^\s>]+)|\b(?:href|src)\s*=\s*["']([^"']+)""")
CODE = re.compile(r"`+[^`]*`+")
FENCE = re.compile(r"\s*(?:```|~~~)")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
GUIDE = "guide:"
UNSAFE = ("javascript:", "vbscript:", "data:")

Wrong = tuple[str, Severity]


def check_page_link(sources: Sources) -> Iterator[Problem]:
    """The links of a fork's own page lead to a file that is there, or to a safe address of somebody else.

    A plain page links as Markdown does, by the other page's file. Passes: `[rights](rights.md)`, and below
    `paths/` `[rights](../rights.md#parity)`. Fails: `[rights](rihgts.md)`, which stops the build, and
    `[x](javascript:x)`. Warns: `[rights](guide:rights)`, which is the tree's way and leads nowhere here, and
    `[rights](../rights/)`, which nobody holds against the pages. What stands in code is no link.
    """
    if sources.settings is None:
        return
    plain = {id_: f"{id_}.md" for id_ in sources.plain_pages}
    there = _There(sources.settings.docs, {**plain, **page_files(sources.tree.data)})
    for page, lines in own_pages(sources):
        for line, column, link in _links(lines):
            wrong = there.wrong(page, link)
            if wrong is not None:
                position = Position(f"{sources.docs_folder}/{page}", line, column)
                yield Problem.at(position, f"the link {quoted(link)} {wrong[0]}", wrong[1])


def _links(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the line, the column and the target of each link."""
    in_code = False
    for number, line in enumerate(lines, 1):
        if FENCE.match(line):
            in_code = not in_code
        elif not in_code:
            for found in LINK.finditer(CODE.sub(lambda code: " " * len(code.group()), line)):
                group = found.lastindex or 1
                yield number, found.start(group) + 1, found[group]


@dataclass(frozen=True, slots=True)
class _There:
    """What a link of a plain page can lead to."""

    docs: Path
    files: Mapping[str, str]
    """The file of each page and outcome, by the id that names it in the tree."""

    def wrong(self, page: str, link: str) -> Wrong | None:
        """Return what is wrong with a link in the file `page`, or nothing."""
        path = link.partition("#")[0].partition("?")[0]
        if link.startswith(GUIDE):
            return self._tree_link(page, path.removeprefix(GUIDE))
        scheme = SCHEME.match(link)
        if scheme is not None:
            is_unsafe = scheme.group().lower() in UNSAFE
            return (
                ("runs code, or shows what stands in it (use an https: address)", "error")
                if is_unsafe
                else None
            )
        if not path or path.startswith(("/", "{")):
            return None
        file = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        if (self.docs / file).exists() and not path.endswith("/"):
            return None
        if posixpath.splitext(path)[1]:
            near = Names(self._all_files()).nearest(file)
            return f"leads to no file in docs/{_advice(page, near)}", "error"
        return self._address(page, path)

    def _tree_link(self, page: str, id_: str) -> Wrong:
        known = Names(self.files)
        if id_ in known:
            return f"is written so in the tree alone{_advice(page, self.files[id_])}", "warning"
        near = known.nearest(id_)
        return f"leads to no page{_advice(page, self.files[near] if near else None)}", "warning"

    def _address(self, page: str, path: str) -> Wrong:
        """Return what is wrong with a link to a page's address, as the browser shows it."""
        folder = (
            posixpath.dirname(page) if posixpath.basename(page) == "index.md" else page.removesuffix(".md")
        )
        to = posixpath.normpath(posixpath.join(folder, path))
        files = [file for file in (f"{to}.md", f"{to}/index.md") if (self.docs / file).is_file()]
        what = "is an address, which nobody holds against the pages" if files else "leads to no page"
        return f"{what}{_advice(page, files[0] if files else None)}", "warning"

    def _all_files(self) -> list[str]:
        return [file.relative_to(self.docs).as_posix() for file in self.docs.rglob("*.*") if file.is_file()]


def _advice(page: str, file: str | None) -> str:
    """Return the link to write in `page` in brackets."""
    if file is None:
        return " (name the file of a page, such as rights.md)"
    return f" (write {posixpath.relpath(file, posixpath.dirname(page) or '.')})"
