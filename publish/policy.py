"""Write the content security policy into each page: `python -m publish.policy site/`.

A policy tells the browser what a page may load and run, so that a slip in the guide cannot run a stranger's
code. The theme puts small scripts into its pages, which differ by page and version; so they are hashed here,
after the build, and nothing else written into a page may run. Each page carries the policy itself and is safe
on a host that sends no headers; what only a header can say, who may frame the page, is left to the hosts'
settings.
"""

import re
import sys
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from pathlib import Path

from publish.commands import UnfitError, run_steps
from publish.site import Markup, may_be_framed, origin, pages

META = re.compile(r'\n? *<meta http-equiv="Content-Security-Policy" content="[^"]*">')
CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)


def policy(page: str, hashes: Iterable[str], home: str) -> str:
    """The policy of a page whose inline scripts have these hashes, in a site whose home is this origin."""
    # In a sandboxed frame, WebKit takes 'self' for nothing at all: there the site's own files need its name.
    own = f"'self' {home}".rstrip() if may_be_framed(page) else "'self'"
    scripts = " ".join((own, *hashes))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            f"style-src {own}",
            f"img-src {own} data:",  # the theme's style sheets hold their icons
            f"font-src {own}",
            f"connect-src {own}",
            "worker-src 'self'",  # search
            "manifest-src 'self'",
            "frame-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def header(page: str, hashes: Iterable[str], home: str) -> str:
    """The whole policy that a host sends with a page, e.g. with "paths/urgent/index.html"."""
    framed_by = "*" if may_be_framed(page) else "'self'"
    return f"{policy(page, hashes, home)}; frame-ancestors {framed_by}"


def all_hashes(site: Path) -> list[str]:
    """The hashes of every inline script of the site, sorted: hosts send one policy for many pages."""
    return sorted({hash_ for page in pages(site) for hash_ in hashes_of(_markup(site / page))})


def hashes_of(markup: Markup) -> list[str]:
    """The hashes of a page's inline scripts as a policy names them, each once."""
    digests = (sha256(script.encode()).digest() for script in markup.scripts)
    return list(dict.fromkeys(f"'sha256-{b64encode(digest).decode()}'" for digest in digests))


def run(site: Path) -> str:
    """Write each page's policy into it. Raises UnfitError where a page holds what the policy blocks."""
    found = {page: _markup(site / page) for page in pages(site)}
    breaches = [f"{page}: {breach}" for page, markup in found.items() for breach in markup.breaches]
    if breaches:
        raise UnfitError(breaches)
    for page, markup in found.items():
        _write(site / page, policy(page, hashes_of(markup), origin(site)))
    return f"Wrote the security policy into {len(found)} pages."


def _write(file: Path, words: str) -> None:
    text = META.sub("", _text(file))
    charset = CHARSET.search(text)
    if charset is None:
        raise UnfitError([f"{file}: no <meta charset>, after which its policy would stand"])
    meta = f'\n  <meta http-equiv="Content-Security-Policy" content="{escape(words, quote=True)}">'
    # The apostrophes may stand as they are, and the policy can be read.
    meta = meta.replace("&#x27;", "'")
    file.write_bytes(f"{text[: charset.end()]}{meta}{text[charset.end() :]}".encode())


def _markup(file: Path) -> Markup:
    return Markup.of(_text(file))


def _text(file: Path) -> str:
    # As it stands: a line end that Python changed would change a script's hash.
    return file.read_bytes().decode("utf-8")


if __name__ == "__main__":
    sys.exit(run_steps(__doc__, [run]))
