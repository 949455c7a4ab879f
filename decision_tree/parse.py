"""Builds plain data from YAML events, one event after another, and notes where each key and value stands.

Anchors, tags, a second document, a key that stands twice or is no text are problems, all reported at once.
What YAML itself cannot read is worded by `syntax`. Nothing here calls itself, so no file is too deep for it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Union

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from decision_tree.problems import Problem, quoted
from decision_tree.syntax import in_editors_words

Value = Union[dict[str, "Value"], list["Value"], str, int, float, bool, None]

DEEPEST = 30
"""Levels of mappings and lists in one another. The guide has nine."""

MOST_VALUES = 2_000_000
"""Values in one file. The guide has a few thousand."""

LONGEST_NUMBER = 15
"""Digits of a number that is kept exactly; a longer one is a code or an account, and belongs in quotes."""

WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
"""The plain words that YAML 1.2 reads as something else than text; `yes` and `No` are not among them."""

NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?P<fraction>\.[0-9]*)?)(?P<exponent>[eE][-+]?[0-9]+)?")

Loader: Any = getattr(yaml, "CLoader", yaml.SafeLoader)
"""The parser: libyaml's where PyYAML was built with it, else the slower one. Only its events are used."""


class Spot:
    """Where one value stands, e.g. line 7, column 14, with its key at line 7, column 9. All count from 1."""

    __slots__ = ("column", "end", "inside", "key_column", "key_line", "line")

    def __init__(self, line: int, column: int, end: int, key_line: int = 0, key_column: int = 0) -> None:
        self.line = line
        self.column = column
        self.end = end
        """Characters from the file's start to the end of a text; of a mapping or list, to its start."""
        self.key_line = key_line
        """0 where the value has no key: an item of a list, the whole file."""
        self.key_column = key_column
        self.inside: dict[str | int, Spot] | None = None
        """The places of what a mapping or a list holds, by key or by number."""


NOTHING = Spot(1, 1, 0)
"""The place of a file that holds nothing."""


@dataclass(slots=True)
class Built:
    """What became of a file."""

    data: Value
    spots: Spot
    problems: list[Problem]
    complete: bool
    """False where YAML could not be read to its end."""


@dataclass(slots=True)
class _Level:
    """A mapping or list that is still open."""

    values: dict[str, Any] | list[Any]
    spots: dict[str | int, Spot]
    key: str | None = None
    """The key whose value comes next; none in a list, or where a key comes next."""
    key_mark: Any = None
    keyless: bool = False
    """True while the value of a key that was refused is read, and dropped."""
    is_key: bool = False
    """True where this whole mapping or list stands in the place of a key."""


@dataclass(slots=True)
class Builder:
    """Turns the text of one file into data."""

    text: str
    file: str
    problems: list[Problem] = field(default_factory=list)
    _levels: list[_Level] = field(default_factory=list)
    _values: int = 0

    def build(self) -> Built:
        """Read the text to its end, or to where it cannot be read any further."""
        top: list[Any] = []
        root = _Level(top, {})
        self._levels = [root]
        complete = self._read()
        if not top and complete:
            self._report(None, "the file is empty")
            complete = False
        return Built(top[0] if top else {}, root.spots.get(0, NOTHING), self.problems, complete)

    def _read(self) -> bool:
        documents = 0
        try:
            for event in self._events():
                kind = type(event)
                if kind is ScalarEvent:
                    self._scalar(event)
                elif kind is MappingStartEvent:
                    self._open(event, {})
                elif kind is SequenceStartEvent:
                    self._open(event, [])
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    self._close()
                elif kind is AliasEvent:
                    self._alias(event)
                elif kind is DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        self._report(
                            event.start_mark,
                            "a second document starts here (one file is one document: delete ---)",
                        )
                        return False
                if len(self._levels) > DEEPEST + 1 or self._values > MOST_VALUES:
                    self._stop(event)
                    return False
        except yaml.YAMLError as error:
            self.problems.append(in_editors_words(error, self.text, self.file))
            return False
        return True

    def _events(self) -> Iterator[Any]:
        events: Iterator[Event] = yaml.parse(self.text, Loader=Loader)  # type: ignore[no-untyped-call]
        return events

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        level = self._levels[-1]
        if self._key_comes(level):
            self._key(level, event)
            return
        text: str = event.value
        value: Value = text if event.style or not event.implicit[0] else self._plain(text, event.start_mark)
        self._add(level, value, event.start_mark, event.end_mark.index)

    def _plain(self, text: str, mark: Any) -> Value:
        if text in WORDS:
            return WORDS[text]
        if text[0] not in "-+.0123456789":
            return text
        number = NUMBER.fullmatch(text)
        if number is None:
            return text
        if len(text) > LONGEST_NUMBER:
            self._report(mark, f"the number {quoted(text)} is too long to keep exactly (put it in quotes)")
            return text
        if number["fraction"] is None and number["exponent"] is None and "." not in text:
            return int(text)
        value = float(text)
        if value in (float("inf"), float("-inf")):
            self._report(mark, f"the number {quoted(text)} is too large (put it in quotes)")
            return text
        return value

    def _key_comes(self, level: _Level) -> bool:
        return level.key is None and not level.keyless and type(level.values) is dict

    def _key(self, level: _Level, event: Any) -> None:
        text: str = event.value
        mark = event.start_mark
        if not event.style and event.implicit[0] and (text in WORDS or NUMBER.fullmatch(text)):
            what = "empty" if text == "" else f"{text}, which YAML does not read as a text"
            self._report(mark, f"this key is {what} (write a word, or put it in quotes)")
            level.keyless = True
        elif text in level.spots:
            first = level.spots[text]
            self._report(
                mark,
                f"the key {quoted(text)} stands twice here; the first is at line {first.key_line}, "
                f"column {first.key_column} (keep one)",
            )
            level.keyless = True
        else:
            level.key = text
            level.key_mark = mark

    def _add(self, level: _Level, value: Value, mark: Any, end: int) -> Spot:
        self._values += 1
        spot = Spot(mark.line + 1, mark.column + 1, end)
        if level.keyless:
            level.keyless = False
        elif type(level.values) is list:
            level.spots[len(level.values)] = spot
            level.values.append(value)
        elif level.key is not None:
            spot.key_line = level.key_mark.line + 1
            spot.key_column = level.key_mark.column + 1
            level.spots[level.key] = spot
            level.values[level.key] = value  # type: ignore[call-overload]
            level.key = None
        return spot

    def _open(self, event: Any, values: dict[str, Any] | list[Any]) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        level = self._levels[-1]
        inner: dict[str | int, Spot] = {}
        if self._key_comes(level):
            self._report(event.start_mark, "a mapping or a list stands here as a key (a key is a word)")
            self._levels.append(_Level(values, inner, is_key=True))
            return
        spot = self._add(level, values, event.start_mark, event.start_mark.index)
        spot.inside = inner
        self._levels.append(_Level(values, inner))

    def _close(self) -> None:
        if self._levels.pop().is_key:
            self._levels[-1].keyless = True

    def _alias(self, event: Any) -> None:
        self._report(
            event.start_mark, f"*{event.anchor} is an alias (aliases are not read: write the value out)"
        )
        level = self._levels[-1]
        if self._key_comes(level):
            level.keyless = True
        else:
            self._add(level, None, event.start_mark, event.end_mark.index)

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"&{event.anchor} is an anchor (anchors are not read: delete it, and write values out)"
            self._report(event.start_mark, message)
        if event.tag is not None:
            self._report(
                event.start_mark, f"{quoted(event.tag)} is a YAML tag (tags are not read: delete it)"
            )

    def _stop(self, event: Any) -> None:
        if self._values > MOST_VALUES:
            message = f"the file holds more than {MOST_VALUES:,} values (is this the right file?)"
        else:
            message = (
                f"this stands more than {DEEPEST} levels deep (a guide has nine: is a bracket left open?)"
            )
        self._report(event.start_mark, message)

    def _report(self, mark: Any, message: str) -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        self.problems.append(Problem(self.file, line, column, "error", message))
