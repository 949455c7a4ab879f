"""What a fork breaks in upstream's files is told where the fork removes something, or leads it elsewhere.

Upstream's lines are nothing that a fork may change, and one removal can break many of them. So each removal
is left out once: the errors that are then gone are its own, and it is told once for all of them. The same is
done with each change of what no reader sees, such as where an option leads. This is no rule: it rewords what
the rules found, whichever of them found it.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from decision_tree.problems import NEEDED, Problem, errors_in, quoted
from decision_tree.reading.layers import REFERENCE, removals
from decision_tree.reading.load import Document
from decision_tree.reading.plain import Keys, Path, listing, value_at, without
from decision_tree.sources import REFERENCE_FILES, Sources, register_of

Found = set[Problem]

MOST_TRIED = 40
"""Removals, and changes, that are tried; each takes as long as a whole check."""

MOST_SHOWN = 5
"""Lines that a message names."""


def at_removals(sources: Sources, found: Found, find: Callable[[Sources], Found]) -> Found:
    """Return what was `found`, with the errors that a line of the fork causes elsewhere told at that line."""
    local, upstream = sources.local, sources.upstream
    if local is None or not isinstance(local.data, dict):
        return found
    elsewhere = {problem for problem in errors_in(found) if problem.file != local.file}
    elsewhere = elsewhere - find(upstream) if elsewhere else elsewhere
    told = set(found)
    for path, done in _tried(sources, local):
        if not elsewhere:
            break
        rest = find(upstream.with_local(replace(local, data=without(local.data, path))))
        caused = elsewhere - rest
        elsewhere -= caused
        told -= caused
        position = local.key_position(path)
        # What is told at that place already says what to do.
        is_told = any(one.file == local.file and one.line == position.line for one in errors_in(found))
        if caused and not is_told:
            told.add(Problem.at(position, _message(upstream, path[-1], done, sorted(caused)), rule=NEEDED))
    return told


def _tried(sources: Sources, local: Document) -> Iterator[tuple[Keys, str]]:
    """Yield the path of each line of the fork that may break something elsewhere, and what it does there."""
    for path in list(removals(local.data))[:MOST_TRIED]:
        yield path, "removed"
    for path in list(_changes(sources))[:MOST_TRIED]:
        yield path, "changed"


def _changes(sources: Sources) -> Iterator[Keys]:
    """Yield the path of each value of upstream's that the fork changes and no reader sees."""
    for name, laid in sources.forked.items():
        for path in laid.overridden():
            way = (REFERENCE, name, *path) if name in REFERENCE_FILES else path
            register, rest = register_of(way)
            before, now = value_at(laid.below.data, path), value_at(laid.over.data, path)
            if None not in (before, now) and before != now and register.kind(rest) is None:
                yield way


def _message(upstream: Sources, name: str, done: str, caused: list[Problem]) -> str:
    first = caused[0]
    wrong = first.message.rpartition(" (")[0] or first.message
    lines = list(dict.fromkeys(_line(upstream, name, one) for one in caused))
    shown = ", ".join(lines[:MOST_SHOWN])
    more = f" and {len(lines) - MOST_SHOWN} more" if len(lines) > MOST_SHOWN else ""
    return (
        f"{quoted(name)} is {done} here, but then {wrong}: see {first.file}:{first.line} "
        f"(delete this line, or write here too: {shown}{more})"
    )


def _line(upstream: Sources, name: str, problem: Problem) -> str:
    """Return the line that a fork can write where a removal breaks something; else the place of it."""
    documents = [((REFERENCE, one), getattr(upstream, one)) for one in REFERENCE_FILES]
    for prefix, document in (((), upstream.tree), *documents):
        if document.file != problem.file:
            continue
        path = _path_at(document, problem)
        is_item = bool(path) and isinstance(path[-1], int)
        keys = tuple(map(str, path[:-1] if is_item else path))
        rest = [one for one in listing(value_at(document.data, keys)) if one != name] if is_item else []
        value = f"[{', '.join(rest)}]" if rest else "..."
        return f"{'.'.join((*prefix, *keys))}: {value}"
    return f"{problem.file}:{problem.line}"


def _path_at(document: Document, problem: Problem) -> Path:
    """Return the path of the value, with its key, in which a problem stands."""
    here = (problem.line, problem.column)
    found: Path = ()
    begun = (0, 0)
    for path, spot in document.places():
        start = (spot.key_line, spot.key_column) if spot.key_line else (spot.line, spot.column)
        if path and begun <= start <= here:
            found, begun = path, start
    return found
