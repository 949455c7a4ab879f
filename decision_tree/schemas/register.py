"""The register of texts: every string of a document that a reader may see, with its kind and its blanks.

It is derived from the document's schema, as `annotations` reads it. Data of the wrong shape is passed over:
the schema check tells of it. What may stand in a text is left to the rules, which choose by kind.
"""

import pathlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from decision_tree.reading.load import Document
from decision_tree.reading.plain import Path
from decision_tree.schemas.annotations import Kind, Plan, plan_of
from decision_tree.texts.prose import citations


@dataclass(frozen=True, slots=True)
class Text:
    """One text that a reader may see, e.g. the hint of an option."""

    document: Document
    path: Path
    words: str
    kind: Kind
    blanks: tuple[str, ...] = ()
    """The names of the blanks that the pages fill in."""

    @property
    def cites(self) -> tuple[str, ...]:
        """The facts that it cites, in order."""
        return citations(self.words)


class Register:
    """The texts of documents that keep to one schema: `Register.read(path).texts(document)`."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    @classmethod
    def read(cls, path: pathlib.Path) -> "Register":
        """Return the register that the schema at `path` says, compiled once for as long as the program runs.

        Raises UnreadableError where a schema cannot be read, and AnnotationError where it annotates wrongly.
        """
        return _read(path)

    def texts(self, document: Document) -> tuple[Text, ...]:
        """Return every text of a document that a reader may see, in the order in which they stand there."""
        found: list[Text] = []
        _walk(self._plan, document.data, (), document, found)
        return tuple(found)

    def kind(self, path: Sequence[str | int]) -> Kind | None:
        """Return the kind of the text that may stand at `path`; None where no reader sees what does."""
        plan = self._at(path)
        return plan.kind if plan is not None else None

    def is_by_id(self, path: Sequence[str | int]) -> bool:
        """Whether at `path` stands a mapping by ids, in the order shown, and not the parts of one thing."""
        plan = self._at(path)
        return plan is not None and plan.by_id

    def _at(self, path: Sequence[str | int]) -> Plan | None:
        plan: Plan | None = self._plan
        for step in path:
            plan = plan.under(step) if plan is not None else None
        return plan


def _walk(plan: Plan, value: Any, path: Path, document: Document, found: list[Text]) -> None:
    if type(value) is str:
        if plan.kind is not None:
            found.append(Text(document, path, value, plan.kind, plan.blanks))
    elif type(value) is dict:
        keys, others, plain = plan.keys, plan.others, not plan.patterns
        for key, inner in value.items():
            next_ = keys.get(key, others) if plain else plan.under(key)
            if next_ is not None:
                _walk(next_, inner, (*path, key), document, found)
    elif type(value) is list and plan.items is not None:
        for number, inner in enumerate(value):
            _walk(plan.items, inner, (*path, number), document, found)


@cache
def _read(path: pathlib.Path) -> Register:
    return Register(plan_of(path))
