"""Write `_headers`, which Netlify and Cloudflare Pages read: `python -m publish.hosts.headers_file site/`.

Both add up the headers of all rules that fit an address, and join a header that two rules give; two policies
would then both hold. So exactly one rule gives a page its policy: that of the largest folder in which every
page has the same.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from publish.commands import UnfitError, run_steps
from publish.hosts import headers
from publish.policy import all_hashes
from publish.site import files, may_be_framed, origin, pages
from publish.stamp import STAMPED, is_stamped

FILE = "_headers"
MOST_RULES = 100
LONGEST_LINE = 2000
"""What Cloudflare Pages reads at most."""

Rule = tuple[str, dict[str, str]]


def run(site: Path) -> str:
    """Write the file. Raises UnfitError where a host would not read all of it."""
    written = list(rules(site))
    lines = [line for address, given in written for line in (address, *_lines(given))]
    longest = max(map(len, lines))
    if len(written) > MOST_RULES:
        raise UnfitError([f"{FILE}: {len(written)} rules, and Cloudflare Pages reads {MOST_RULES}"])
    if longest > LONGEST_LINE:
        raise UnfitError(
            [f"{FILE}: a line of {longest} characters, and Cloudflare Pages reads {LONGEST_LINE}"]
        )
    (site / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return f"Wrote {FILE} for Netlify and Cloudflare Pages: {len(written)} rules."


def rules(site: Path) -> Iterator[Rule]:
    """Each rule: the addresses that it fits, and the headers that it gives."""
    yield "/*", dict(headers.EVERYWHERE)
    yield "/assets/*", dict(headers.ASSETS)
    kept = {"Cache-Control": headers.UNCHANGING}
    yield f"/{STAMPED}/*", kept
    for name in files(site):
        if is_stamped(name) and not name.startswith(f"{STAMPED}/"):
            yield f"/{name}", kept
    all_pages = list(pages(site))
    hashes = all_hashes(site)
    for address, page in _folders("", all_pages):
        yield address, headers.of_page(page, hashes, origin(site))


def _folders(folder: str, all_pages: list[str]) -> Iterator[tuple[str, str]]:
    """The addresses that share a policy within a folder, each with one page that has it."""
    inside = [page for page in all_pages if page.startswith(folder)]
    if folder and len({may_be_framed(page) for page in inside}) == 1:
        yield f"/{folder}*", inside[0]
        return
    below = dict.fromkeys(page.removeprefix(folder).partition("/")[0] for page in inside)
    for name in below:
        page = f"{folder}{name}"
        if page in inside:
            yield f"/{page.removesuffix('index.html')}", page
        else:
            yield from _folders(f"{page}/", inside)


def _lines(given: dict[str, str]) -> Iterator[str]:
    return (f"  {name}: {value}" for name, value in given.items())


if __name__ == "__main__":
    sys.exit(run_steps(__doc__, [run]))
