"""Says in lines why a page, or the site, could not be made, whoever raised what."""

import re
import traceback
from collections.abc import Iterable
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError
from mkdocs.exceptions import Abort, MkDocsException

from building.engine import SETTINGS
from decision_tree import crash
from decision_tree.problems import GuideError, Position, quoted

Lines = tuple[str, ...]

OF_A_LINK = re.compile(
    r"warning: Doc file '(?P<page>[^']+)' contains .*?link '(?P<link>[^']*)', (?P<wrong>.+)"
)
"""How the engine warns of a link: it names the page, and no line."""

OF_A_SETTING = re.compile(r"error: Config value '(?P<key>[\w.]+)': (?P<wrong>.+)")
"""How it tells of a setting: it names the key."""

ICONS = ".icons/"
"""Where the theme looks for an icon that a setting or a page names."""


def why(error: BaseException, root: Path, logged: Iterable[str] = (), page: str = "") -> Lines:
    """Return the lines that say why.

    `logged` is what the engine has warned of so far, and `page` the page that was being made, below `docs/`.
    Of an error that is the program's own, the details are kept in a file that the line names.
    """
    if isinstance(error, SystemExit):  # so the plugin of the macros ends, with the cause as its context
        error = error.__context__ or error
    if isinstance(error, GuideError):
        return tuple(str(problem) for problem in error.problems)
    if isinstance(error, MkDocsException):
        lines = logged if isinstance(error, Abort) else ()
        return tuple(placed(line, root) for line in lines) or (placed(f"error: {error}", root),)
    if isinstance(error, TemplateNotFound) and (error.name or "").startswith(ICONS):
        icon = str(error.name).removeprefix(ICONS).removesuffix(".svg")
        name = f"docs/{page}" if page else SETTINGS
        return (f"{_place(root, name, icon)}: error[page]: there is no icon {quoted(icon)} (delete it)",)
    if page and not _in_our_code(error, root):
        line = f":{error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        return (
            f"docs/{page}{line}: error[page]: {' '.join(str(error).split())} (mend what this page calls)",
        )
    return (crash.told(error, root),)


def placed(line: str, root: Path) -> str:
    """Return what the engine tells, at the line and column of the setting or the link that it tells of."""
    if found := OF_A_SETTING.fullmatch(line):
        key = found["key"].partition(".")[0]
        return f"{_place(root, SETTINGS, f'{key}:')}: error[setting]: {found['key']}: {found['wrong']}"
    if found := OF_A_LINK.fullmatch(line):
        link, wrong = found["link"], found["wrong"].removeprefix("but ")
        place = _place(root, f"docs/{found['page']}", f"({link}", 1)
        return f"{place}: error[page-link]: the link {quoted(link)} is wrong: {wrong}"
    return line


def _place(root: Path, name: str, words: str, behind: int = 0) -> Position:
    """Return where words stand first in a file, or so many letters behind that; else the file's start."""
    try:
        rows = (root / name).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        rows = []
    spots = ((number, row.find(words)) for number, row in enumerate(rows, 1))
    found = (Position(name, number, column + 1 + behind) for number, column in spots if column >= 0)
    return next(found, Position(name, 1, 1))


def _in_our_code(error: BaseException, root: Path) -> bool:
    """Whether the error comes from deeper than the call that a page makes."""
    called = root / "macros" / "__init__.py"
    places = [Path(frame.filename) for frame in traceback.extract_tb(error.__traceback__)]
    own = [root / name for name in ("macros", "decision_tree", "overrides")]
    return any(place != called and any(place.is_relative_to(folder) for folder in own) for place in places)
