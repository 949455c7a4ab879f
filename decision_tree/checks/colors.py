"""The colors in a fork's settings."""

import re
from collections.abc import Iterator

from decision_tree.problems import Problem, quoted
from decision_tree.settings.brand import BrandColors
from decision_tree.settings.color import WRITTEN
from decision_tree.settings.palette import TEXT, palette
from decision_tree.settings.read import BRAND, SettingsFile
from decision_tree.sources import Sources

COLORS = (*BRAND, "colours")
KEYS = ("primary", "accent")
UNQUOTED = re.compile(r"[ \t]*(#(?:[0-9a-fA-F]{3}){1,2})\b")


def check_color(sources: Sources) -> Iterator[Problem]:
    """The brand's two colors are colors, and are told where they cannot be read in one of their roles.

    Passes: `primary: "#1f4e79"`, `primary: "#147"`. Fails: `primary: navy`, `primary: #1f4e79`, which without
    quotes is a comment. Warns: `primary: "#ffcc00"`, which links cannot have on a light page.
    """
    settings = sources.settings
    if settings is None:
        return
    given = {key: settings.text(*COLORS, key) for key in KEYS}
    wrong = [key for key in KEYS if given[key] and not WRITTEN.fullmatch(given[key])]
    for key in wrong:
        message = (
            f'{quoted(given[key])} is no color (write it with 6 or 3 digits, in quotes: "#1f4e79" or "#147")'
        )
        yield Problem.at(settings.document.position((*COLORS, key)), message)
    yield from _unquoted(settings)
    if not wrong:
        yield from _adjusted(settings, BrandColors(**given))


def _unquoted(settings: SettingsFile) -> Iterator[Problem]:
    """Yield each color that YAML takes for a comment, so that it would have no effect."""
    document = settings.document
    lines = document.text.splitlines()
    for key in KEYS:
        position = document.position((*COLORS, key))
        if settings.value(*COLORS, key) is None and 0 < position.line <= len(lines):
            found = UNQUOTED.match(lines[position.line - 1], position.column - 1)
            if found:
                message = f'a color needs quotes here: "{found[1]}" (without them it is read as a comment)'
                yield Problem.at(position, message)


def _adjusted(settings: SettingsFile, colors: BrandColors) -> Iterator[Problem]:
    for change in palette(colors).adjusted:
        message = (
            f'the color "{change.given}" has a contrast of {_shown(change.ratio)} to 1 with {change.ground}, '
            f'and {change.role} need {TEXT} to 1 (they get "{change.used}", the nearest one that passes)'
        )
        yield Problem.at(settings.document.position((*COLORS, change.color)), message, "warning")


def _shown(ratio: float) -> str:
    """Return a ratio with two digits, cut off rather than rounded up to what would pass."""
    return f"{int(ratio * 100) / 100:.2f}"
