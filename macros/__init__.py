"""The macros that the pages in `docs/` call. Each page is one call; its words come from the tree.

Both site engines import this module once or more often; the guide itself is read once for each change of its
files.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from decision_tree.judged_day import judged_day
from decision_tree.problems import GuideError
from decision_tree.project import read_guide
from decision_tree.settings import read_settings
from decision_tree.settings.stylesheet import write_palette
from macros.context import Context, context_of
from macros.pages import BuiltPage, fixed_page, outcome_page
from macros.theme_words import write_theme_words

ROOT = Path(__file__).parent.parent


def define_env(env: Any) -> None:
    """Register the macros with MkDocs' or Zensical's macros plugin.

    A guide with errors raises `GuideError` at the first page, which stops a build.
    """
    # The theme reads both files: no macro hands it a color, or a word that stands on every page.
    with suppress(ValueError, GuideError):  # the first page tells both
        write_palette(ROOT)
    write_theme_words(ROOT, env.conf.get("site_url") or "")

    def macro(make: Callable[[Context, str], BuiltPage]) -> None:
        def call(id_: str) -> str:
            home = env.conf.get("site_url") or ""
            guide, settings = read_guide(ROOT), read_settings(ROOT)
            built = make(context_of(guide, env.page, judged_day(ROOT), home, settings), id_)
            env.page.meta.update(built.head)
            return built.markdown

        env.macro(call, make.__name__)

    macro(fixed_page)
    macro(outcome_page)
