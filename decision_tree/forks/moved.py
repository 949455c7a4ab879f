"""What a fork wrote for an option or a question that upstream has retired: it is told, and changes nothing.

A patch laid over what is gone would make half an option, one without a target. Its words may not fit the one
that took its place either: two answers may have become one. So the fork is warned, at its own line, and
chooses.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from decision_tree.ids import aliases, today
from decision_tree.outline import mapping
from decision_tree.reading.load import Document

Path = tuple[str, ...]

FINDERS: tuple[Path, ...] = ((), ("plan_finder",))
"""Where the trees stand in the file."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One retired option or question that a fork has words for, e.g. `letter/refused`."""

    path: Path
    """Where the words stand in the patch."""
    old: str
    """The retired id; of an option, QUESTION/OPTION."""
    heir: str
    """The id that stands for it now; QUESTION/ where an option was split."""


def moved(tree: Document, patch: Document) -> Iterator[Moved]:
    """Yield each option and question that `patch` has words for and that is retired in `tree`."""
    renamed = aliases(tree)
    for base in FINDERS:
        old, new = _questions(tree, base), _questions(patch, base)
        for question, changes in new.items():
            path = (*base, "questions", question)
            if question not in old and question in renamed:
                yield Moved(path, question, today(question, renamed))
                continue
            known = mapping(mapping(old.get(question)).get("options"))
            for option in mapping(mapping(changes).get("options")):
                name = f"{question}/{option}"
                if option not in known and name in renamed:
                    yield Moved((*path, "options", option), name, today(name, renamed))


def _questions(document: Document, base: Path) -> Any:
    data = document.data
    for step in base:
        data = mapping(data).get(step)
    return mapping(mapping(data).get("questions"))


def without_moved(tree: Document, patch: Document) -> Document:
    """Return `patch` without what it says of options and questions that are retired in `tree`."""
    data = patch.data
    for one in moved(tree, patch):
        data = _without(data, one.path)
    return patch if data is patch.data else replace(patch, data=data)


def _without(data: Any, path: Path) -> Any:
    """Return a copy of `data` without the value at `path`, nor the mappings that held nothing else."""
    key, *rest = path
    inner = _without(data[key], tuple(rest)) if rest else None
    others = {name: value for name, value in data.items() if name != key}
    return {**others, key: inner} if inner else others
