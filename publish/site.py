"""A built site: its files, and what its pages hold that a policy must know of.

Reads only; every step that changes files does so itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

RUN_AS_SCRIPT = frozenset(
    ("", "text/javascript", "application/javascript", "module", "importmap", "speculationrules")
)
"""Types of inline scripts that a policy governs. Others, such as structured data, are never run."""

CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')
"""Where a page gives its own address."""

EMBEDDED = "embed"
"""The folder of the page that anyone may frame."""


def pages(site: Path) -> Iterator[str]:
    """The paths of all pages, sorted, e.g. "paths/urgent/index.html"."""
    return (name for name in files(site) if name.endswith(".html"))


def files(site: Path) -> Iterator[str]:
    """The paths of all files, sorted."""
    return iter(sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()))


def may_be_framed(page: str) -> bool:
    """Whether a page is made to stand in other organizations' pages: "embed/index.html", in any language."""
    return page.split("/")[-2:-1] == [EMBEDDED]


def base_path(site: Path) -> str:
    """The path that the site is served below, "/" or "/repo/", as its first page's own address says."""
    path = urlsplit(home(site)).path
    return path if path.endswith("/") else f"{path}/"


def origin(site: Path) -> str:
    """The origin that the site is built for, "https://name.example", as its first page's own address says."""
    scheme, host, *_ = urlsplit(home(site))
    return f"{scheme}://{host}" if host else ""


def home(site: Path) -> str:
    """The address of the site's first page, as that page gives it; empty where the settings name none."""
    found = CANONICAL.search((site / "index.html").read_text("utf-8"))
    return unescape(found[1]) if found else ""


@dataclass
class Markup(HTMLParser):
    """What one page holds: `markup = Markup.of(html)`."""

    scripts: list[str] = field(default_factory=list)
    """The text of each inline script that a browser would run."""
    breaches: list[str] = field(default_factory=list)
    """What a policy without "unsafe" words blocks, each with its line."""
    _script: list[str] | None = None
    """The pieces of the inline script that is being read."""

    def __post_init__(self) -> None:
        super().__init__()

    @classmethod
    def of(cls, html: str) -> "Markup":
        """Read a page."""
        markup = cls()
        markup.feed(html)
        markup.close()
        return markup

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an inline script's start, and what the policy would block."""
        line, _ = self.getpos()
        given = dict(attrs)
        if tag == "script" and "src" not in given and (given.get("type") or "").lower() in RUN_AS_SCRIPT:
            self._script = []
        if tag == "style":
            self.breaches.append(f"line {line}: a <style> element (move its rules to a style sheet)")
        for name, value in attrs:
            if name == "style":
                self.breaches.append(f'line {line}: style="{value}" (use a class)')
            elif name.startswith("on"):
                self.breaches.append(f"line {line}: {name}=… (listen in a script)")
            elif name in ("href", "src", "action") and (value or "").strip().lower().startswith(
                "javascript:"
            ):
                self.breaches.append(f"line {line}: {name} runs code (listen in a script)")

    def handle_data(self, data: str) -> None:
        """Collect an inline script's text."""
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Note an inline script's end."""
        if tag == "script" and self._script is not None:
            self.scripts.append("".join(self._script))
            self._script = None
