"""`new outcome ID`: write the entry and the page of a new outcome, for an editor to fill in.

The entry goes into a fork's `local.yml` where there is one, else into `tree.yml`, behind the other outcomes,
with a note at each text that is still to be written. The rest of the file stays as it is, comments too.
"""

import argparse
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from decision_tree.checks.writing import TO_WRITE
from decision_tree.commands.shell import CLEAN, PROBLEMS, Commands, print_problems
from decision_tree.model.guide import outcome_file
from decision_tree.problems import Position, Problem
from decision_tree.reading.load import Document
from decision_tree.reading.plain import mapping
from decision_tree.sources import Sources

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

ENTRY = """\
  {id}:
    title: "{note}: what the page is called"
    description: "{note}: one or two sentences for search engines and link previews, without numbers"
    here_if: "{note}: You are here if ..."
    why: "{note}: why the answers lead here"
    means: "{note}: what this means, in two sentences"
    today:
      first-step:
        who: "{note}: whom to ask"
        do: "{note}: the first thing to do, as an order"
      second-step:
        who: "{note}: whom to ask"
        do: "{note}: the second thing to do"
      third-step:
        who: "{note}: whom to ask"
        do: "{note}: the third thing to do"
    words:
      call:
        title: "{note}: what these words are for"
        channel: phone
        text: "{note}: the words to say"
    if_it_fails:
      text: "{note}: what comes next if it fails"
"""

PAGE = '{{{{ outcome_page("{id}") }}}}\n'


def add(commands: Commands) -> None:
    """Add the command and its arguments."""
    command = commands.add_parser("new", help="write the entry and the page of a new outcome")
    command.add_argument("kind", choices=("outcome",), help="what to write")
    command.add_argument("id", metavar="ID", help="lower-case words with hyphens; it never changes later")
    command.set_defaults(run=run, format="text")


def run(options: argparse.Namespace, sources: Sources) -> int:
    """Write both files, and say what to do with them."""
    document = sources.local or sources.tree.layers[0]
    docs = Path(sources.docs_folder)
    problem = refusal(options.id, _taken(sources), document, docs)
    if problem is not None:
        print_problems([problem], stream=sys.stderr)
        return PROBLEMS
    written = new_outcome(options.id, document, docs)
    written.write()
    print(f"Wrote the outcome into {written.entry_file} and its page {written.page_file}.")
    print("Now write its texts, lead an option to it, and run: python -m decision_tree check")
    return CLEAN


def _taken(sources: Sources) -> set[str]:
    """Return every id that lives, is retired, or is removed by a fork."""
    living = {id_ for finder in sources.finders for id_ in (*finder.questions, *finder.outcomes)}
    return {*living, *sources.pages, *sources.removed, *mapping(mapping(sources.tree.data).get("aliases"))}


@dataclass(frozen=True, slots=True)
class NewOutcome:
    """What is to be written: two files with their texts."""

    entry_file: Path
    entry_text: str
    page_file: Path
    page_text: str

    def write(self) -> None:
        """Write both files. Raises OSError."""
        self.page_file.parent.mkdir(parents=True, exist_ok=True)
        self.page_file.write_text(self.page_text, encoding="utf-8")
        self.entry_file.write_text(self.entry_text, encoding="utf-8")


def new_outcome(id_: str, document: Document, docs: Path) -> NewOutcome:
    """Return what to write for an outcome of that id, into that file and that folder of pages."""
    entry = ENTRY.format(id=id_, note=TO_WRITE)
    return NewOutcome(
        entry_file=Path(document.file),
        entry_text=with_entry(document, entry),
        page_file=docs / outcome_file(id_),
        page_text=PAGE.format(id=id_),
    )


def with_entry(document: Document, entry: str) -> str:
    """Return the file's text with an entry behind the last of its `outcomes`, or with its first one."""
    lines = document.text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    data = document.data if isinstance(document.data, dict) else {}
    if "outcomes" not in data:
        return f"{''.join(lines)}{'' if not lines else chr(10)}outcomes:\n{entry}"
    start = document.key_position(("outcomes",)).line
    later = [document.key_position((key,)).line for key in data]
    end = min((line for line in later if line > start), default=len(lines) + 1) - 1
    while end > start and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return "".join([*lines[:end], "\n", entry, *lines[end:]])


def refusal(id_: str, taken: set[str], document: Document, docs: Path) -> Problem | None:
    """Return why no outcome of that id can be written, or nothing."""
    wrong = _refusal(id_, taken, document, docs)
    return wrong and wrong.of("new-outcome")


def _refusal(id_: str, taken: set[str], document: Document, docs: Path) -> Problem | None:
    here = Position(document.file, 1, 1)
    if not ID.fullmatch(id_):
        return Problem.at(here, f'"{id_}" is no id (lower-case words with hyphens, e.g. school-plan)')
    if id_ in taken:
        return Problem.at(here, f'the id "{id_}" is taken, or was once (choose another)')
    if (docs / outcome_file(id_)).exists():
        return Problem.at(
            here, f"the page {outcome_file(id_)} is there already (delete it, or choose another id)"
        )
    outcomes = document.data.get("outcomes") if isinstance(document.data, dict) else None
    if outcomes == {} or (outcomes is not None and not isinstance(outcomes, dict)):
        message = "outcomes is no mapping with a line for each entry (delete this line)"
        return Problem.at(document.key_position(("outcomes",)), message)
    return None
