"""MkDocs, run within this process: its configuration, a whole build, and what it warns of."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

SETTINGS = "mkdocs.yml"


def settings(root: Path, into: Path, address: str | None = None) -> MkDocsConfig:
    """Return the project's settings for a site in the folder `into`, at `address` if another than its own.

    Raises MkDocsException where the engine does not understand them.
    """
    own = {} if address is None else {"site_url": address}
    config = load_config(str(root / SETTINGS), site_dir=str(into), strict=address is None, **own)
    config.plugins.on_startup(command="build" if address is None else "serve", dirty=False)
    return config


def build_site(root: Path, into: Path, address: str | None = None) -> None:
    """Build the whole site. Raises MkDocsException, or what a macro raised, where it cannot be built.

    At its own address, what the engine warns of stops the build, too.
    """
    config = settings(root, into, address)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


@contextmanager
def warnings() -> Iterator[list[str]]:
    """Collect what the engine warns of, as lines, in place of its printing that."""
    lines: list[str] = []
    handler = _Collect(lines)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield lines
    finally:
        logger.removeHandler(handler)


class _Collect(logging.Handler):
    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(f"{record.levelname.lower()}: {record.getMessage()}")
