"""`explain`: say what a thing is after merging, and where each part comes from; or what a rule says."""

import argparse
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from decision_tree.commands.exits import CLEAN, PROBLEMS
from decision_tree.commands.printing import add_format, print_json_rows
from decision_tree.forks.explain import Part, Source, explain, names
from decision_tree.keys.rules import Chapter, chapter_text, chapters
from decision_tree.problems import Names, quoted
from decision_tree.sources import Sources

if TYPE_CHECKING:
    from decision_tree.commands.arguments import Commands


def add(commands: "Commands") -> None:
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
