"""Makes the whole palette, for light and for dark screens, from a fork's two brand colors.

Every pair of colors that meet on a page is listed in PAIRS, and passes WCAG AA in every palette: where a
brand color would not, that role gets a darker or a lighter one of the same hue. The warning color, and those
of the paths' letters, are the same in all forks.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from decision_tree.settings.brand import BrandColors
from decision_tree.settings.color import BLACK, WHITE, Color, contrast, from_lch, mixed, readable

DEFAULT_PRIMARY = Color.read("#1f4e79")
"""The first brand color of a fork that names none."""

TEXT, EDGE = 4.5, 3.0
"""The contrast that WCAG AA wants of words, and of edges, marks and the outline of the focus."""

MOST_TINT = 0.014
"""The chroma of grounds and grays: a breath of the brand's hue."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colors of one scheme, each named by what it is for."""

    ground: Color
    """The page."""
    tint: Color
    """A part of the page that is set off: a script to copy, a notice."""
    line: Color
    """A hairline between parts, which says nothing; the ground of the search's count."""
    text: Color
    text_light: Color
    """Notes, and what is said beside the text."""
    text_lighter: Color
    """The theme's marks and hints."""
    link: Color
    accent: Color
    """A link that is pointed at; the outline of the focus."""
    on_accent: Color
    """Words on the accent."""
    edge: Color
    """The edge of a control."""
    mark: Color
    """A dot, a bar or a check in the brand's color."""
    primary: Color
    """The ground of the header and of the main button: the brand's first color as it is given."""
    on_primary: Color
    """Words on it."""
    field: Color
    """The search field in the header."""
    warning: Color
    """The crisis line; a deadline that is near or past."""
    warning_ground: Color


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colors of a scheme that meet on a page, by their names, and the contrast that they need."""

    front: str
    back: str
    least: float

    def ratio(self, scheme: Scheme) -> float:
        """Return the contrast of the pair in a scheme."""
        return contrast(getattr(scheme, self.front), getattr(scheme, self.back))


PAIRS = (
    Pair("text", "ground", TEXT),
    Pair("text", "tint", TEXT),
    Pair("text_light", "ground", TEXT),
    Pair("text_light", "tint", TEXT),
    Pair("text_light", "line", TEXT),
    Pair("text_lighter", "ground", TEXT),
    Pair("link", "ground", TEXT),
    Pair("link", "tint", TEXT),
    Pair("accent", "ground", TEXT),
    Pair("accent", "tint", TEXT),
    Pair("accent", "warning_ground", EDGE),
    Pair("on_accent", "accent", TEXT),
    Pair("edge", "ground", EDGE),
    Pair("edge", "tint", EDGE),
    Pair("mark", "ground", EDGE),
    Pair("on_primary", "primary", TEXT),
    Pair("on_primary", "field", TEXT),
    Pair("warning", "ground", TEXT),
    Pair("warning", "warning_ground", TEXT),
)
"""Every pair that meets on a page."""


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A brand color that cannot be read in one of its roles, and what that role gets in its place."""

    color: str
    """Its key in the settings: "primary" or "accent"."""
    given: Color
    role: str
    """What it would be, e.g. "links"."""
    ground: str
    """On what, e.g. "a white page"."""
    ratio: float
    """Its contrast there."""
    used: Color


@dataclass(frozen=True, slots=True)
class Palette:
    """Both schemes, e.g. `palette(BrandColors("#0b5a66", "#084650"))`."""

    light: Scheme
    dark: Scheme
    adjusted: tuple[Adjusted, ...]
    """The brand colors that are not used as they are given, in the light scheme.

    No color is readable on white and on black, so nothing is said of the dark one: there they are lighter.
    """


def palette(colors: BrandColors) -> Palette:
    """Return the palette of two brand colors. Raises ValueError where a color that is given is none.

    Without an accent it is a darker shade of the first color.
    """
    primary = Color.read(colors.primary) if colors.primary else DEFAULT_PRIMARY
    accent = Color.read(colors.accent) if colors.accent else _shade(primary, primary.lch[0] - 0.08)
    light = _light(primary, accent)
    return Palette(light, _dark(primary, accent), tuple(_adjusted(light, primary, accent, colors)))


def _light(primary: Color, accent: Color) -> Scheme:
    ground, tint = WHITE, _gray(primary, 0.965)
    warning_ground = Color.read("#fff1ee")
    link = readable(primary, (ground, tint), TEXT)
    readable_accent = readable(accent, (ground, tint, warning_ground), TEXT)
    return Scheme(
        ground=ground,
        tint=tint,
        line=_gray(primary, 0.85),
        text=_gray(primary, 0.24),
        text_light=_gray(primary, 0.43),
        text_lighter=readable(_gray(primary, 0.555), (ground,), TEXT),
        link=link,
        accent=readable_accent,
        on_accent=_words_on(readable_accent),
        edge=readable(_gray(primary, 0.51), (ground, tint), EDGE),
        mark=readable(primary, (ground, tint), EDGE),
        **_header(primary),
        warning=Color.read("#8a1c1c"),
        warning_ground=warning_ground,
    )


def _dark(primary: Color, accent: Color) -> Scheme:
    ground, tint = _gray(primary, 0.205), _gray(primary, 0.26)
    warning_ground = Color.read("#3a1512")
    # Lighter than contrast alone would have them: thin letters glow on a dark page.
    link = readable(_at_least(primary, 0.81), (ground, tint), TEXT)
    readable_accent = readable(_at_least(accent, 0.87), (ground, tint, warning_ground), TEXT)
    return Scheme(
        ground=ground,
        tint=tint,
        line=_gray(primary, 0.4),
        text=_gray(primary, 0.965),
        text_light=_gray(primary, 0.845),
        text_lighter=readable(_gray(primary, 0.745), (ground,), TEXT),
        link=link,
        accent=readable_accent,
        on_accent=_words_on(readable_accent),
        edge=readable(_gray(primary, 0.69), (ground, tint), EDGE),
        mark=readable(primary, (ground, tint), EDGE),
        **_header(primary),
        warning=Color.read("#ffb4a8"),
        warning_ground=warning_ground,
    )


def _header(primary: Color) -> dict[str, Color]:
    """Return the header's colors: on every color, black words or white ones are readable."""
    words = _words_on(primary)
    away = BLACK if words == WHITE else WHITE
    return {"primary": primary, "on_primary": words, "field": mixed(primary, away, 0.26)}


def _words_on(ground: Color) -> Color:
    """Return white where it is readable on a ground, else black, which then is: one of them always is."""
    return WHITE if contrast(WHITE, ground) >= TEXT else BLACK


def _gray(color: Color, light: float) -> Color:
    """Return a gray with a breath of a color's hue."""
    _, chroma, hue = color.lch
    return from_lch(light, min(chroma, MOST_TINT), hue)


def _shade(color: Color, light: float) -> Color:
    _, chroma, hue = color.lch
    return from_lch(light, chroma, hue)


def _at_least(color: Color, light: float) -> Color:
    """Return a color, made as light as that where it is darker."""
    return color if color.lch[0] >= light else _shade(color, light)


def _adjusted(light: Scheme, primary: Color, accent: Color, colors: BrandColors) -> Iterator[Adjusted]:
    if colors.primary and light.link != primary:
        yield Adjusted("primary", primary, "links", *_first_failure(primary, light), light.link)
    if colors.accent and light.accent != accent:
        role = "links that are pointed at"
        yield Adjusted("accent", accent, role, *_first_failure(accent, light), light.accent)


def _first_failure(color: Color, light: Scheme) -> tuple[str, float]:
    """Return the ground on which words in that color cannot be read, and their contrast there."""
    grounds = {
        "a white page": light.ground,
        "a tinted notice": light.tint,
        "a warning": light.warning_ground,
    }
    ratios = {name: contrast(color, ground) for name, ground in grounds.items()}
    return next((name, ratio) for name, ratio in ratios.items() if ratio < TEXT)
