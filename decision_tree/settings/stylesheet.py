"""Writes a palette as the style sheet that the site loads, in the theme's variables and our own."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from decision_tree.settings.color import Color
from decision_tree.settings.palette import Palette, Scheme, palette
from decision_tree.settings.read import read_settings

FILE = "assets/palette/palette.css"
"""Where it is written, from `docs/` on."""

NOTE = "/* Made from the two colors in mkdocs.yml before each build. Change them there. */"


def write_palette(root: Path) -> Path:
    """Write the palette of the project in `root`, and return the file.

    A file that holds it already is left alone, so that a server that watches it does not build for ever.
    Raises ValueError where one of the colors is none, and UnreadableError where there is no `mkdocs.yml`.
    """
    text = style_sheet(palette(read_settings(root).brand.colors))
    file = root / "docs" / FILE
    write_whole(file, text)
    return file


def write_whole(file: Path, text: str) -> None:
    """Write a file that is made before each build, unless it holds the text already."""
    if file.exists() and file.read_text(encoding="utf-8") == text:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    # Another process may read it at this moment: it finds the old file or the new one, whole.
    handle, new = tempfile.mkstemp(dir=file.parent, prefix=".")
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
    Path(new).chmod(0o644)
    Path(new).replace(file)


def style_sheet(made: Palette) -> str:
    """Return a palette as CSS."""
    dark = {"--md-hue": _hue(made.dark.ground), **_values(made.dark)}
    rules = (
        _rule(f":root, {_scheme('default')}, {_scheme('system')}", _values(made.light)),
        _rule(_scheme("slate"), dark),
        # The page for frames has no script that could choose a scheme: there the reader's own setting does.
        f"@media (prefers-color-scheme: dark) {{\n{_rule(_scheme('system'), dark)}}}\n",
    )
    return "\n".join((NOTE, *rules))


def _scheme(name: str) -> str:
    return f'[data-md-color-scheme="{name}"]'


def _rule(selector: str, values: Mapping[str, object]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in values.items())
    return f"{selector} {{\n{lines}}}\n"


def _values(scheme: Scheme) -> dict[str, object]:
    """Return each variable of the theme's and of ours that a scheme sets."""
    return {
        "--md-primary-fg-color": scheme.primary,
        "--md-primary-fg-color--light": scheme.primary,
        "--md-primary-fg-color--dark": scheme.primary,
        "--md-primary-bg-color": scheme.on_primary,
        "--md-primary-bg-color--light": scheme.on_primary,
        "--md-accent-fg-color": scheme.accent,
        "--md-accent-fg-color--transparent": scheme.tint,
        "--md-accent-bg-color": scheme.on_accent,
        "--md-accent-bg-color--light": scheme.on_accent,
        "--md-default-bg-color": scheme.ground,
        "--md-default-fg-color": scheme.text,
        "--md-default-fg-color--light": scheme.text_light,
        "--md-default-fg-color--lighter": scheme.text_lighter,
        "--md-default-fg-color--lightest": scheme.line,
        "--md-typeset-a-color": scheme.link,
        "--guide-edge": scheme.edge,
        "--guide-field": scheme.field,
        "--guide-mark": scheme.mark,
        "--guide-tint": scheme.tint,
        "--guide-warning": scheme.warning,
        "--guide-warning-bg": scheme.warning_ground,
    }


def _hue(color: Color) -> int:
    """Return a color's hue in degrees, as the theme's own shades of the dark scheme take it."""
    high, low = max(color.red, color.green, color.blue), min(color.red, color.green, color.blue)
    if high == low:
        return 0
    span = high - low
    if high == color.red:
        turn = (color.green - color.blue) / span % 6
    elif high == color.green:
        turn = (color.blue - color.red) / span + 2
    else:
        turn = (color.red - color.green) / span + 4
    return round(60 * turn) % 360
