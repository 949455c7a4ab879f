"""`diagram`: draw a tree as a Mermaid flowchart, text that GitHub and many editors show as a drawing."""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from decision_tree.commands.shell import CLEAN, PROBLEMS, Commands, print_problems
from decision_tree.model.tree import PATH_FINDER, PLAN_FINDER, Tree, tree_of
from decision_tree.problems import errors_in
from decision_tree.sources import Sources, tree_problems

UNSAFE = re.compile(r"[^\w ,?!'()-]|(?<![^\W_])[_-]|[_-](?![^\W_])|(?<=\d)\)")
"""What Mermaid or the Markdown in its labels could take for a sign of theirs."""


def add(commands: Commands) -> None:
    """Add the command and its arguments."""
    command = commands.add_parser("diagram", help="draw a tree as a Mermaid flowchart")
    command.add_argument("--tree", choices=(PATH_FINDER, PLAN_FINDER), default=PATH_FINDER, help="which tree")
    command.add_argument("file", nargs="?", type=Path, metavar="TREE", help="this file in place of tree.yml")
    command.set_defaults(run=run, format="text")


def run(options: argparse.Namespace, sources: Sources) -> int:
    """Draw the tree, or print the problems that keep it from being read."""
    problems = errors_in(tree_problems(sources))
    if problems:
        print_problems(problems, stream=sys.stderr)
        return PROBLEMS
    for line in diagram(tree_of(sources.tree.data, options.tree)):
        print(line)
    return CLEAN


def diagram(tree: Tree) -> Iterator[str]:
    """Yield the lines of a flowchart of a tree that has passed the schema.

    Its ids are safe as names, its words need not be.
    """
    yield "flowchart TD"
    for question in tree.questions.values():
        yield f'  {_name("q", question.id)}["{_label(question.text)}"]'
    for outcome, title in sorted(tree.outcomes.items()):
        yield f'  {_name("o", outcome)}(["{_label(title or outcome)}"])'
    for question in tree.questions.values():
        for option in question.options.values():
            to = _name("q" if option.next in tree.questions else "o", option.next)
            yield f'  {_name("q", question.id)} -->|"{_label(option.label)}"| {to}'


def _name(kind: str, id_: str) -> str:
    """Return a node's name. A hyphen in it could be read as the beginning of an arrow."""
    return f"{kind}_{id_.replace('-', '_')}"


def _label(words: str) -> str:
    """Return words with everything that could be a sign written as its number: `"` becomes `#34;`."""
    flat = " ".join(words.split())
    return UNSAFE.sub(lambda match: f"#{ord(match.group())};", flat)
