"""Reads a fork's settings from `mkdocs.yml`, and finds the pictures that stand beside the guide."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from decision_tree.reading.load import Document, load
from decision_tree.reading.plain import mapping
from decision_tree.settings.brand import Settings, settings_of

FILE = "mkdocs.yml"
SHARE = "assets/brand/share.png"
"""The picture that link previews show, where a fork has one."""
FAVICON = "assets/brand/favicon.svg"
"""The small picture in a browser's tab, unless `theme: favicon:` names another."""

BRAND = ("extra", "brand")

SCHEMA = Path(__file__).parent / "brand.schema.json"
"""The schema of what a fork owns in that file."""


@dataclass(frozen=True)
class SettingsFile:
    """`mkdocs.yml` as the checks see it, and the folder of the pictures that it names."""

    document: Document
    docs: Path

    def value(self, *path: str) -> Any:
        """Return the value at `path`; None where there is none."""
        here: Any = self.document.data
        for step in path:
            here = mapping(here).get(step)
        return here

    def text(self, *path: str) -> str:
        """Return the text at `path`; empty where there is none, or something else stands there."""
        value = self.value(*path)
        return value.strip() if isinstance(value, str) else ""


def read_settings(root: Path) -> Settings:
    """The settings of the project in `root`, read again only when they change.

    Raises UnreadableError where there is no `mkdocs.yml`. What is wrong in it is for the checks to tell.
    """
    stat = (root / FILE).stat() if (root / FILE).exists() else None
    stamp = (stat.st_mtime_ns, stat.st_size) if stat else (0, 0)
    return _read(root, stamp, (root / "docs" / SHARE).is_file())


@lru_cache(maxsize=8)
def _read(root: Path, stamp: tuple[int, int], has_share: bool) -> Settings:
    del stamp  # it is only the cache's key
    return settings_of(load(root / FILE, FILE).data, SHARE if has_share else "")
