"""Writes down the words that stand around every page, for the theme's templates in `overrides/`.

They are the same on each page: the crisis line, the foot, what the head says of the whole site. A page of a
fork's own in plain Markdown has no macro, and neither has the page for wrong addresses; so no page's macro
hands them on, and they stand in a template of their own, written before each build like the palette.
"""

import json
import re
from pathlib import Path
from types import SimpleNamespace

from markupsafe import escape

from decision_tree.judged_day import judged_day
from decision_tree.problems import GuideError
from decision_tree.project import read_guide
from decision_tree.settings import read_settings
from decision_tree.settings.stylesheet import write_whole
from macros.addresses import FRAMED
from macros.context import Context, context_of
from macros.views.crisis_line import crisis_line

FILE = "overrides/made/words.html"
HOME = SimpleNamespace(meta={}, path="index.md")
"""The words are made as for the home page: its links name the places that they lead to from there."""
PLACE = re.compile(r'(?<=<a href=")(?![A-Za-z][A-Za-z0-9+.-]*:)([^"#]*)')
"""Where a link within the site leads. Prose has no HTML of its own, so no other text begins like this."""


def write_theme_words(root: Path, home: str) -> None:
    """Write the words of the project in `root`; `home` is the site's address, or empty.

    Where the guide has errors, which are told elsewhere, the words written before stay; where there are none,
    pages have none of these words.
    """
    file = root / FILE
    try:
        context = context_of(read_guide(root), HOME, judged_day(root), settings=read_settings(root))
    except GuideError:
        if not file.exists():
            write_whole(file, template({}, home))
        return
    write_whole(file, template(theme_words(context), home))


def theme_words(context: Context) -> dict[str, str]:
    """Return the words by their names in the templates; all are HTML, and text fits an attribute too."""
    guide, words, brand = context.guide, context.words, context.settings.brand
    site = guide.site
    plain = {
        "crisis_label": site.crisis_label,
        "leave": site.leave_label,
        "pages": words["all_pages"],
        "region": words("serves", region=brand.region) if brand.region else "",
        "contact_label": words["contact"],
        "contact_link": brand.contact_link,
        "date_passed": words["date_passed"],
        "search_refused": words["search_refused"],
        "whole_guide": words("whole_guide", name=brand.name),
        "feed": words("labelled", label=brand.name, text=words["changes_feed"]),
        "share": context.settings.share,
        "not_found": words["not_found"],
        "not_found_lead": words["not_found_lead"],
        "find_your_path": guide.pages["find-your-path"].title,
    }
    return {
        "crisis": crisis_line(context),
        "leave_note": context.prose.inline(site.leave_note),
        "disclaimer": context.prose.inline(site.disclaimer),
        **{name: str(escape(text)) for name, text in plain.items()},
    }


def template(words: dict[str, str], home: str) -> str:
    """Return the template from which others import `theirs`, with their context.

    A word is a text in the template's language, so braces in it stay braces. Between such texts stands how
    the engine makes the address of each place: as seen from the page, or whole on a page for frames.
    """
    framed = f'page and page.meta and page.meta.template == "{FRAMED}"'
    at_home = json.dumps(f"{home.rstrip('/')}/" if home else "", ensure_ascii=False)
    value = ", ".join(f"{_text(name)}: {_value(html)}" for name, html in words.items())
    return f"{{% set home = {at_home} if {framed} else '' %}}\n{{% set theirs = {{{value}}} %}}\n"


def _value(html: str) -> str:
    """Return a word as an expression: every other piece of it is a place."""
    pieces = PLACE.split(html)
    return " ~ ".join(_place(piece) if number % 2 else _text(piece) for number, piece in enumerate(pieces))


def _place(way: str) -> str:
    """Return the address of a place, e.g. of "paths/urgent/", as an expression."""
    way = way.removeprefix("./")
    return f"(home ~ {_text(way)} if home else {_text(way or '.')} | url)"


def _text(text: str) -> str:
    """Return a text as a constant; one of JSON is one in the templates' language too."""
    return json.dumps(text, ensure_ascii=False)
