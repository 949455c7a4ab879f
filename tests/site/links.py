"""Where the links of a built page lead, and which of them lead nowhere."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from built import FILES, GUIDE, ROOT, BuiltPage, own_settings, page

HOME = str(own_settings(ROOT)["site_url"])
SOMEWHERE = "https://somewhere.invalid/some/deep/folder/"
"""A site may be served below any path, so a relative link must not climb out of it."""
NOT_PAGES = ("data:", "tel:", "sms:", "mailto:")
PAGES_BY_FILE = {file: page_id for page_id, file in FILES.items()}
ANSWERS = {
    (question.id, option)
    for tree in GUIDE.trees.values()
    for question in tree.questions.values()
    for option in question.options
}


def targets(built: BuiltPage) -> Iterator[tuple[str, str]]:
    """The places within the site that a page names in links, scripts and pictures: path and fragment."""
    names = [element.get(name) for element in built.elements for name in ("href", "src")]
    for link in names:
        if link is None or link.startswith(NOT_PAGES):
            continue
        is_whole = bool(urlsplit(link).scheme) or link.startswith("/")
        home = HOME if is_whole else SOMEWHERE
        target = urljoin(home + FILES[built.id].removesuffix("index.html"), link)
        if target.startswith(home):
            parts = urlsplit(target.removeprefix(home))
            yield unquote(parts.path), unquote(parts.fragment)
        elif not is_whole:
            yield f"out of the site: {link}", ""


def broken_links(site: Path, page_id: str) -> list[str]:
    """The links of a page that lead to no file of the site."""
    paths = dict.fromkeys(path for path, _ in targets(page(site, page_id)))
    return [path for path in paths if not (site / _file_of(path)).is_file()]


def lost_points(site: Path, page_id: str) -> list[str]:
    """The links of a page to a point that is not on the page they lead to."""
    return [
        f"{path}#{fragment}"
        for path, fragment in targets(page(site, page_id))
        if fragment
        and _file_of(path) in PAGES_BY_FILE
        and fragment not in page(site, PAGES_BY_FILE[_file_of(path)]).ids
        and not _carries_state(fragment)
    ]


def _file_of(path: str) -> str:
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def _carries_state(fragment: str) -> bool:
    """Whether a fragment is the finders' own, as `plan=chip` is, and every answer in it exists."""
    pairs = [tuple(pair.split("=", 1)) for pair in fragment.split("&")]
    return all(pair in ANSWERS or (pair[0] == "plan" and pair[-1] in GUIDE.plan_kinds) for pair in pairs)
