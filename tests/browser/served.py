"""A folder as a site of its own, for as long as a test needs it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args):
        pass


@contextmanager
def served(folder: Path, path: str = "/", *, for_any_origin: bool = False) -> Iterator[str]:
    """Serve a folder at a port of its own, so from an origin of its own, below a path; gives its address.

    Hosts should let any origin have the files: only then does a sandboxed frame take modules.
    """

    class Below(Quiet):
        def translate_path(self, asked):
            inside = asked.removeprefix(path) if asked.startswith(path) else "not-of-this-site"
            return super().translate_path(f"/{inside}")

        def end_headers(self):
            if for_any_origin:
                self.send_header("Access-Control-Allow-Origin", "*")
            super().end_headers()

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Below, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{path}"
    server.shutdown()
