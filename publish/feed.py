"""Write the feed of what each release changed: `python -m publish.feed site/`.

The feed is `changes.xml` (Atom, RFC 4287), made from decision_tree/changes.yml. The site's name and address
are those that the built home page gives; the addresses in the feed are whole, so that they can be followed
from afar. An entry's id is its place on the page /changes/, and never changes. A site whose settings name no
address gets relative links, and ids made from its name.
"""

import re
import sys
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import unescape
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from decision_tree.judged_day import judged_day
from decision_tree.model.changes import Change, Release
from decision_tree.problems import GuideError
from decision_tree.project import read_guide
from macros.words import Words
from publish.commands import UnfitError, run_steps
from publish.site import CANONICAL

ROOT = Path(__file__).parent.parent
FEED = "changes.xml"
PAGE = "changes"
"""The id of the page that says the same; it is served at /changes/."""

ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
XML = "http://www.w3.org/XML/1998/namespace"
PREFIXES = {"": ATOM, "html": XHTML}

HEAD = {
    "home": CANONICAL,
    "name": re.compile(r'<meta property="og:site_name" content="([^"]*)"'),
    "language": re.compile(r'<html[^>]* lang="([^"]*)"'),
}
"""Where a built page says what the feed needs to know of the site."""


@dataclass(frozen=True, slots=True)
class Site:
    """Whose feed it is, e.g. `Site("https://example.org/", "Our guide", "en")`."""

    home: str
    """The address of the home page, with a slash at its end; empty where the settings name none."""
    name: str
    language: str

    def id(self, place: str) -> str:
        """The lasting id of a place on the site, e.g. of "changes/#release-1-0-0"."""
        return f"{self.home}{place}" if self.home else uuid5(NAMESPACE_URL, f"{self.name}/{place}").urn


def run(site: Path) -> str:
    """Write the feed into a built site."""
    try:
        guide = read_guide(ROOT)
    except GuideError as error:
        raise UnfitError(str(problem) for problem in error.problems) from error
    whose = read_site(site / "index.html")
    words = Words(guide.interface)
    title = guide.pages[PAGE].title if PAGE in guide.pages else ""
    (site / FEED).write_bytes(feed(whose, title, guide.releases, words, judged_day(ROOT)))
    relative = "" if whose.home else " Its links are relative: mkdocs.yml names no site_url."
    return f"Wrote the feed of changes, {FEED} (entries: {len(guide.releases)}).{relative}"


def read_site(page: Path) -> Site:
    """What the built home page says of the site that it belongs to."""
    html = page.read_text(encoding="utf-8")
    found = {key: pattern.search(html) for key, pattern in HEAD.items()}
    head = {key: unescape(match[1]) if match else "" for key, match in found.items()}
    home = f"{head['home'].rstrip('/')}/" if head["home"] else ""
    return Site(home, head["name"], head["language"] or "en")


def feed(site: Site, title: str, releases: tuple[Release, ...], words: Words, on: date) -> bytes:
    """The whole feed; without releases it is as new as the day `on`."""
    root = ET.Element(f"{{{ATOM}}}feed", {f"{{{XML}}}lang": site.language})
    atom = partial(_add, ATOM)
    atom(root, "id", site.id(FEED))
    atom(root, "title", words("labelled", label=site.name, text=title) if title else site.name)
    atom(root, "updated", _moment(max((release.day for release in releases), default=on)))
    atom(atom(root, "author"), "name", site.name)
    atom(root, "link", rel="self", type="application/atom+xml", href=site.home + FEED)
    atom(root, "link", rel="alternate", type="text/html", href=f"{site.home}{PAGE}/")
    for release in releases:
        place = f"{PAGE}/#{release.anchor}"
        entry = atom(root, "entry")
        atom(entry, "id", site.id(place))
        atom(entry, "title", words("changes_release", version=release.version))
        atom(entry, "published", _moment(release.day))
        atom(entry, "updated", _moment(release.day))
        atom(entry, "link", rel="alternate", type="text/html", href=site.home + place)
        _tell(release, atom(entry, "content", type="xhtml"), words)
    for prefix, namespace in PREFIXES.items():
        ET.register_namespace(prefix, namespace)
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _tell(release: Release, content: ET.Element, words: Words) -> None:
    html = partial(_add, XHTML)
    body = html(content, "div")
    html(body, "p", release.summary)
    parts: dict[str, tuple[Change, ...]] = {
        words["changes_facts"]: release.facts,
        words["changes_passages"]: release.passages,
        words["changes_removed"]: release.removed,
    }
    for heading, changes in parts.items():
        if not changes:
            continue
        html(body, "h2", heading)
        rows = html(body, "ul")
        for change in changes:
            row = html(rows, "li")
            html(row, "p", change.what)
            html(row, "p", words["changes_local"])
            html(row, "pre", change.in_local)


def _add(namespace: str, parent: ET.Element, tag: str, text: str | None = None, **values: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{namespace}}}{tag}", values)
    element.text = text
    return element


def _moment(day: date) -> str:
    """Midnight of a day: the data knows no hours."""
    return f"{day}T00:00:00Z"


if __name__ == "__main__":
    sys.exit(run_steps(__doc__, [run]))
