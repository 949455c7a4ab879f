"""What a host should send with each file, said once for all hosts' settings."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from publish import policy
from publish.stamp import is_stamped

YEAR = 365 * 24 * 60 * 60
DAY = 24 * 60 * 60

EVERYWHERE: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    # Nobody is told which page a reader came from.
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""Headers of every answer."""

ASSETS: Mapping[str, str] = {"Access-Control-Allow-Origin": "*"}
"""Headers of everything in `assets/`: a frame with the attribute `sandbox` counts as another origin, even to
its own site, and browsers refuse it module scripts and fonts without this one."""

UNCHANGING = f"public, max-age={YEAR}, immutable"
"""For files whose address changes with their content."""
ASK_FIRST = "no-cache"
"""For all others: a browser keeps them, but asks each time whether they are still the same."""
PICTURE = f"public, max-age={DAY}"
PICTURES = frozenset((".avif", ".gif", ".ico", ".jpg", ".png", ".svg", ".webp"))

TYPES: Mapping[str, str] = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
    ".zip": "application/zip",
}
"""Written out, since Python's own list differs from computer to computer."""


def of_page(page: str, hashes: Iterable[str], home: str) -> dict[str, str]:
    """The headers of a page besides those of every answer, by its site's origin and scripts' hashes."""
    return {"Content-Security-Policy": policy.header(page, hashes, home)}


def cache_control(name: str) -> str:
    """How long a browser may keep a file, e.g. "assets/at/0a1b2c3d4e5f/site/site.css"."""
    if is_stamped(name):
        return UNCHANGING
    return PICTURE if PurePosixPath(name).suffix in PICTURES else ASK_FIRST


def content_type(name: str) -> str:
    """The type of a file, by the end of its name."""
    return TYPES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")
