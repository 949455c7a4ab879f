"""Writes down the words of the pages that have no macro, for the theme's templates to include.

An address that leads nowhere is answered with the theme's own page, 404.html. Neither engine lets a macro
hand it anything, so its words stand in a template of their own, written before each build like the palette.
"""

import json
from pathlib import Path
from types import SimpleNamespace

from decision_tree.judged_day import judged_day
from decision_tree.problems import GuideError
from decision_tree.project import read_guide
from decision_tree.settings import read_settings
from decision_tree.settings.stylesheet import write_whole
from macros.addresses import FRAMED
from macros.context import Context, context_of
from macros.filters import literal
from macros.views.crisis_line import crisis_line

FILE = "overrides/made/words.html"
ELSEWHERE = SimpleNamespace(meta={"template": FRAMED}, file=SimpleNamespace(src_uri="404.md"))
"""A page at any address: like one in a frame, its links are whole where the site's address is known."""


def write_theme_words(root: Path, home: str) -> None:
    """Write the words of the project in `root`; `home` is the site's address, or empty.

    Where the guide has errors, which are told elsewhere, the words written before stay; none are better than
    no page.
    """
    file = root / FILE
    try:
        context = context_of(read_guide(root), ELSEWHERE, judged_day(root), home, read_settings(root))
    except GuideError:
        if not file.exists():
            write_whole(file, template({}))
        return
    write_whole(file, template(theme_words(context)))


def theme_words(context: Context) -> dict[str, str]:
    """Return the words by their names in the templates; all are HTML."""
    guide, words = context.guide, context.words
    return {
        "crisis": crisis_line(context),
        "leave": literal(guide.site.leave_label),
        "not_found": literal(words["not_found"]),
        "not_found_lead": literal(words["not_found_lead"]),
        "find_your_path": literal(guide.pages["find-your-path"].title),
    }


def template(words: dict[str, str]) -> str:
    """Return the template from which others import `theirs`; JSON is a value in its language too."""
    value = json.dumps(words, ensure_ascii=False)
    return f"{{% set theirs = {value} %}}\n"
