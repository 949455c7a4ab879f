"""Where the pages are: their sources, and their addresses as seen from the page that is being built."""

import os
from collections.abc import Container
from pathlib import PurePosixPath
from typing import Any

# Ids of fixed pages whose source file is not ID.md.
SOURCES = {"hub": "index.md", "paths": "paths/index.md", "denied-again-guide": "denied-again.md"}


class Addresses:
    """The ways from one page to the others. All take the id of a fixed page or an outcome."""

    def __init__(self, page: Any, outcomes: Container[str]) -> None:
        """Take the engine's page object, and the ids whose pages are those of outcomes."""
        self._outcomes = outcomes
        # MkDocs keeps the source's path in `file`, Zensical in `path`.
        is_mkdocs = hasattr(page, "file")
        self._source = PurePosixPath(page.file.src_uri if is_mkdocs else page.path)
        # Zensical reads an address in HTML as seen from the source's folder, and moves it to the page's.
        self._html_folder = _folder(self._source) if is_mkdocs else self._source.parent

    def link(self, target: str) -> str:
        """A relative link to the source, for Markdown: the engine turns it into an address."""
        return os.path.relpath(self._source_of(target), self._source.parent)

    def address(self, target: str) -> str:
        """The relative address, as the browser needs it."""
        return _relative(self._folder_of(target), _folder(self._source))

    def href(self, target: str) -> str:
        """The same for a link in HTML, as the engine needs it to make that address."""
        return _relative(self._folder_of(target), self._html_folder)

    def _folder_of(self, target: str) -> PurePosixPath:
        return _folder(self._source_of(target))

    def _source_of(self, target: str) -> PurePosixPath:
        if target in self._outcomes:
            return PurePosixPath(f"paths/{target}.md")
        return PurePosixPath(SOURCES.get(target, f"{target}.md"))


def _relative(there: PurePosixPath, here: PurePosixPath) -> str:
    relative = os.path.relpath(there, here)
    return "./" if relative == "." else f"{relative}/"


def _folder(source: PurePosixPath) -> PurePosixPath:
    """The folder that a source's page is served from."""
    return source.parent if source.name == "index.md" else source.with_suffix("")
