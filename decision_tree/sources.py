"""Everything that the rules look at: the tree, the reference data, the pages' files and the day to judge.

Reading them from a project's folder is left to `project`, and judging what is read to `checks`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from decision_tree.model.tree import Tree, trees
from decision_tree.older_forks import lay_codes, lay_tree
from decision_tree.problems import Problem
from decision_tree.reading.layers import REFERENCE, Laid, LeftOut, lay, removals
from decision_tree.reading.load import Document, load_text
from decision_tree.reading.plain import Path as TreePath
from decision_tree.reading.plain import keys, mapping, value_at
from decision_tree.schemas.register import Register, Text
from decision_tree.schemas.schema import Schema
from decision_tree.settings import read

REFERENCE_FILES = ("facts", "deadlines", "denial_codes", "regulators")
"""The files in `reference/`, each beside its schema."""

SETTINGS = read.FILE
"""The file in which a fork keeps its name and its brand."""

LOCAL = "local.yml"
"""The file in which a fork keeps what it changes."""

MACRO = re.compile(rb"\{\{-?\s*(?:fixed|outcome)_page\b")
"""The call by which a file in `docs/` prints a page or an outcome of the tree."""

ID = re.compile(r"[a-z0-9-]+")
"""What a text can name in a link, `guide:ID`."""

NO_CHANGES = load_text("releases: {}", "changes.yml")
"""What stands in the place of changes.yml where a tree is not the project's own, and has no releases."""

DOCUMENTS = ("tree", *REFERENCE_FILES, "changes")
"""What `Sources` calls the files of the guide."""

HERE = Path(__file__).parent
SCHEMAS = (
    HERE / "tree.schema.json",
    *(HERE / "reference" / f"{name}.schema.json" for name in REFERENCE_FILES),
    HERE / "changes.schema.json",
)
"""The schema of each document, in the order of `Sources.documents`."""


def register_of(way: TreePath) -> tuple[Register, TreePath]:
    """Return the register that knows what stands at a path of `local.yml`, and the rest of the path in it."""
    if way[:1] == (REFERENCE,) and way[1:2] and way[1] in REFERENCE_FILES:
        return Register.read(SCHEMAS[1 + REFERENCE_FILES.index(str(way[1]))]), way[2:]
    return Register.read(SCHEMAS[0]), way


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
    begun: date | None = None
    """The last day that has begun, where that is later: what is dated up to it is not to come."""
    changes: Document = NO_CHANGES
    """What each release changed."""
    docs: Mapping[str, bool] | None = None
    """The files below `docs/`, e.g. "paths/urgent.md", and whether each prints a page of the tree.

    None where the tree is not the project's own.
    """
    docs_folder: str = "docs"
    """What messages call that folder."""
    settings: read.SettingsFile | None = None
    """A fork's own settings, `mkdocs.yml`; None where the tree is not the project's own."""
    local: Document | None = None
    """A fork's own file, which is laid over the others already; None where there is none."""

    def with_local(self, local: Document) -> "Sources":
        """Return these sources with a fork's own file laid over them."""
        patches = local.part(REFERENCE)
        return replace(
            self,
            tree=lay_tree(self.tree, local.without(REFERENCE)),
            facts=lay(self.facts, patches.part("facts")),
            deadlines=lay(self.deadlines, patches.part("deadlines")),
            denial_codes=lay_codes(self.denial_codes, patches.part("denial_codes")),
            regulators=lay(self.regulators, patches.part("regulators")),
            local=local,
        )

    @cached_property
    def forked(self) -> Mapping[str, Laid]:
        """What a fork's own file lies over, by name: "tree", "facts" and the other reference files."""
        return {
            name: document
            for name, document in zip(DOCUMENTS, self.documents, strict=True)
            if self.local and isinstance(document, Laid) and document.over.file == self.local.file
        }

    def left_out(self, step: str) -> Iterator[LeftOut]:
        """Yield what a step in `older_forks` leaves out of what a fork and upstream wrote."""
        return (one for laid in self.forked.values() for one in laid.left_out if one.step == step)

    @cached_property
    def upstream(self) -> "Sources":
        """The same without a fork's own file."""
        below: dict[str, Any] = {name: laid.below for name, laid in self.forked.items()}
        return replace(self, local=None, **below)

    def is_to_come(self, day: date) -> bool:
        """Whether a day that somebody wrote down has not come yet."""
        return day > max(self.on, self.begun or self.on)

    @property
    def is_own_tree(self) -> bool:
        """Whether the tree is the project's, so that its pages and its codes must fit it."""
        return self.docs is not None

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every file that was read, the tree first."""
        return tuple(getattr(self, name) for name in DOCUMENTS)

    @cached_property
    def finders(self) -> tuple[Tree, ...]:
        """The path finder, and the plan finder where there is one."""
        return trees(self.tree.data)

    @cached_property
    def outcomes(self) -> Mapping[str, Any]:
        """The path finder's outcomes by id."""
        return mapping(mapping(self.tree.data).get("outcomes"))

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that a reader may see, of all files: the tree's, the reference data's, the settings'."""
        pairs = list(zip(self.documents, SCHEMAS, strict=True))
        if self.settings is not None:
            pairs.append((self.settings.document, read.SCHEMA))
        return tuple(text for document, schema in pairs for text in Register.read(schema).texts(document))

    @cached_property
    def citing(self) -> tuple[Text, ...]:
        """The texts that cite facts."""
        return tuple(text for text in self.texts if text.cites)

    def problem(self, text: Text, words: str, message: str, *, is_new: bool = False) -> Problem:
        """Return what is wrong with some words of a text, at the place where they stand.

        A rule that is new, or that is new to texts outside of the tree, only warns of what a fork wrote. It
        becomes an error with 2.0.0.
        """
        position = text.document.find(text.path, words)
        settings = self.settings.document if self.settings else None
        forks = {document.file for document in (self.local, settings) if document is not None}
        mild = (is_new or text.document is not self.tree) and position.file in forks
        return Problem.at(position, message, "warning" if mild else "error")

    @cached_property
    def pages(self) -> Mapping[str, Any]:
        """The fixed pages by id."""
        return mapping(mapping(self.tree.data).get("pages"))

    @cached_property
    def plain_pages(self) -> frozenset[str]:
        """The ids of a fork's own pages in plain Markdown: `our-clinic` is the file `docs/our-clinic.md`."""
        plain = (file.removesuffix(".md") for file, prints in (self.docs or {}).items() if not prints)
        return (
            frozenset(name for name in plain if ID.fullmatch(name)) - self.outcomes.keys() - self.pages.keys()
        )

    @cached_property
    def removed_outcomes(self) -> frozenset[str]:
        """The outcomes that a fork removes. Their addresses stay, and point on."""
        return self._removed("outcomes")

    @cached_property
    def removed(self) -> frozenset[str]:
        """The outcomes and the fixed pages that a fork removes."""
        return self.removed_outcomes | self._removed("pages")

    @cached_property
    def removed_parts(self) -> frozenset[tuple[str, str]]:
        """The ids of all that a fork removes from the tree, each with the id of its page, or ""."""
        if "tree" not in self.forked:
            return frozenset()
        tree = self.forked["tree"]
        found: set[tuple[str, str]] = set()
        for path in removals(tree.over.data):
            page = path[1] if path[0] in ("outcomes", "pages") and path[1:] else ""
            found |= {(page, id_) for id_ in (path[-1], *keys(value_at(tree.below.data, path)))}
        return frozenset(found)

    def _removed(self, kind: str) -> frozenset[str]:
        before, now = (mapping(mapping(tree.data).get(kind)) for tree in (self.upstream.tree, self.tree))
        return frozenset(before.keys() - now.keys())

    @cached_property
    def known_facts(self) -> Mapping[str, Mapping[str, Any]]:
        """The facts by id."""
        return {key: mapping(value) for key, value in mapping(mapping(self.facts.data).get("facts")).items()}

    @cached_property
    def plans(self) -> Mapping[str, Mapping[str, Any]]:
        """The rows of deadlines.yml by plan id."""
        rows = mapping(mapping(self.deadlines.data).get("plans"))
        return {key: mapping(value) for key, value in rows.items()}


def shape_problems(sources: Sources) -> Iterator[Problem]:
    """Yield what YAML or the schemas refuse in any of the files."""
    for document, schema in zip(sources.documents, SCHEMAS, strict=True):
        yield from document.problems
        if document.complete:
            yield from Schema.read(schema).problems(document)


def tree_problems(sources: Sources) -> tuple[Problem, ...]:
    """Return what keeps the tree from being read as one, sorted, whether upstream or a fork wrote it."""
    others = {document.file for document in sources.documents if document is not sources.tree}
    return tuple(sorted({p for p in shape_problems(sources) if p.file not in others}))
