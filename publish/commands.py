"""What the commands of this package share: the folder they are given, what they print, their exit status."""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

DONE, REFUSED, NOT_UNDERSTOOD = 0, 1, 2
"""Exit statuses: done; the site cannot be published so; the arguments make no sense."""


class UnfitError(Exception):
    """The site cannot be published as it is; carries one line a reason, each with the file that it is in."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__("\n".join(self.reasons))


def parser_of(description: str | None) -> argparse.ArgumentParser:
    """A parser that takes the folder of a built site."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("site", type=_site, help="the folder of the built site")
    return parser


def run_steps(
    description: str | None, steps: Sequence[Callable[[Path], str]], arguments: Sequence[str] | None = None
) -> int:
    """Run steps over the folder that the arguments name, and print what each did."""
    site = parser_of(description).parse_args(arguments).site
    for step in steps:
        try:
            print(step(site))
        except UnfitError as error:
            for reason in error.reasons:
                print(f"error: {reason}", file=sys.stderr)
            return REFUSED
    return DONE


def _site(name: str) -> Path:
    folder = Path(name)
    if not (folder / "index.html").is_file():
        raise argparse.ArgumentTypeError(f"{name} holds no built site (run `make site` first)")
    return folder
