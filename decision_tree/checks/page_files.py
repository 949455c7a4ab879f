"""The files in `docs/`: that they can be read, and which of the tree's pages they print."""

import re
from collections.abc import Iterator
from pathlib import Path

from decision_tree.model.guide import outcome_file, page_file
from decision_tree.problems import Position, Problem, UnreadableError, quoted
from decision_tree.reading.load import decoded, invisible
from decision_tree.reading.plain import mapping
from decision_tree.sources import MACRO, Sources

INDEX = re.compile(r"(?:^|/)(?:index|README)\Z")
"""What a folder's own page is called; its address is the folder's."""


def files(sources: Sources) -> Iterator[tuple[str, Path]]:
    """Yield each page's name below `docs/`, and its file, which may not be there to be read."""
    if sources.docs is None or sources.settings is None:
        return
    docs = sources.settings.docs
    for file in sorted(docs.rglob("*.md")):
        yield file.relative_to(docs).as_posix(), file


def pages(sources: Sources) -> Iterator[tuple[str, list[str], bool]]:
    """Yield each page that can be read: its name, its lines, and whether it prints a page of the tree."""
    for name, file in files(sources):
        try:
            text = file.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue  # the rule of the files tells it
        yield name, text.splitlines(), MACRO.search(text.encode()) is not None


def check_page_file(sources: Sources) -> Iterator[Problem]:
    """Every outcome and every fixed page has its file in `docs/`, and every file there its outcome or page.

    Passes: `docs/paths/urgent.md` and the outcome `urgent`. Fails: one without the other. An id that is
    retired, or that a fork removes, keeps its file, which points on. A file that prints neither is a fork's
    own page, and needs nothing in the tree; but one that has the name of an outcome or a page hides what the
    tree says of it. Each is a text in UTF-8, and no two have the same file or address, as a page called
    `index` would have that of the home page.
    """
    if sources.docs is None:
        return
    wanted = _files(sources.tree.data)
    for file, (kind, path) in wanted.items():
        if file not in sources.docs:
            message = (
                f"the {kind} {quoted(path[1])} has no page {sources.docs_folder}/{file} "
                f"(add the file, with this one line in it: {_line(kind, path[1])})"
            )
            yield Problem.at(sources.tree.key_position(path), message)
        elif not sources.docs[file]:
            message = (
                f"this file does not show the {kind} {quoted(path[1])} that the tree describes "
                f"(write this one line in it: {_line(kind, path[1])})"
            )
            yield Problem.at(Position(f"{sources.docs_folder}/{file}", 1, 1), message, "warning")
    yield from _shared(sources)
    yield from _unreadable(sources)
    yield from _same_address(sources)
    pointing_on = {*mapping(mapping(sources.tree.data).get("aliases")), *sources.removed}
    gone = {page_file(id_) for id_ in pointing_on}
    for file, prints in sources.docs.items():
        kind = "outcome" if file.startswith("paths/") else "page"
        if prints and file not in wanted and file.removeprefix("paths/") not in gone:
            message = f"this file has no {kind} in the tree (add the {kind}, or delete the file)"
            yield Problem.at(Position(f"{sources.docs_folder}/{file}", 1, 1), message)


def _unreadable(sources: Sources) -> Iterator[Problem]:
    """Yield what keeps each page's file from being read as a text."""
    for page, file in files(sources):
        name = f"{sources.docs_folder}/{page}"
        try:
            yield from invisible(decoded(file.read_bytes(), name), name)
        except UnreadableError as error:
            yield from error.problems
        except OSError as error:
            yield Problem.at(Position(name, 1, 1), f"cannot read this file: {error.strerror}")


def _same_address(sources: Sources) -> Iterator[Problem]:
    """Yield each page that would have the address of another, as `rights/index.md` that of `rights.md`."""
    taken: dict[str, str] = {}
    of_the_tree = _files(sources.tree.data)
    for page in sorted(
        (name for name, _ in files(sources)), key=lambda name: (name not in of_the_tree, name)
    ):
        address = INDEX.sub("", page.removesuffix(".md"))
        if address in taken:
            message = (
                f"this page would have the address of {sources.docs_folder}/{taken[address]}, "
                f"/{address}{'/' if address else ''} (rename the file)"
            )
            yield Problem.at(Position(f"{sources.docs_folder}/{page}", 1, 1), message)
        taken.setdefault(address, page)


def _shared(sources: Sources) -> Iterator[Problem]:
    """Yield each outcome and page whose file is another one's already, such as a page called `index`."""
    taken: dict[str, str] = {}
    for file, kind, path in _each(sources.tree.data):
        if file in taken:
            message = (
                f"the {kind} {quoted(path[1])} would have the file docs/{file}, which is that of "
                f"{quoted(taken[file])} (choose another id)"
            )
            yield Problem.at(sources.tree.key_position(path), message)
        taken.setdefault(file, path[1])


def line_of(tree: object, file: str) -> str | None:
    """Return the one line that a file below `docs/` holds; None where no page of the tree is its own."""
    found = _files(tree).get(file)
    return None if found is None else _line(found[0], found[1][1])


CALL = re.compile(r"\{\{[^{}\n]*?\b(?:fixed|outcome)_page\b[^{}\n]*(?:\}\})?")
WHOLE = re.compile(r"""\{\{-?\s*(fixed|outcome)_page\s*\(\s*(["'])([a-z0-9-]+)\2\s*\)\s*-?\}\}""")


def check_page_call(sources: Sources) -> Iterator[Problem]:
    """A file that prints a page of the tree calls for that page, and once.

    Passes: `{{ fixed_page("rights") }}` in `docs/rights.md`. Fails: that line in another page's file, a call
    that is none, such as `{{ outcome_page(urgent) }}`, and a second one.
    """
    for page, lines, _ in pages(sources):
        own = line_of(sources.tree.data, page)
        calls = [(number, found) for number, line in enumerate(lines, 1) for found in CALL.finditer(line)]
        for count, (number, found) in enumerate(calls):
            whole = WHOLE.fullmatch(found.group())
            line = f'{{{{ {whole[1]}_page("{whole[3]}") }}}}' if whole else None
            if line is None or count or (own is not None and line != own):
                wanted = f"write this one line in it: {own}" if own else "delete it"
                message = f"{quoted(found.group())} does not show the page of this file ({wanted})"
                position = Position(f"{sources.docs_folder}/{page}", number, found.start() + 1)
                yield Problem.at(position, message)


def _line(kind: str, id_: str) -> str:
    """Return what a page's file holds."""
    return f'{{{{ {"outcome" if kind == "outcome" else "fixed"}_page("{id_}") }}}}'


def page_files(tree: object) -> dict[str, str]:
    """Return the file below `docs/` of each page and outcome of a tree's data, by its id."""
    return {path[1]: file for file, (_, path) in _files(tree).items()}


def _files(tree: object) -> dict[str, tuple[str, tuple[str, str]]]:
    """Return the file of each outcome and page of a tree's data, with what it is and its path there."""
    # Where two would have the same file, it is that of the one that had it first.
    return {file: (kind, path) for file, kind, path in reversed([*_each(tree)])}


def _each(tree: object) -> Iterator[tuple[str, str, tuple[str, str]]]:
    outcomes, pages_ = (mapping(mapping(tree).get(kind)) for kind in ("outcomes", "pages"))
    # Those whose files are not called like their ids come first: the file is theirs.
    for id_ in sorted(pages_, key=lambda id_: page_file(id_) == f"{id_}.md"):
        yield page_file(id_), "page", ("pages", id_)
    for id_ in outcomes:
        yield outcome_file(id_), "outcome", ("outcomes", id_)
