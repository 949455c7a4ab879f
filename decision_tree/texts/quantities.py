"""Finds the times, percentages and dollar amounts in a text, in digits or in words.

Two texts agree where they name the same quantity: "72-hour" and "seventy-two hours" are both 4,320 minutes,
"half a year" is six months, "30%" is thirty percent. Days, hours and business days are never exchanged for
one another: in law 24 hours are no day.
"""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

UNITS: dict[str, tuple[str, int]] = {
    "minute": ("minute", 1), "min": ("minute", 1), "hour": ("minute", 60), "hr": ("minute", 60),
    "h": ("minute", 60), "day": ("day", 1), "week": ("day", 7), "wk": ("day", 7), "fortnight": ("day", 14),
    "month": ("month", 1), "quarter": ("month", 3), "year": ("month", 12), "yr": ("month", 12),
    "decade": ("month", 120), "%": ("percent", 1), "percent": ("percent", 1), "pct": ("percent", 1),
    "percentage": ("percent", 1), "dollar": ("dollar", 1), "buck": ("dollar", 1),
}  # fmt: skip
"""Each unit with the one it is counted in and how many of those it is."""

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SMALL = {**{word: n for n, word in enumerate(ONES)}, **{word: 10 * n for n, word in enumerate(TENS, 2)}}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
HALF = Fraction(1, 2)
NUMBER_WORDS = frozenset({*SMALL, *SCALES, "half", "dozen"})
JOINERS = frozenset({"and", "a", "an"})

QUALIFIERS = frozenset(
    {"calendar", "consecutive", "full", "whole", "more", "extra", "additional", "straight", "further"}
    | {"standard", "or", "so", "about", "business", "working", "single", "short", "long"}
)
"""Words that stand between a number and its unit: "30 calendar days"."""

BUSINESS = frozenset({"business", "working"})

TOKEN = re.compile(r"\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?|\.\d{1,6}|[a-z]+|\S")
NUMBER_NEAR = re.compile(
    r"[0-9½¼¾]|\b(?:" + "|".join(sorted(NUMBER_WORDS)) + r")\b|within an?\b|[^\x00-\x7f]"
)
UNIT_NEAR = re.compile(
    r"[%$&]|min|hour|hr|\dh|\d h|day|week|wk|fortnight|month|quarter|year|yr|decade|perc|pct|dollar|buck"
    r"|cent\b|\b(?:in|of)\b|[^\x00-\x7f]"
)
"""Most texts lack one of the two; they are done after one search."""

NAMES = re.compile(
    r"\bfirst[ -]24[ -]hours?\b|\b24/7\b|\b24 hours a day\b|\b(?:7|seven) days a week\b", re.IGNORECASE
)
"""Numbers that are part of a name or a saying, and no claim."""

NOT_WORDS = re.compile(r"\[\^[^\]]*\]|\]\([^)\n]*\)?|[*_`\[\]\\]")
DASHES = re.compile("[\u2010-\u2015\u2212]")
SMALL_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
OUT_OF = frozenset({"in", "of"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much of what, e.g. 180 days; equal where amount and unit are."""

    amount: Fraction
    unit: str
    """minute, day, business day, month, percent or dollar."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity as it stands in a text, e.g. "72-hour"."""

    quantity: Quantity
    words: str


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int


def quantities(text: str) -> frozenset[Quantity]:
    """Return every quantity that a text names."""
    return frozenset(mention.quantity for mention in mentions(text))


def mentions(text: str, not_claims: Sequence[str] = ()) -> tuple[Mention, ...]:
    """Return the quantities in a text with their words, leaving out names and the phrases in `not_claims`."""
    small = text.lower()
    if NUMBER_NEAR.search(small) is None or UNIT_NEAR.search(small) is None:
        return ()
    plain = plain_words(text)
    for phrase in not_claims:
        plain = plain.replace(plain_words(phrase), " ; ")
    plain = NAMES.sub(" ; ", plain)
    lower = plain.lower()
    tokens = [_Token(match.group(), match.start(), match.end()) for match in TOKEN.finditer(lower)]
    found = [*_with_units(tokens), *_dollars(tokens), *_shares(tokens)]
    return tuple(
        Mention(quantity, " ".join(plain[tokens[first].start : tokens[last].end].split()))
        for quantity, first, last in sorted(found, key=lambda one: one[1:])
    )


def plain_words(text: str) -> str:
    """Return a text without citations, marks and addresses, its dashes, spaces and digits made plain."""
    for sign, digits in SMALL_FRACTIONS.items():
        text = text.replace(sign, digits)
    text = unicodedata.normalize("NFKC", html.unescape(NOT_WORDS.sub("", text)))
    return " ".join(DASHES.sub("-", text).split())


Found = tuple[Quantity, int, int]
"""A quantity with the numbers of its first and last token."""


def _with_units(tokens: list[_Token]) -> Iterator[Found]:
    for last, token in enumerate(tokens):
        unit = UNITS.get(token.word) or UNITS.get(token.word.removesuffix("s"))
        if unit is None and token.word == "cent" and last and tokens[last - 1].word == "per":
            unit = UNITS["%"]
            at = last - 2
        else:
            at = last - 1
        if unit is None:
            continue
        name, factor = unit
        business = False
        while at >= 0 and (tokens[at].word in QUALIFIERS or tokens[at].word == "-"):
            business = business or tokens[at].word in BUSINESS
            at -= 1
        name = "business day" if business and name == "day" else name
        more = HALF if [t.word for t in tokens[last + 1 : last + 4]] == ["and", "a", "half"] else Fraction(0)
        for amount, first in _amounts_before(tokens, at, with_half=bool(more)):
            yield Quantity((amount + more) * factor, name), first, last + (3 if more else 0)


def _amounts_before(tokens: list[_Token], at: int, *, with_half: bool) -> Iterator[tuple[Fraction, int]]:
    """Yield the number that ends at `at`, and those before it in a range or a list: "30, 60 or 90"."""
    listed = False
    for _ in range(6):
        if at >= 2 and tokens[at].word == ")":
            at = _before_bracket(tokens, at)
        number = _number_before(tokens, at, with_half=with_half)
        if number is None:
            return
        amount, first = number
        yield amount, first
        joiner = tokens[first - 1].word if first else ""
        between = joiner == "and" and any(t.word == "between" for t in tokens[max(0, first - 4) : first - 1])
        if not (joiner in ("-", "to", "or") or between or (joiner == "," and listed)):
            return
        listed = listed or joiner == "or"
        at = first - 2
        if at >= 0 and joiner == "or" and tokens[at].word == ",":
            at -= 1


def _before_bracket(tokens: list[_Token], at: int) -> int:
    """Return where "thirty" stands in "thirty (30) days", whose bracket closes at `at`."""
    return at - 3 if tokens[at - 2].word == "(" and tokens[at - 1].word.isdecimal() else at


def _number_before(tokens: list[_Token], at: int, *, with_half: bool) -> tuple[Fraction, int] | None:
    """Return the number whose last token is `at`, with the number of its first token."""
    if at < 0:
        return None
    word = tokens[at].word
    if word[-1].isdecimal():
        return _digits(tokens, at)
    if word in ("a", "an"):
        before = tokens[at - 1].word if at else ""
        if before == "half":
            return HALF, at - 1
        return (Fraction(1), at) if with_half or before == "within" else None
    first = at
    while first > 0 and at - first < 10 and tokens[first].word in NUMBER_WORDS | JOINERS | {"-"}:
        first -= 1
    for start in range(first, at + 1):
        words = [token.word for token in tokens[start : at + 1] if token.word != "-"]
        amount = _in_words(words) if tokens[start].word != "-" else None
        if amount is not None:
            return amount, start
    return None


def _digits(tokens: list[_Token], at: int) -> tuple[Fraction, int]:
    amount = Fraction(tokens[at].word.replace(",", ""))
    if at >= 2 and tokens[at - 1].word in ("/", "\u2044") and tokens[at - 2].word.isdecimal() and amount:
        return Fraction(tokens[at - 2].word) / amount, at - 2
    return amount, at


def _in_words(words: list[str]) -> Fraction | None:
    """Return the number that these words are, or nothing: ["one", "and", "a", "half"] is 1.5."""
    if words[-3:] == ["and", "a", "half"] and len(words) > 3:
        whole = _in_words(words[:-3])
        return None if whole is None else whole + HALF
    if words == ["half"]:
        return HALF
    if words[:1] in (["a"], ["an"]) and len(words) > 1 and words[1] in (*SCALES, "dozen"):
        words = ["one", *words[1:]]
    if words == ["dozen"] or words[1:] == ["dozen"]:
        return Fraction(12 * SMALL.get(words[0], 1))
    return _whole(words)


def _whole(words: list[str]) -> Fraction | None:
    total, group, last = 0, None, 1_000_000_000_000
    room = 1000
    for number, word in enumerate(words):
        if word in SMALL:
            value = SMALL[word]
            if value >= room or (room == 10 and value == 0):
                return None
            group = (group or 0) + value
            room = 10 if value >= 20 else 0
        elif word == "hundred" and group is not None and 0 < group < 100:
            group, room = group * 100, 100
        elif word in SCALES and word != "hundred" and group and SCALES[word] < last:
            total, group, last, room = total + group * SCALES[word], None, SCALES[word], 1000
        elif word != "and" or number in (0, len(words) - 1) or words[number - 1] not in SCALES:
            return None
    return Fraction(total + (group or 0)) if words and (total or group is not None) else None


def _dollars(tokens: list[_Token]) -> Iterator[Found]:
    for sign, token in enumerate(tokens):
        if token.word != "$":
            continue
        at = sign + 1
        while at < len(tokens) and tokens[at].word[-1].isdecimal():
            amount = Fraction(tokens[at].word.replace(",", ""))
            last = at
            if at + 1 < len(tokens) and tokens[at + 1].word in SCALES:
                last = at + 1
                amount *= SCALES[tokens[last].word]
            yield Quantity(amount, "dollar"), sign, last
            # The second number of "$50-100" has no sign of its own.
            at = last + 2 if last + 1 < len(tokens) and tokens[last + 1].word in ("-", "to") else len(tokens)


def _shares(tokens: list[_Token]) -> Iterator[Found]:
    """Yield "one in five" and "2 out of 3" as the percentages that they are."""
    for at, token in enumerate(tokens):
        if token.word not in OUT_OF or at == 0 or at + 1 >= len(tokens):
            continue
        first = at - 2 if tokens[at - 1].word == "out" else at - 1
        few, many = _simple(tokens, first), _simple(tokens, at + 1)
        spans_time = at + 2 < len(tokens) and tokens[at + 2].word.removesuffix("s") in UNITS
        if few and many and few < many and not spans_time and (token.word == "in" or first == at - 2):
            yield Quantity(few * 100 / many, "percent"), first, at + 1


def _simple(tokens: list[_Token], at: int) -> Fraction | None:
    if at < 0:
        return None
    word = tokens[at].word
    return Fraction(word) if word.isdecimal() else Fraction(SMALL[word]) if word in SMALL else None
