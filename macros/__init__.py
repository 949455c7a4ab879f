"""The macros that the pages in `docs/` call. Each page is one call; the words come from the decision tree.

Both site engines import this module once or more often; the guide itself is read once per change of its files.
"""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from decision_tree.judged_day import judged_day
from decision_tree.problems import GuideError
from decision_tree.project import read_guide
from macros.pages import Pages
from macros.problem_box import problem_box

ROOT = Path(__file__).parent.parent


def define_env(env: Any) -> None:
    """Register the macros with MkDocs' or Zensical's macros plugin.

    A guide with errors stops a strict build. While serving (`STRICT` unset) the errors are shown in a box on
    the page instead, so that the server lives on and the next edit can mend them.
    """
    strict = bool(env.conf["plugins"]["macros"].config["on_error_fail"]) if _is_mkdocs(env) else None

    def macro(method: Callable[..., str]) -> None:
        @wraps(method)
        def call(*args: str) -> str:
            try:
                pages = Pages(read_guide(ROOT), env.page, judged_day(ROOT))
                return method(pages, *args)
            except GuideError as error:
                if strict is not False:
                    raise
                return problem_box(error.problems)

        env.macro(call)

    macro(Pages.fixed_page)
    macro(Pages.outcome_page)


def _is_mkdocs(env: Any) -> bool:
    return hasattr(env.conf, "plugins")
