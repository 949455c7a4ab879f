"""Where facts are cited: in texts, and in the rows of the reference data. No rule is in here."""

from collections.abc import Iterator
from dataclasses import dataclass

from decision_tree.problems import Position
from decision_tree.reading.load import Document
from decision_tree.reading.plain import Path, items, mapping
from decision_tree.sources import Sources


@dataclass(frozen=True, slots=True)
class Citation:
    """One fact that is cited in one place."""

    fact: str
    document: Document
    path: Path
    in_text: bool
    plan: str | None = None
    """The plan whose row of deadlines.yml or regulators.yml cites it."""

    def position(self) -> Position:
        """Return where the citation stands, in the middle of a text too."""
        return self.document.find(self.path, f"[^{self.fact}]" if self.in_text else self.fact)


def all_citations(sources: Sources) -> Iterator[Citation]:
    """Yield every citation: each fact once a text, and once a row."""
    for text in sources.citing:
        for fact in dict.fromkeys(text.cites):
            yield Citation(fact, text.document, text.path, in_text=True)
    yield from row_citations(sources)


def row_citations(sources: Sources) -> Iterator[Citation]:
    """Yield the citations in the reference data."""
    for plan, row in sources.plans.items():
        for path in _facts_in(row, ("plans", plan)):
            yield from _listed(sources.deadlines, path, plan)
    for plan in mapping(mapping(sources.regulators.data).get("by_plan")):
        yield from _listed(sources.regulators, ("by_plan", plan, "contacts"), plan)


def _facts_in(row: object, path: Path) -> Iterator[Path]:
    todo: list[tuple[Path, object]] = [(path, row)]
    while todo:
        here, value = todo.pop()
        for key, inner in mapping(value).items():
            if key == "facts":
                yield (*here, key)
            else:
                todo.append(((*here, key), inner))


def _listed(document: Document, path: Path, plan: str) -> Iterator[Citation]:
    value: object = document.data
    for step in path:
        value = mapping(value).get(str(step))
    for number, fact in items(value):
        if isinstance(fact, str):
            yield Citation(fact, document, (*path, number), in_text=False, plan=plan)
