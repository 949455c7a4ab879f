"""A fork's settings in `mkdocs.yml` as a whole; no rule has any where the tree is not the project's own.

Single settings with much to judge have modules of their own: `addresses`, `colors` and `pictures`.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from decision_tree.problems import Position, Problem, quoted
from decision_tree.schemas.annotations import Kind
from decision_tree.schemas.schema import Schema
from decision_tree.settings.read import BRAND, SCHEMA, SHARE
from decision_tree.sources import Sources


def shape_problems(sources: Sources) -> Iterator[Problem]:
    """Yield what YAML or the schema refuse in the settings."""
    if sources.settings is None:
        return
    document = sources.settings.document
    yield from document.problems
    if document.complete:
        yield from Schema.read(SCHEMA).problems(document)


BASE = "mkdocs.base.yml"


def check_setting_missing(sources: Sources) -> Iterator[Problem]:
    """`mkdocs.yml` follows `mkdocs.base.yml` and has a name: without them no site can be built."""
    if sources.settings is None or not isinstance(sources.settings.document.data, dict):
        return
    settings = sources.settings
    for key, value, what in (
        ("INHERIT", BASE, "the site has no pages and no looks"),
        ("site_name", "Care Guide", "the site cannot be built"),
    ):
        if not settings.text(key):
            message = f'"{key}" is missing; without it {what} (write this line: {key}: {value})'
            yield Problem.at(settings.document.key_position((key,)), message)
    inherited = settings.text("INHERIT")
    if inherited and inherited != BASE:
        message = f"the settings follow {quoted(inherited)}, not upstream's (write INHERIT: {BASE})"
        yield Problem.at(settings.document.position(("INHERIT",)), message)


REFUSED = {
    (
        "nav",
    ): "the pages in the menu are upstream's (delete it; a page of your own is found by search and links)",
    (
        "theme",
        "palette",
    ): "a palette here would take away the dark colors (name two colors under extra.brand)",
    ("theme", "name"): "the pages are made for upstream's theme (delete it)",
    ("theme", "custom_dir"): "what upstream changes in the theme would be gone (delete it)",
    ("docs_dir",): "the pages are in docs/ (delete it)",
    ("use_directory_urls",): "every page would have another address (delete it)",
}
"""Keys that a fork must leave alone, and why."""


def check_setting_merge(sources: Sources) -> Iterator[Problem]:
    """`mkdocs.yml` holds single values and mappings only: both site engines read it alike, and updates merge.

    One engine replaces the list of `mkdocs.base.yml` by a list here, the other adds to it. A palette here
    would take away the switch between light and dark.

    Passes: `site_name: Care Guide`. Fails: `nav: [index.md]`, `theme: {palette: {primary: red}}`, any list,
    and what would move the pages, such as `docs_dir: pages`.
    """
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


HELPLINE = (*BRAND, "helpline")
NATIONAL = ("988", "911")


def check_helpline(sources: Sources) -> Iterator[Problem]:
    """A fork's helpline has a name and a number, and stands beside the national lines, not in their place.

    Passes: `helpline: {label: Ohio helpline, number: 1-800-555-0100}`. Fails: one without the other, or 988.
    """
    settings = sources.settings
    if settings is None:
        return
    label, number = (settings.value(*HELPLINE, key) not in (None, "") for key in ("label", "number"))
    if label != number:
        missing, given = ("number", "label") if label else ("label", "number")
        message = f"the helpline has a {given} and no {missing} (write both, or leave both empty)"
        yield Problem.at(settings.document.key_position((*HELPLINE, missing)), message)
    digits = re.sub(r"\D", "", settings.text(*HELPLINE, "number"))
    if digits in NATIONAL:
        message = f"{digits} stands on every page already (write your own line here, or leave it empty)"
        yield Problem.at(settings.document.position((*HELPLINE, "number")), message)


UPSTREAM = "Denied Care Guide"
"""What upstream calls its own site."""

PICTURE = "225e385154e66f8003e78f70c40e0377fff749249fd0b9ca03ccf4474b27d412"
"""The SHA-256 of upstream's picture for link previews."""

PLACEHOLDER = re.compile(r"(?:[\w.-]+\.)?example\.(?:org|com|net)\b|YOUR-NAME|\bOWNER\b")

OWN: frozenset[Kind] = frozenset({"name", "address"})
"""The kinds of text in which a copy says who publishes it, and where."""


def check_placeholder(sources: Sources) -> Iterator[Problem]:
    """(warning) Nothing of upstream's is left in a copy with a name of its own: no sample address or picture.

    Passes: `contact: help@ohio-care.org`. Warns: `site_url: https://YOUR-NAME.github.io/guide/`, and a
    `share.png` that shows upstream's name wherever somebody shares a link. It is told once the copy has a
    name or a `local.yml` of its own: upstream's own file has such an address.
    """
    settings = sources.settings
    if settings is None or (sources.local is None and settings.text("site_name") in ("", UPSTREAM)):
        return
    for text in sources.texts:
        for left in dict.fromkeys(PLACEHOLDER.findall(text.words) if text.kind in OWN else ()):
            message = f"{quoted(left)} stands here as in the instructions (write your own in its place)"
            yield Problem.at(text.document.find(text.path, left), message, "warning")
    if _digest(settings.docs / SHARE) == PICTURE:
        message = (
            "this picture of link previews shows upstream's name (put your own in its place, or delete it)"
        )
        yield Problem.at(Position(f"{sources.docs_folder}/{SHARE}", 1, 1), message, "warning")


def _digest(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
