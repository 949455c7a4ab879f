"""A difference as Markdown for a pull request's comment: a short summary, the details folded away.

All words that come from the guide stand in fenced blocks, where nothing is markup, no name is called and no
number becomes a link. The whole is never longer than a comment may be.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator

from decision_tree.comparing.difference import Difference
from decision_tree.comparing.telling import NOTHING, Entry, Section, broken, sections

LONGEST = 60_000
"""Characters of the whole. GitHub takes 65,536."""

LONGEST_TEXT = 4_000
"""Characters of one text."""

LONGEST_NAME = 100
"""Characters of what the command was given for an edition."""

WIDTH = 100
"""Characters of a line: fenced blocks are not wrapped by the page that shows them."""

FRAME = 3_000
"""Characters kept for the summary, and for what frames each section."""

DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of writing, so that what is shown is not what stands there."""


def as_markdown(difference: Difference) -> str:
    """Return the Markdown that tells a difference."""
    told = sections(difference)
    lines = ["### What this edit does", "", f"From {_code(difference.old)} to {_code(difference.new)}.", ""]
    if not difference:
        return "\n".join([*lines, NOTHING, ""])
    lines += [f"- **{section.title}:** {section.counts or section.note}" for section in told]
    if links := broken(difference):
        lines.append(f"- **Links that break:** {links:,} (name what replaces these ids under `aliases`)")
    blocks = [[_block(entry) for entry in section.entries] for section in told]
    rooms = _share(LONGEST - FRAME, [sum(map(len, some)) for some in blocks])
    left_off = 0
    details: list[str] = []
    for section, some, room in zip(told, blocks, rooms, strict=True):
        shown = _fitting(some, room)
        left_off += len(some) - len(shown)
        details += _details(section, shown)
    if left_off:
        lines += ["", f"This comment is too short for everything: {left_off:,} entries are left off below."]
    return "\n".join([*lines, *details, ""])


def _details(section: Section, shown: list[str]) -> Iterator[str]:
    summary = ": ".join(filter(None, [section.title, section.counts]))
    yield from ("", "<details>", f"<summary>{summary}</summary>", "")
    if section.note:
        yield from (section.note, "")
    if shown:
        yield from ("```diff", "".join(shown).rstrip("\n"), "```")
    if len(shown) < len(section.entries):
        yield from ("", f"{len(section.entries) - len(shown):,} more are not shown here.")
    yield from ("", "</details>")


def _block(entry: Entry) -> str:
    """Return one entry's lines, each behind a mark, so that none of them can end the block."""
    lines = [f"@@ {_clipped(entry.what)} @@"]
    for mark, words in (("-", entry.old), ("+", entry.new)):
        if words is not None:
            wrapped = textwrap.wrap(_clipped(words), WIDTH, break_long_words=False, break_on_hyphens=False)
            lines += [f"{mark} {line}" for line in wrapped or [""]]
    return "\n".join(lines) + "\n"


def _clipped(words: str) -> str:
    rest = len(words) - LONGEST_TEXT
    cut = words if rest <= 0 else f"{words[:LONGEST_TEXT]} … ({rest:,} more characters)"
    return DIRECTIONS.sub(lambda match: f"[U+{ord(match.group()):04X}]", cut)


def _code(name: str) -> str:
    """Return a name as inline code, whatever stands in it."""
    flat = DIRECTIONS.sub("", " ".join(name.split()))
    short = flat if len(flat) <= LONGEST_NAME else f"{flat[:LONGEST_NAME]}…"
    fence = "`" * (max(map(len, re.findall("`+", short)), default=0) + 1)
    return f"{fence} {short} {fence}"


def _share(room: int, wanted: list[int]) -> list[int]:
    """Share `room` out so that nobody gets more than wanted, and who wants much leaves the others theirs."""
    given = [0] * len(wanted)
    left = room
    for done, place in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        given[place] = min(wanted[place], left // (len(wanted) - done))
        left -= given[place]
    return given


def _fitting(blocks: Iterable[str], room: int) -> list[str]:
    shown = []
    for block in blocks:
        if len(block) <= room:
            room -= len(block)
            shown.append(block)
    return shown
