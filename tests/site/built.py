"""The built pages as a reader's browser has them: parsed once, found by their ids in the tree."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import yaml

from decision_tree.project import read_guide

ROOT = Path(__file__).parent.parent.parent
GUIDE = read_guide(ROOT)
NOT_FOUND = "404"
"""What the page for wrong addresses is called here; it stands in no tree."""
EMBED = "embed"
"""The page for frames on other sites: a page of the tree, but not in the theme's frame, nor in the search."""

MACRO_CALL = re.compile(r'\{\{ (fixed|outcome)_page\("([a-z0-9-]+)"\) \}\}')
BLOCKS = frozenset(
    re.findall(
        r"[a-z0-9-]+",
        """
        address article aside blockquote br button dd details div dl dt fieldset figcaption figure footer form
        h1 h2 h3 h4 h5 h6 header hr label li main nav ol option p pre section summary table td th title tr ul
        path-finder copy-text your-plan
        """,
    )
)
"""Elements before and after which a reader sees a gap."""


def _sources() -> Iterator[tuple[str, Path]]:
    for source in sorted((ROOT / "docs").rglob("*.md")):
        if call := MACRO_CALL.search(source.read_text()):
            yield call[2], source.relative_to(ROOT / "docs")


SOURCES: Mapping[str, Path] = dict(_sources())
"""The page of each id in `docs/`, by the id that its macro is called with."""


REMOVED = SOURCES.keys() - GUIDE.pages.keys() - GUIDE.outcomes.keys()
"""The pages of what a fork removes, or of what is retired: they point on."""
OWN = {
    source.relative_to(ROOT / "docs")
    for source in (ROOT / "docs").rglob("*.md")
    if not MACRO_CALL.search(source.read_text())
}
"""A fork's own pages, which print nothing of the tree."""


def address(page_id: str) -> str:
    """Where a page is served, from the site's root: "paths/urgent/"."""
    source = SOURCES[page_id]
    folder = source.parent if source.name == "index.md" else source.with_suffix("")
    return "" if folder == Path() else f"{folder.as_posix()}/"


FILES: Mapping[str, str] = {
    **{page_id: f"{address(page_id)}index.html" for page_id in SOURCES},
    NOT_FOUND: "404.html",
}
"""The built file of each page."""

OWN_FILES = {
    ((own.parent if own.name == "index.md" else own.with_suffix("")) / "index.html").as_posix() for own in OWN
}
"""The built file of each page of a fork's own."""


def classes(element: Element) -> list[str]:
    return element.get("class", "").split()


def is_a(name: str) -> Callable[[Element], bool]:
    """Whether an element is what `name` says: "section", ".footnote" or "div.footnote"."""
    tag, _, class_ = name.partition(".")
    return lambda element: (not tag or element.tag == tag) and (not class_ or class_ in classes(element))


def find_all(root: Element, name: str) -> list[Element]:
    """All elements of that name below `root`, in the order of the page."""
    wanted = is_a(name)
    return [element for element in root.iter() if isinstance(element.tag, str) and wanted(element)]


def find(root: Element, name: str) -> Element:
    """The one element of that name."""
    found = find_all(root, name)
    assert len(found) == 1, f"{len(found)} elements are <{name}>, not one"
    return found[0]


def words_of(root: Element, *, without: tuple[str, ...] = ()) -> str:
    """What `root` says, on one line, leaving out the elements of these names."""
    unwanted = [is_a(name) for name in without]
    pieces: list[str] = []

    def collect(element: Element) -> None:
        if isinstance(element.tag, str) and not any(test(element) for test in unwanted):
            gap = " " if element.tag in BLOCKS else ""
            pieces.extend((gap, element.text or ""))
            for child in element:
                collect(child)
                pieces.append(child.tail or "")
            pieces.append(gap)

    collect(root)
    return one_line("".join(pieces))


def one_line(text: str) -> str:
    """The text with plain spaces and straight quotation marks."""
    text = text.replace("\u2019", "'").replace("\u201c", '"').replace("\u201d", '"')
    return re.sub(r"\s+", " ", text).strip()


@dataclass(frozen=True)
class BuiltPage:
    """One parsed page."""

    id: str
    source: str
    root: Element
    errors: tuple[str, ...]
    """What a strict HTML parser complains of, with lines and columns."""

    @cached_property
    def elements(self) -> list[Element]:
        return [element for element in self.root.iter() if isinstance(element.tag, str)]

    @cached_property
    def ids(self) -> list[str]:
        return [element.attrib["id"] for element in self.elements if "id" in element.attrib]

    def all(self, name: str) -> list[Element]:
        return find_all(self.root, name)

    @cached_property
    def content(self) -> Element:
        """What the guide put there: the theme's frame is around it."""
        return find(self.root, "article")

    @cached_property
    def prose(self) -> str:
        """The content's words without footnotes, the marks that lead to them, and marks of lapsed claims."""
        return words_of(self.content, without=("div.footnote", "sup", "span.stamp", "script", "template"))

    @cached_property
    def everything(self) -> str:
        """The words of the whole page, frame and title too."""
        return words_of(self.root, without=("script",))

    @cached_property
    def footnotes(self) -> dict[str, str]:
        """The words of each footnote by the id of its fact, in order."""
        notes = [note for box in find_all(self.content, "div.footnote") for note in find_all(box, "li")]
        return {
            note.attrib["id"].removeprefix("fn:"): words_of(note) for note in notes if "id" in note.attrib
        }

    def section(self, name: str, value: str) -> Element:
        """The finder's section of a question or outcome: `section("question", "letter")`."""
        return next(section for section in self.all("section") if section.get(f"data-{name}") == value)

    def meta(self, name: str) -> str:
        tags = [
            tag.get("content", "")
            for tag in self.all("meta")
            if name in (tag.get("name"), tag.get("property"))
        ]
        assert len(tags) == 1, f"{len(tags)} <meta> say {name}"
        return tags[0]


def page(site: Path, page_id: str) -> BuiltPage:
    """A page of a built site, by its id in the tree."""
    return parsed(site / FILES[page_id], page_id)


@lru_cache(maxsize=128)
def parsed(file: Path, page_id: str = "") -> BuiltPage:
    """A page of a built site, by its file; one of a fork's own has no id."""
    source = file.read_text(encoding="utf-8")
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(source)
    errors = tuple(
        f"{line}:{column}: {code} {values or ''}" for (line, column), code, values in parser.errors
    )
    return BuiltPage(page_id, source, root, errors)


def pages(site: Path) -> Iterator[BuiltPage]:
    return (page(site, page_id) for page_id in FILES)


@lru_cache(maxsize=4)
def search_index(site: Path) -> list[dict[str, str]]:
    return json.loads((site / "search" / "search_index.json").read_text())["docs"]


def own_settings(project: Path) -> dict[str, object]:
    """A fork's own page of settings."""
    return yaml.safe_load((project / "mkdocs.yml").read_text())
