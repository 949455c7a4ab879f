"""Tells of an error of the program itself in one line, and keeps the details in a file for whoever mends it.

What an editor can mend is a `Problem` and never comes here.
"""

import platform
import sys
import traceback
from pathlib import Path

from decision_tree import git

DETAILS = Path(".build/crash.txt")
"""The file, in the project's folder."""


def told(error: BaseException, root: Path) -> str:
    """Write what is known of `error` into the project's file for it, and return the line to print."""
    name = type(error).__name__
    short = " ".join(f"{name}: {error}".split())[:200]
    file = root / DETAILS
    try:
        file.parent.mkdir(exist_ok=True)
        file.write_text(_details(error, root), encoding="utf-8", errors="backslashreplace")
        send = f"with the file {DETAILS.as_posix()}, which has the details"
    except OSError:
        send = "with this line"
    return (
        f"error[crash]: the program stopped by a mistake of its own, {short} "
        f"(nothing is lost; report it {_where(root)}, {send})"
    )


def _details(error: BaseException, root: Path) -> str:
    try:
        release = (root / "decision_tree" / "release.txt").read_text(encoding="utf-8").strip()
    except OSError:
        release = "unknown"
    facts = f"release {release}, Python {platform.python_version()}, {platform.platform()}"
    # The folder's own path may hold a person's name.
    trace = "".join(traceback.format_exception(error)).replace(str(root), ".")
    return f"{' '.join(sys.argv[1:])}\n{facts}\n\n{trace}"


def _where(root: Path) -> str:
    """Return where to report: upstream's issues where a fork knows upstream, else this repository's."""
    for remote in ("upstream", "origin"):
        address = git.text(root, "config", "--get", f"remote.{remote}.url").strip()
        if address.startswith("https://"):
            return f"at {address.removesuffix('/').removesuffix('.git')}/issues"
    return "as an issue where this project comes from"
