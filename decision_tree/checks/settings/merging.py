"""`mkdocs.yml` holds single values and mappings only: both site engines read it alike, and updates merge.

One engine replaces the list of `mkdocs.base.yml` by a list here, the other adds to it. A palette here would
take away the switch between light and dark.

Passes: `site_name: Care Guide`. Fails: `nav: [index.md]`, `theme: {palette: {primary: red}}`, any list.
"""

from collections.abc import Iterator
from typing import Any

from decision_tree.problems import Problem, quoted
from decision_tree.sources import Sources

REFUSED = {
    (
        "nav",
    ): "the pages in the menu are upstream's (delete it; a page of your own is found by search and links)",
    (
        "theme",
        "palette",
    ): "a palette here would take away the dark colors (name two colors under extra.brand)",
}
"""Keys that a fork must leave alone, and why."""


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each key that is refused, and each list."""
    if sources.settings is None:
        return
    document = sources.settings.document
    for path, why in REFUSED.items():
        if sources.settings.value(*path) is not None:
            message = f"{quoted('.'.join(path))} cannot stand in a fork's settings: {why}"
            yield Problem.at(document.key_position(path), message)
    for path in _lists(document.data, ()):
        if path not in REFUSED:
            message = (
                f"{quoted('.'.join(path))} is a list, and the two site engines read a list here differently "
                "(use single values and mappings: key: value)"
            )
            yield Problem.at(document.key_position(path), message)


def _lists(data: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(data, list):
        yield path
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _lists(value, (*path, key))
