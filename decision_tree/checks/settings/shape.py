"""`mkdocs.yml` is YAML, and what stands under `extra: brand:` is known there.

This is no rule of its own: what is wrong is told under the same names as in every other file.
"""

from collections.abc import Iterator

from decision_tree.problems import Problem
from decision_tree.schemas.schema import Schema
from decision_tree.settings.read import SCHEMA
from decision_tree.sources import Sources


def problems(sources: Sources) -> Iterator[Problem]:
    """Yield what YAML or the schema refuse in the settings."""
    if sources.settings is None:
        return
    document = sources.settings.document
    yield from document.problems
    if document.complete:
        yield from Schema.read(SCHEMA).problems(document)
