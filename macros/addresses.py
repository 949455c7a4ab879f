"""Where the pages are: their sources, and their addresses as seen from the page that is being built."""

import os
from collections.abc import Container
from pathlib import PurePosixPath
from typing import Any

from decision_tree.model.guide import outcome_file, page_file

# The theme's template for a page that stands in a frame on another site.
FRAMED = "embed.html"


class Addresses:
    """The ways from one page to the others. All take the id of a fixed page or an outcome.

    On a page for frames every address is whole: it is followed, printed and shared far from this site.
    """

    def __init__(self, page: Any, outcomes: Container[str], home: str = "") -> None:
        """Take the engine's page object, the ids whose pages are those of outcomes, and the site's address.

        `home` is empty where a fork has not set it: what should be whole is relative then, and works as well.
        """
        self._outcomes = outcomes
        self._home = f"{home.rstrip('/')}/" if home else ""
        self.framed = page.meta.get("template") == FRAMED
        # MkDocs keeps the source's path in `file`, Zensical in `path`.
        is_mkdocs = hasattr(page, "file")
        self._source = PurePosixPath(page.file.src_uri if is_mkdocs else page.path)
        # Zensical reads an address in HTML as seen from the source's folder, and moves it to the page's.
        self._html_folder = _folder(self._source) if is_mkdocs else self._source.parent

    def link(self, target: str) -> str:
        """A relative link to the source, for Markdown: the engine turns it into an address."""
        return os.path.relpath(self._source_of(target), self._source.parent)

    def address(self, target: str) -> str:
        """The address as the browser needs it: relative, or whole on a page for frames."""
        if self.framed:
            return self.whole(target)
        return _relative(self._folder_of(target), _folder(self._source))

    def href(self, target: str) -> str:
        """The same for a link in HTML, as the engine needs it to make that address."""
        if self.framed and self._home:
            return self.whole(target)
        return _relative(self._folder_of(target), self._html_folder)

    def file(self, name: str) -> str:
        """The same for a link in HTML to a file of the site that is no page, e.g. "changes.xml"."""
        return os.path.relpath(name, self._html_folder)

    def whole(self, target: str) -> str:
        """The address from anywhere, e.g. "https://example.org/paths/urgent/"."""
        if not self._home:
            return _relative(self._folder_of(target), _folder(self._source))
        return f"{self._home}{_relative(self._folder_of(target), PurePosixPath()).removeprefix('./')}"

    def _folder_of(self, target: str) -> PurePosixPath:
        return _folder(self._source_of(target))

    def _source_of(self, target: str) -> PurePosixPath:
        file = outcome_file if target in self._outcomes else page_file
        return PurePosixPath(file(target))


def _relative(there: PurePosixPath, here: PurePosixPath) -> str:
    relative = os.path.relpath(there, here)
    return "./" if relative == "." else f"{relative}/"


def _folder(source: PurePosixPath) -> PurePosixPath:
    """The folder that a source's page is served from."""
    return source.parent if source.name == "index.md" else source.with_suffix("")
