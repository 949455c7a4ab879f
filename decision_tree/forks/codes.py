"""The denial codes that a fork has rows for, where upstream has come to list them too: the fork's row stands.

A code stands once. A fork may have added one years before upstream did, so that an update would break its
check although the fork did nothing. Its row was written for its readers; the fork is told, and may compare.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from decision_tree.outline import listing, mapping
from decision_tree.reading.load import Document

TABLES = ("adjustment_codes", "remark_codes", "service_codes")


def own_codes(base: Document, patch: Document, table: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield each code that the patch adds to a table, with its place: a row's key, or one of its `also`."""
    known = mapping(mapping(base.data).get(table))
    for key, row in mapping(mapping(patch.data).get(table)).items():
        if row is not None and key not in known:
            yield (table, key), key
        for number, code in enumerate(listing(mapping(row).get("also"))):
            if code not in listing(mapping(known.get(key)).get("also")):
                yield (table, key, "also", number), code


def upstream_codes(base: Document, table: str) -> frozenset[str]:
    """Return every code of a table."""
    rows = mapping(mapping(base.data).get(table)).items()
    return frozenset(code for key, row in rows for code in (key, *listing(mapping(row).get("also"))))


def without_own_codes(base: Document, patch: Document) -> Document:
    """Return upstream's codes without those that the fork adds; a row that held no other code goes whole."""
    if not isinstance(base.data, dict):
        return base
    data: dict[str, Any] = dict(base.data)
    for table in TABLES:
        own = {code for _, code in own_codes(base, patch, table)}
        if own & upstream_codes(base, table):
            data[table] = dict(_left(data[table], own))
    return replace(base, data=data) if data != base.data else base


def _left(rows: dict[str, Any], own: set[str]) -> Iterator[tuple[str, Any]]:
    for key, row in rows.items():
        codes = [code for code in (key, *listing(mapping(row).get("also"))) if code not in own]
        if not codes:
            continue
        rest = {name: value for name, value in row.items() if name != "also"}
        yield codes[0], {**({"also": codes[1:]} if codes[1:] else {}), **rest}
