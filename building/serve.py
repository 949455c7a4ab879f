"""`python -m building.serve`: show the site on this computer, and each edit of it as soon as it is saved."""

import argparse
import ast
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from stat import S_ISREG
from threading import Thread
from time import sleep
from urllib.parse import parse_qs, quote, unquote, urlsplit

from building.live import Live, Seen
from decision_tree.commands.shell import CLEAN, UNREADABLE
from decision_tree.project import ROOT

WATCHED = ("mkdocs.yml", "mkdocs.base.yml", "docs", "decision_tree", "macros", "overrides", "building")
MADE = ("__pycache__", "palette", "made")
"""Folders in them that we write ourselves."""
READ_ONCE = frozenset((".py", ".json"))
"""Files that are read only when the server starts: code and schemas."""

EVERY, AT_MOST = 0.2, 30.0
"""Seconds: between two looks at the files, and for which a browser waits for another version."""


class Handler(BaseHTTPRequestHandler):
    """Answers a browser."""

    server: "Server"

    def do_GET(self) -> None:
        """Send a file of the site, or, when there is another one than the browser has, the version."""
        parts = urlsplit(self.path)
        if parts.path == "/-/version":
            had = parse_qs(parts.query).get("not", [""])[0]
            self._send(200, "text/plain", self.server.live.wait_for_another(had, AT_MOST).encode())
            return
        name = unquote(parts.path).lstrip("/")
        last = name.rpartition("/")[2]
        if last and "." not in last:
            self._send(302, "text/plain", b"", {"Location": f"/{quote(name)}/"})
            return
        answer = self.server.live.answer(name if last else f"{name}index.html")
        self._send(answer.status, answer.kind, answer.body)

    def _send(self, status: int, kind: str, body: bytes, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(body)), "Cache-Control": "no-store"}
        for name, value in {**headers, **(more or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (so it is called there)
        """Print nothing: an editor looks for errors here, not for requests."""


class Server(ThreadingHTTPServer):
    """Serves one live site at an address such as ("127.0.0.1", 8000)."""

    daemon_threads = True

    def __init__(self, at: tuple[str, int], root: Path) -> None:
        super().__init__(at, Handler)
        self.address = f"http://{at[0]}:{self.server_port}/"
        self.live = Live(root, self.address)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away before its answer came."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until it is interrupted, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m building.serve", description=__doc__)
    parser.add_argument("--address", default="127.0.0.1:8000", help="where to serve (%(default)s)")
    host, _, port = parser.parse_args(arguments).address.rpartition(":")
    try:
        server = Server((host, int(port)), ROOT)
    except (OSError, ValueError, OverflowError) as error:
        print(f"error: cannot serve there: {error} (give another --address HOST:PORT)", file=sys.stderr)
        return UNREADABLE
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with server:
            _follow(server)
        os.execv(sys.executable, [sys.executable, "-m", "building.serve", *sys.argv[1:]])  # noqa: S606
    except KeyboardInterrupt:
        print("\nStopped.")
    return CLEAN


def _follow(server: Server) -> None:
    """Renew the site at each edit, until the program itself is edited."""
    seen = _renewed(server)
    code = _read_once(seen)
    Thread(target=server.serve_forever, daemon=True).start()
    print(f"Serving on {server.address} Errors are shown on the page. Stop with Ctrl+C.", flush=True)
    while True:
        seen = _edited(seen)
        if _read_once(seen) == code:
            seen = _renewed(server)
        changed = {file for file, _ in _read_once(seen).items() ^ code.items()}
        code = _read_once(seen)
        if changed and all(map(_can_be_run, changed & code.keys())):
            return


def _read_once(seen: Seen) -> Seen:
    return {file: state for file, state in seen.items() if file.suffix in READ_ONCE}


def _can_be_run(file: Path) -> bool:
    """Whether a file is no Python that the program could not start with; else say where it is wrong."""
    if file.suffix == ".py":
        try:
            ast.parse(file.read_bytes(), file.relative_to(ROOT))
        except (SyntaxError, ValueError) as error:
            print(f"{error} (the server goes on with the code as it was)", flush=True)
            return False
    return True


def _renewed(server: Server) -> Seen:
    """Renew the site, print what is wrong with it, and return the files as they were read."""
    lines, seen = server.live.renew(lambda: _files(ROOT))
    for line in lines:
        print(line, flush=True)
    return seen


def _edited(seen: Seen) -> Seen:
    """Wait for an edit, and return the files as soon as no more of them change."""
    while True:
        sleep(EVERY)
        now = _files(ROOT)
        if now != seen and now == _files(ROOT):
            return now


def _files(root: Path) -> Seen:
    """Return when each file was written, and its size."""
    seen = {}
    for name in WATCHED:
        for file in (root / name, *(root / name).rglob("*")):
            if {*file.relative_to(root).parts}.intersection(MADE):
                continue
            with suppress(OSError):  # it may be gone by now
                state = file.stat()
                if S_ISREG(state.st_mode):
                    seen[file] = (state.st_mtime_ns, state.st_size)
    return seen


if __name__ == "__main__":
    sys.exit(main())
