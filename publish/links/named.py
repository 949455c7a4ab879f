"""Where the guide names addresses of other sites: in its tree and in its reference data."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from decision_tree.problems import Position
from decision_tree.sources import Sources

WHOLE = re.compile(r"https?://\S+")
"""A value that is an address."""
IN_PROSE = re.compile(r"\]\((https?://[^\s)]+)\)|<(https?://[^\s>]+)>")
"""Addresses in Markdown: [words](address) and <address>."""

Steps = tuple[str | int, ...]


def named_addresses(sources: Sources) -> Mapping[str, list[Position]]:
    """Each address, without its fragment, and where the guide names it; in the order of the files."""
    found: dict[str, list[Position]] = defaultdict(list)
    for document in sources.documents:
        for steps, text in _texts(document.data):
            for address in _addresses(text):
                found[address.partition("#")[0]].append(document.find(steps, address))
    return dict(found)


def _addresses(text: str) -> Iterator[str]:
    if WHOLE.fullmatch(text.strip()):
        yield text.strip()
    else:
        yield from (match[1] or match[2] for match in IN_PROSE.finditer(text))


def _texts(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Every text in the data, with the way to it."""
    if isinstance(value, str):
        yield steps, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one, (*steps, key))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _texts(one, (*steps, index))
