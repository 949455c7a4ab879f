"""`python -m publish.links`: ask every page of others that the guide names whether it is still there.

Prints each that is gone, with the file and line that names it, and ends with 1 if there is any. Pages that do
not let a program in are printed as warnings, which do not count.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from decision_tree.judged_day import judged_day
from decision_tree.problems import UnreadableError, errors_in
from decision_tree.project import read_sources
from publish.commands import DONE, NOT_UNDERSTOOD, REFUSED
from publish.links.ask import Manners
from publish.links.check import answers, named_addresses, problems

ROOT = Path(__file__).parent.parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the addresses and print what is wrong."""
    options = _parser().parse_args(arguments)
    try:
        named = named_addresses(read_sources(options.project, judged_day(options.project)))
    except UnreadableError as error:
        print(error, file=sys.stderr)
        return NOT_UNDERSTOOD
    manners = Manners(timeout=options.timeout, pause=options.pause, tries=options.tries)
    found = problems(named, answers(named, manners))
    for problem in found:
        print(problem)
    print(f"{len(named)} addresses asked, {len(errors_in(found))} of them gone.", flush=True)
    return REFUSED if errors_in(found) else DONE


def _parser() -> argparse.ArgumentParser:
    usual = Manners()
    parser = argparse.ArgumentParser(prog="python -m publish.links", description=__doc__)
    parser.add_argument("--project", type=Path, default=ROOT, help="the project's folder, if not this one")
    parser.add_argument("--timeout", type=float, default=usual.timeout, help="seconds to wait for an answer")
    parser.add_argument("--pause", type=float, default=usual.pause, help="seconds between two questions")
    parser.add_argument("--tries", type=int, default=usual.tries, help="how often to ask a busy site")
    return parser


if __name__ == "__main__":
    sys.exit(main())
