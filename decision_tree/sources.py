"""Everything that the rules look at: the tree, the reference data, the pages' files and the day to judge.

Reads a project folder. Judging what is read is left to `checks`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from decision_tree.load import Document, load
from decision_tree.outline import Finder, Text, finders, mapping, texts
from decision_tree.problems import Problem
from decision_tree.schema import Schema

REFERENCE = ("facts", "deadlines", "denial_codes", "regulators")
"""The files in `reference/`, each beside its schema."""

MACRO = re.compile(rb"\{\{\s*(?:fixed|outcome)_page\(")
"""The call by which a file in `docs/` prints a page or an outcome of the tree."""

HERE = Path(__file__).parent
SCHEMAS = (HERE / "tree.schema.json", *(HERE / "reference" / f"{name}.schema.json" for name in REFERENCE))
"""The schema of each document, in the order of `Sources.documents`."""


@dataclass(frozen=True)
class Sources:
    """What the rules see, e.g. `read_sources(Path("."), date(2026, 11, 23))`."""

    tree: Document
    facts: Document
    deadlines: Document
    denial_codes: Document
    regulators: Document
    on: date
    """The day on which periods and reviews are judged."""
    docs: Mapping[str, bool] | None = None
    """The files below `docs/`, e.g. "paths/urgent.md", and whether each prints a page of the tree.

    None where the tree is not the project's own.
    """
    docs_folder: str = "docs"
    """What messages call that folder."""

    @property
    def is_own_tree(self) -> bool:
        """Whether the tree is the project's, so that its pages and its codes must fit it."""
        return self.docs is not None

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every file that was read, the tree first."""
        return (self.tree, self.facts, self.deadlines, self.denial_codes, self.regulators)

    @cached_property
    def finders(self) -> tuple[Finder, ...]:
        """The path finder, and the plan finder where there is one."""
        return finders(self.tree)

    @cached_property
    def outcomes(self) -> Mapping[str, Any]:
        """The path finder's outcomes by id."""
        return self.finders[0].outcomes

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text of the tree that a reader may see."""
        return texts(self.tree)

    @cached_property
    def citing(self) -> tuple[Text, ...]:
        """The texts that cite facts."""
        return tuple(text for text in self.texts if text.cites)

    @cached_property
    def pages(self) -> Mapping[str, Any]:
        """The fixed pages by id."""
        return mapping(mapping(self.tree.data).get("pages"))

    @cached_property
    def known_facts(self) -> Mapping[str, Mapping[str, Any]]:
        """The facts by id."""
        return {key: mapping(value) for key, value in mapping(mapping(self.facts.data).get("facts")).items()}

    @cached_property
    def plans(self) -> Mapping[str, Mapping[str, Any]]:
        """The rows of deadlines.yml by plan id."""
        rows = mapping(mapping(self.deadlines.data).get("plans"))
        return {key: mapping(value) for key, value in rows.items()}


def read_sources(root: Path, on: date, tree: Path | None = None) -> Sources:
    """Read the project in the folder `root`, or with another file in the place of its tree.

    Messages name files as seen from the folder in which the program runs. Raises UnreadableError where a file
    cannot be read at all.
    """
    folder = root / "decision_tree"
    own = folder / "tree.yml"
    other = tree is not None and tree.resolve() != own.resolve()
    reference = {name: _load(folder / "reference" / f"{name}.yml") for name in REFERENCE}
    return Sources(
        tree=load(tree) if tree is not None and other else _load(own),
        **reference,
        on=on,
        docs=None if other else _pages(root / "docs"),
        docs_folder=_shown(root / "docs"),
    )


def shape_problems(sources: Sources) -> Iterator[Problem]:
    """Yield what YAML or the schemas refuse in any of the files."""
    for document, schema in zip(sources.documents, SCHEMAS, strict=True):
        yield from document.problems
        if document.complete:
            yield from Schema.read(schema).problems(document)


def _load(path: Path) -> Document:
    return load(path, _shown(path))


def _shown(path: Path) -> str:
    here, there = Path.cwd(), path.resolve()
    return there.relative_to(here).as_posix() if there.is_relative_to(here) else str(path)


def _pages(docs: Path) -> dict[str, bool]:
    files = sorted(file for folder in (docs, docs / "paths") for file in folder.glob("*.md"))
    return {file.relative_to(docs).as_posix(): MACRO.search(_bytes(file)) is not None for file in files}


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
