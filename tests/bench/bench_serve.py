"""Times how soon an edit of one sentence is shown: by `make serve`, and by MkDocs' own server beside it.

Run: `python tests/bench/bench_serve.py [EDITS]`. It asserts nothing: timings belong to a machine.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from threading import Event
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "site")]

from copies import copy_project, edit  # noqa: E402

SERVERS = {
    "ours": ["building.serve", "--address"],
    "mkdocs serve": ["mkdocs", "serve", "--quiet", "--dev-addr"],
}
SENTENCE = "What is happening right now?"


@contextmanager
def served(project: Path, server: list[str]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        at = f"127.0.0.1:{free.getsockname()[1]}"
    settings = {**os.environ, "PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", *server, at], cwd=project, env=settings, stdout=subprocess.DEVNULL
    )
    try:
        yield f"http://{at}/"
    finally:
        process.terminate()
        process.wait()


def seconds_until(address: str, words: str) -> float:
    start = time.perf_counter()
    while True:
        try:
            if words in urlopen(address).read().decode():
                return time.perf_counter() - start
        except URLError:
            pass
        Event().wait(0.05)


def main() -> None:
    edits = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print("server        first page, s  an edit, s (median)  (slowest)")
    for name, server in SERVERS.items():
        with tempfile.TemporaryDirectory() as folder:
            project = copy_project(Path(folder) / "project")
            with served(project, server) as address:
                first = seconds_until(address, SENTENCE)
                times, now = [], SENTENCE
                for number in range(edits):
                    new = f"What goes on, for the {number}th time?"
                    edit(project / "decision_tree" / "tree.yml", now, new)
                    times.append(seconds_until(address, new))
                    now = new
        print(f"{name:<13} {first:>13.2f} {median(times):>20.2f} {max(times):>10.2f}", flush=True)


if __name__ == "__main__":
    main()
