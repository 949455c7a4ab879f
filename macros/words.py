"""The words of buttons, labels and headings: the one way to get at them, and to fill what they leave blank.

What the texts are, and which blanks each has, stands in `decision_tree/tree.yml` under `interface` and in
`interface.schema.json`. This module puts values into blanks, and knows which text a number, a day or a list
takes. Where a text is shown is left to views and templates.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.filters import literal

BLANK = re.compile(r"\{([a-z_]+)\}")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
"""The ends of the keys of a day's text, `date_january` to `date_december`."""


@dataclass(frozen=True, slots=True)
class Words:
    """The interface's texts by their keys, e.g. `words["print"]` or `words("path_letter", letter="A")`.

    What comes out is plain text, to be escaped where it is written, like every text. Only where a value is
    `Markup` (HTML, or Markdown that is already safe) the whole is `Markup` too: the text and all other values
    are escaped here, and nowhere else. The template filters `e` and `literal` leave `Markup` as it is, so a
    template writes `{{ words("key", blank=value) | e }}` in both cases.

    A key that is not there raises a KeyError: the schema demands every key, so that is a mistake in code. A
    blank that gets no value stays as it stands, and a value without a blank is not told: the check has named
    both at their line, and a page is better with an odd word than not at all.
    """

    texts: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        """Return the text of one key, as it stands."""
        return self.texts[key]

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of one key with these values in its blanks.

        Each blank is filled once: braces within a value stay what they are.
        """
        return _filled(self.texts[key], values)

    def joined(self, key: str, items: Iterable[object]) -> str:
        """Return a list as one text, e.g. `words.joined("list_and", ["A", "B", "C"])`.

        The key's text says how what stands `{before}` is joined to what comes `{after}` it.
        """
        whole: object = None
        for item in items:
            whole = item if whole is None else self(key, before=whole, after=item)
        return "" if whole is None else whole if isinstance(whole, str) else str(whole)

    def count(self, key: str, number: int) -> str:
        """Return how many there are, e.g. "30 days" for `words.count("days", 30)`.

        One has a text of its own, `KEY_one`, every other number `KEY_other`.
        """
        return self(f"{key}_{'one' if number == 1 else 'other'}", number=number)

    def day(self, day: date) -> str:
        """Return a date as readers of this guide write it, e.g. "November 23, 2026"."""
        return self(f"date_{MONTHS[day.month - 1]}", day=day.day, year=day.year)

    def title(self, letter: str, title: str) -> str:
        """Return the title of an outcome's page with its path's letter, where it has one."""
        return self("labelled", label=self("path_letter", letter=letter), text=title) if letter else title


def _filled(text: str, values: Mapping[str, object]) -> str:
    """Return the text with its blanks filled; as `Markup`, with all else escaped, where a value is that."""
    if any(isinstance(value, Markup) for value in values.values()):
        pieces = BLANK.split(text)  # words and names of blanks in turn
        pieces[1::2] = [literal(values.get(name, f"{{{name}}}")) for name in pieces[1::2]]
        pieces[::2] = map(literal, pieces[::2])
        return Markup("".join(pieces))  # noqa: S704 (each piece is safe)
    return BLANK.sub(lambda blank: str(values.get(blank[1], blank[0])), text)
