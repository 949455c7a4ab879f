"""A real nginx in front of a built site, with the settings that `publish.hosts.nginx` prints for it."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from publish.hosts.nginx import settings

MAIN = """
daemon off;
master_process off;  # one process, with the rights of the tests
error_log stderr;
pid {folder}/nginx.pid;
events {{}}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/guide.conf;
}}
"""


@dataclass(frozen=True)
class Nginx:
    """A server that runs, and where: "http://127.0.0.1:40123"."""

    origin: str


def find_nginx() -> str:
    """The program, which may stand where only an administrator's shell looks. Skips where there is none."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
    if found:
        return found
    if shutil.which("apt-get"):
        pytest.fail("nginx is not here: run `sh tests/publish/install.sh`, as `make test` does")
    pytest.skip("nginx is not here, and there is no apt-get to install it with")


@contextmanager
def served_by_nginx(site: Path, folder: Path) -> Iterator[Nginx]:
    """Serve a site until the block ends; nginx keeps its own files in `folder`."""
    program = find_nginx()
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    (folder / "guide.conf").write_text(settings(site, listen=[f"127.0.0.1:{port}"]))
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, types=_types(program)))
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]
    subprocess.run([*command, "-t", "-q"], check=True)
    server = subprocess.Popen(command)
    try:
        _wait_for(port, server)
        yield Nginx(f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        server.wait()


def _types(program: str) -> Path:
    """The list of files' types that comes with nginx, beside its own settings."""
    built = subprocess.run([program, "-V"], capture_output=True, text=True, check=True).stderr
    found = re.search(r"--conf-path=(\S+)", built)
    assert found is not None, f"{program} does not say where its settings are"
    return Path(found[1]).with_name("mime.types")


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert server.poll() is None, "nginx stopped at once"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("nginx does not answer")
