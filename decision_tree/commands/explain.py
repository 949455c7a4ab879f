"""`explain`: say what a thing is after merging, and which file and line each part comes from; or a rule.

A thing is named by its id ("urgent", "int-180"), by QUESTION/OPTION, or by its whole path, with dots:
"outcomes.urgent.title".
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from decision_tree.commands.shell import CLEAN, PROBLEMS, Commands, add_format, print_json_rows
from decision_tree.keys.rules import Chapter, chapter_text, chapters
from decision_tree.problems import Names, Position, quoted
from decision_tree.reading.layers import Laid
from decision_tree.reading.load import Document
from decision_tree.reading.plain import Keys, value_at
from decision_tree.sources import Sources


@dataclass(frozen=True, slots=True)
class Source:
    """A value and where it stands; the value is nothing where a fork removes it."""

    value: Any
    position: Position


@dataclass(frozen=True, slots=True)
class Part:
    """One value of a thing, e.g. the title of an outcome."""

    path: str
    """As one would write it, with dots."""
    now: Source
    upstream: Source | None = None
    """What a fork's file replaces or removes here."""


def add(commands: Commands) -> None:
    """Add the command and its arguments."""
    command = commands.add_parser(
        "explain", help="say what a thing is, and which file and line it comes from"
    )
    command.add_argument(
        "id",
        metavar="ID",
        help="an id, QUESTION/OPTION, a path such as outcomes.urgent.title, or a rule's name",
    )
    add_format(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace, sources: Sources) -> int:
    """Print every part of the thing."""
    parts = explain(sources, options.id)
    rules = chapters()
    if not parts and options.id in rules:
        _print_rule(rules[options.id], options.format)
        return CLEAN
    if not parts:
        known = [*names(sources), *rules]
        advice = Names(known).advice(options.id, "ids stand in tree.yml and reference/")
        print(f"error: nothing is called {quoted(options.id)}{advice}", file=sys.stderr)
        return PROBLEMS
    if options.format == "json":
        print_json_rows(asdict(part) for part in parts)
        return CLEAN
    for part in parts:
        print(f"{part.path}: {_shown(part)}")
        print(f"    {part.now.position}")
        if part.upstream is not None:
            print(f"    in place of upstream's {_value(part.upstream)} at {part.upstream.position}")
    return CLEAN


def _print_rule(chapter: Chapter, form: str) -> None:
    if form == "json":
        print_json_rows([asdict(chapter)])
    else:
        print(f"{chapter.name}: {chapter_text(chapter)}")


def _shown(part: Part) -> str:
    return "removed" if part.now.value is None and part.upstream is not None else _value(part.now)


def _value(source: Source) -> str:
    return quoted(source.value) if isinstance(source.value, str) else json.dumps(source.value)


def explain(sources: Sources, name: str) -> list[Part]:
    """Return every part of everything that has this name, in the order of the files."""
    found: dict[tuple[str, str], Part] = {}
    for document in sources.documents:
        for path in _places(document, name):
            for part in _parts(document, path):
                found.setdefault((document.file, part.path), part)
    return list(found.values())


def names(sources: Sources) -> list[str]:
    """Return every id that `explain` knows, to suggest one."""
    return sorted({path[-1] for document in sources.documents for path in _paths(document)})


def _places(document: Document, name: str) -> Iterator[Keys]:
    question, _, option = name.partition("/")
    for path in _paths(document):
        is_option = option and path[-1] == option and path[-3:-1] == (question, "options")
        if path[-1] == name or ".".join(path) == name or is_option:
            yield path


def _paths(document: Document) -> Iterator[Keys]:
    """Yield the path of every key: those of the merged data, and those that a fork removes."""
    todo: list[tuple[Keys, Any]] = [((), _with_removed(document))]
    while todo:
        path, value = todo.pop()
        if path:
            yield path
        if isinstance(value, dict):
            todo.extend(((*path, key), inner) for key, inner in reversed(value.items()))


def _with_removed(document: Document) -> Any:
    if not isinstance(document, Laid):
        return document.data
    return _union(document.data, _with_removed(document.below))


def _union(now: Any, before: Any) -> Any:
    if not isinstance(now, dict) or not isinstance(before, dict):
        return now
    both = {key: _union(now.get(key, value), value) for key, value in before.items()}
    return both | {key: value for key, value in now.items() if key not in before}


def _parts(document: Document, path: Keys) -> Iterator[Part]:
    todo: list[tuple[Keys, Any]] = [(path, value_at(_with_removed(document), path))]
    while todo:
        here, value = todo.pop()
        if isinstance(value, dict) and value:
            todo.extend(((*here, key), inner) for key, inner in reversed(value.items()))
        else:
            yield _part(document, here)


def _part(document: Document, path: Keys) -> Part:
    removed = document.removal(path)
    now = Source(None, removed) if removed else _source(document, path)
    # The highest layer that says something here, or that nothing is here, stands in place of what is below.
    layer = document
    while isinstance(layer, Laid) and not _decides(layer, path):
        layer = layer.below
    has_more = isinstance(layer, Laid) and layer.below.depth(path) == len(path)
    upstream = _source(layer.below, path) if isinstance(layer, Laid) and has_more else None
    return Part(".".join(path), now, upstream)


def _decides(laid: Laid, path: Keys) -> bool:
    removed = laid.removal(path)
    return laid.origin(path) is laid.over or (removed is not None and removed != laid.below.removal(path))


def _source(document: Document, path: Keys) -> Source:
    return Source(value_at(document.data, path), document.key_position(path))
