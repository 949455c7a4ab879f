"""Colors as screens show them: read, written, compared by contrast, and made lighter or darker in their hue.

Contrast is that of WCAG 2.2. Lightness, chroma and hue are those of OKLCH, in which a color keeps its look
when only its lightness changes.
"""

import re
from dataclasses import dataclass
from math import atan2, cos, hypot, sin

WRITTEN = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
"""How a color may be written: `#06c` or `#0066cc`."""

STEP = 0.005
"""How finely lightness is searched; an eye sees no smaller one."""

Triple = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Color:
    """A color, e.g. `Color.read("#0b5a66")`: red, green and blue from 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def read(cls, text: str) -> "Color":
        """Return the color that is written as `#rgb` or `#rrggbb`. Raises ValueError where it is none."""
        if not WRITTEN.fullmatch(text):
            raise ValueError(f"{text!r} is no color")
        digits = text[1:] if len(text) == 7 else "".join(digit * 2 for digit in text[1:])
        return cls(*bytes.fromhex(digits))

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def luminance(self) -> float:
        """WCAG's relative luminance, 0 for black and 1 for white."""
        red, green, blue = self._linear
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    @property
    def _linear(self) -> Triple:
        red, green, blue = (_to_linear(value / 255) for value in (self.red, self.green, self.blue))
        return red, green, blue

    @property
    def lch(self) -> Triple:
        """Lightness from 0 to 1, chroma, and hue in radians."""
        red, green, blue = self._linear
        long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
        medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
        short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
        light = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
        return light, hypot(a, b), atan2(b, a)


WHITE, BLACK = Color(255, 255, 255), Color(0, 0, 0)


def contrast(one: Color, other: Color) -> float:
    """WCAG's contrast ratio of two colors: 1 for equal ones, 21 for black on white."""
    light, dark = sorted((one.luminance, other.luminance), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def from_lch(light: float, chroma: float, hue: float) -> Color:
    """Return the color of that lightness and hue, with as much of the chroma as a screen can show."""
    light = min(max(light, 0.0), 1.0)
    if not _on_screen(_linear_of(light, chroma, hue)):
        least, most = 0.0, chroma
        for _ in range(12):
            middle = (least + most) / 2
            least, most = (middle, most) if _on_screen(_linear_of(light, middle, hue)) else (least, middle)
        chroma = least
    red, green, blue = (round(255 * _from_linear(value)) for value in _linear_of(light, chroma, hue))
    return Color(red, green, blue)


def mixed(color: Color, other: Color, share: float) -> Color:
    """Return `color` with that share of `other` laid over it."""
    pairs = ((color.red, other.red), (color.green, other.green), (color.blue, other.blue))
    red, green, blue = (round(one + (two - one) * share) for one, two in pairs)
    return Color(red, green, blue)


def readable(color: Color, grounds: tuple[Color, ...], least: float) -> Color:
    """Return the color nearest to `color`, in its hue, whose contrast with each of the grounds is enough.

    It is made darker on light grounds and lighter on dark ones, and only as far as it must be. Grounds that
    are neither leave black or white, whichever stands out more.
    """

    def enough(candidate: Color) -> bool:
        return all(contrast(candidate, ground) >= least for ground in grounds)

    if enough(color):
        return color
    light, chroma, hue = color.lch
    limit = max((BLACK, WHITE), key=lambda end: min(contrast(end, ground) for ground in grounds))
    step = STEP if limit == WHITE else -STEP
    while 0 <= light <= 1:
        light += step
        candidate = from_lch(light, chroma, hue)
        if enough(candidate):
            return candidate
    return limit


def _linear_of(light: float, chroma: float, hue: float) -> Triple:
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _on_screen(linear: Triple) -> bool:
    return all(-0.0005 <= value <= 1.0005 for value in linear)


def _to_linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _from_linear(value: float) -> float:
    value = min(max(value, 0.0), 1.0)
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
