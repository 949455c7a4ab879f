"""The index that the search reads, while serving: `python -m building.search ADDRESS` prints it.

It alone needs all pages, and the theme asks for it on every page. So another process builds it, one at a time
and with little hurry, and no page waits for it.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from building import engine
from decision_tree.project import ROOT

INDEX = "search/search_index.json"
UNHURRIED = 10
"""What is added to the process's niceness."""


class LiveSearch:
    """The index of each version of the site that a browser still shows."""

    def __init__(self, root: Path, address: str) -> None:
        self._root, self._address = root, address
        self._lock = Lock()
        self._version, self._index = "", b""

    def index(self, current: Callable[[], str]) -> bytes | None:
        """Return the index of the version that is `current` when it is asked for.

        None where a newer one has come meanwhile, whose page asks anew, or where the site cannot be built.
        """
        wanted = current()
        with self._lock:
            if self._version != wanted and current() == wanted:
                self._index, self._version = self._built(), wanted
            return self._index or None if self._version == wanted else None

    def _built(self) -> bytes:
        command = [sys.executable, "-m", "building.search", self._address]
        return subprocess.run(command, cwd=self._root, capture_output=True, check=False).stdout  # noqa: S603 (ours)


def main(address: str) -> None:
    """Build the site for that address, and print its index."""
    if hasattr(os, "nice"):
        os.nice(UNHURRIED)
    with TemporaryDirectory() as folder:
        with redirect_stdout(sys.stderr):  # where plugins print
            engine.build_site(ROOT, Path(folder), address)
        sys.stdout.buffer.write((Path(folder) / INDEX).read_bytes())


if __name__ == "__main__":
    main(*sys.argv[1:])
