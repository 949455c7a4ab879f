"""Builds plain data from YAML events, one event after another, and notes where each key and value stands.

Anchors, tags, a second document, a key that stands twice or is no text are problems, all reported at once.
What YAML itself cannot read is worded by `syntax`. Nothing here calls itself, so no file is too deep for it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

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
from decision_tree.reading.syntax import in_editors_words

Value: TypeAlias = "dict[str, Value] | list[Value] | str | int | float | bool | None"

DEEPEST = 30
"""Levels of mappings and lists in one another. The guide has nine."""

MOST_VALUES = 2_000_000
"""Values in one file. The guide has a few thousand."""

LONGEST_NUMBER = 15
"""Digits of a number that is kept exactly; a longer one is a code or an account, and belongs in quotes."""

WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
"""The plain words that YAML 1.2 reads as something else than text; `yes` and `No` are not among them."""

NUMBER = re.compile(r"(?P<whole>[-+]?[0-9]+)|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")

UNREADABLE = "unreadable"
"""The rule that is broken by what is no text of ours at all."""

INVISIBLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Characters that YAML forbids, some that editors do not show or count as lines."""

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


class _StopReading(Exception):  # noqa: N818 (it says what to do, and never leaves this module)
    """The rest of the file is not read; carries the mark and the message."""


@dataclass(slots=True)
class Builder:
    """Turns the text of one file into data."""

    text: str
    file: str
    problems: list[Problem] = field(default_factory=list)
    _levels: list[_Level] = field(default_factory=list)
    _documents: int = 0
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
        handlers: dict[type, Callable[[Any], None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._open,
            SequenceStartEvent: self._open,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        try:
            for event in self._events():
                handler = handlers.get(type(event))
                if handler is not None:
                    handler(event)
        except yaml.YAMLError as error:
            self.problems.append(in_editors_words(error, self.text, self.file))
            return False
        except _StopReading as stop:
            self._report(stop.args[0], stop.args[1])
            return False
        return True

    def _events(self) -> Iterator[Any]:
        events: Iterator[Event] = yaml.parse(self.text, Loader=Loader)
        return events

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            message = "a second document starts here (one file is one document: delete ---)"
            raise _StopReading(event.start_mark, message)

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if event.style == '"' and (hidden := INVISIBLE.search(event.value)):
            # Written by its number, as "\x07". As it is, it would have been refused before.
            message = f"this text writes the invisible character U+{ord(hidden.group()):04X} (delete it)"
            self._report(event.start_mark, message, rule=UNREADABLE)
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
        number = NUMBER.fullmatch(text) if text[0] in "-+.0123456789" else None
        if number is None:
            return text
        value = float(text)
        if len(text) > LONGEST_NUMBER or value in (float("inf"), float("-inf")):
            self._report(mark, f"the number {quoted(text)} is too long to keep exactly (put it in quotes)")
            return text
        return int(text) if number["whole"] else value

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
                f"column {first.key_column} (write what stands below it under the first)",
                rule="duplicate-key",
            )
            level.keyless = True
        else:
            level.key = text
            level.key_mark = mark

    def _add(self, level: _Level, value: Value, mark: Any, end: int) -> Spot:
        self._values += 1
        if self._values > MOST_VALUES:
            message = f"the file holds more than {MOST_VALUES:,} values (is this the right file?)"
            raise _StopReading(mark, message)
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

    def _open(self, event: Any) -> None:
        if len(self._levels) > DEEPEST:
            message = (
                f"this stands more than {DEEPEST} levels deep (a guide has nine: is a bracket left open?)"
            )
            raise _StopReading(event.start_mark, message)
        values: dict[str, Any] | list[Any] = {} if type(event) is MappingStartEvent else []
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

    def _close(self, event: Any) -> None:
        del event
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

    def _report(self, mark: Any, message: str, rule: str = "yaml") -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        self.problems.append(Problem(self.file, line, column, "error", rule, message))
