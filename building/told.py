"""Says in lines why a page, or the site, could not be made, whoever raised what."""

import traceback
from collections.abc import Iterable
from pathlib import Path

from jinja2 import TemplateSyntaxError
from mkdocs.exceptions import Abort, MkDocsException

from decision_tree import crash
from decision_tree.problems import GuideError

Lines = tuple[str, ...]


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
        return tuple(logged) or (f"error: {error}",) if isinstance(error, Abort) else (f"error: {error}",)
    if page and not _in_our_code(error, root):
        line = f":{error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        return (
            f"docs/{page}{line}: error[page]: {' '.join(str(error).split())} (mend what this page calls)",
        )
    return (crash.told(error, root),)


def _in_our_code(error: BaseException, root: Path) -> bool:
    """Whether the error comes from deeper than the call that a page makes."""
    called = root / "macros" / "__init__.py"
    places = [Path(frame.filename) for frame in traceback.extract_tb(error.__traceback__)]
    own = [root / name for name in ("macros", "decision_tree", "overrides")]
    return any(place != called and any(place.is_relative_to(folder) for folder in own) for place in places)
