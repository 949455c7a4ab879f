"""What the server shows at this moment: the site, or what is wrong with it, under a version of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from threading import Condition, RLock
from time import time_ns

from building import engine, search, told
from building.live_site import NOT_FOUND, LiveSite, PageError, kind
from decision_tree.project import read_guide

Seen = dict[Path, tuple[int, int]]
"""When each file was written, in nanoseconds, and its size in bytes."""

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser gets."""

    status: int
    kind: str
    body: bytes


class Live:
    """The site of a project that is edited: `Live(root, address)`, then `renew()` after each edit."""

    def __init__(self, root: Path, address: str) -> None:
        self._root, self._address = root, address
        self._site: LiveSite | None = None
        self._wrong: told.Lines = ()
        self._lock = RLock()
        self._changed = Condition()
        self._search = search.LiveSearch(root, address)
        self.version = ""

    def renew(self, files: Callable[[], Seen]) -> tuple[told.Lines, Seen]:
        """Read the project's files anew, and return what is wrong with them, line by line, and how they were.

        What `files` gives is looked at before and after: what is edited meanwhile is read once more.
        """
        with self._lock:
            seen = None
            while seen != (now := files()):
                seen = now
                self._read()
        with self._changed:
            self.version = str(time_ns())
            self._changed.notify_all()
        return self._wrong, seen

    def _read(self) -> None:
        with engine.warnings() as logged:
            try:
                read_guide(self._root)
                self._site = LiveSite(self._root, self._address)
                self._wrong = ()
            except (Exception, SystemExit) as error:  # noqa: BLE001 (each is shown in the browser)
                self._wrong = told.why(error, self._root, logged)

    def wait_for_another(self, version: str, seconds: float) -> str:
        """Return the version as soon as it is another one, or after that time."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != version, seconds)
            return self.version

    def answer(self, name: str) -> Answer:
        """Return what stands at an address within the site, e.g. "paths/urgent/index.html"."""
        if name == search.INDEX:  # without the lock: pages need not wait for it
            index = self._search.index(lambda: self.version)
            return Answer(404 if index is None else 200, kind(name), index or b"")
        page = name.endswith(".html")
        with self._lock, engine.warnings() as logged:
            if page and (self._wrong or self._site is None):
                return self._page(500, _told(self._wrong))
            try:
                body = self._site.file(name) if self._site else None
                status = 200 if body is not None else 404
                if body is None and self._site:
                    body, name = self._site.file(NOT_FOUND), NOT_FOUND
            except PageError as error:
                wrong = told.why(error.__cause__ or error, self._root, logged, error.page)
                return self._page(500, _told(wrong))
            except (Exception, SystemExit) as error:  # noqa: BLE001 (each is shown in the browser)
                return self._page(500, _told(told.why(error, self._root, logged)))
            if body is None or name.endswith(".html"):
                return self._page(status, body or b"")
            return Answer(status, kind(name), body)

    def _page(self, status: int, html: bytes) -> Answer:
        """Return a page that loads itself anew as soon as there is another version."""
        before, end, after = html.rpartition(b"</body>")
        if not end:
            before, after = html, b""
        script = RELOAD.replace("VERSION", self.version).encode()
        return Answer(status, HTML, before + script + end + after)


def _told(lines: told.Lines) -> bytes:
    rows = "".join(f"<li><code>{escape(line)}</code></li>" for line in lines)
    return WRONG.replace("ROWS", rows).encode()


WRONG = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>There are errors</title>
<style>body { max-inline-size: 60rem; margin: 3rem auto; padding: 0 1rem; font: 1.1rem/1.6 system-ui }</style>
<body>
<h1>There are errors</h1>
<p>This page comes back as soon as they are mended.</p>
<ul>ROWS</ul>
</body>
</html>
"""

RELOAD = """<script>
  const look = () =>
    fetch("/-/version?not=VERSION")
      .then((response) => response.text())
      .then((version) => (version === "VERSION" ? look() : location.reload()))
      .catch(() => setTimeout(look, 1000));
  if (window === window.top) addEventListener("load", look);
</script>
"""
