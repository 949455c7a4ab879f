"""Upstream's options that lead to what a fork has removed, and has led other options away from.

A fork that removes a page leads each option there elsewhere, or the check refuses it. A later release may
bring one more option that leads to the page. The fork could not know of it: it is left out, and told.
"""

from collections.abc import Iterator
from dataclasses import replace

from decision_tree.forks.overlay import Merged, without
from decision_tree.outline import NOT_SURE, Edge, Finder, finders
from decision_tree.reading.load import Document


def lost(tree: Document) -> Iterator[Edge]:
    """Yield each option of upstream that leads to what a fork has removed with care."""
    if not isinstance(tree, Merged):
        return
    for finder, before in zip(finders(tree), finders(tree.base), strict=False):
        if finder.id == before.id:
            yield from _lost(tree, finder, before)


def _lost(tree: Merged, finder: Finder, before: Finder) -> Iterator[Edge]:
    steps = {*finder.questions, *finder.outcomes}
    removed = {*before.questions, *before.outcomes} - steps
    now = {edge.path: edge.to for edges in finder.edges.values() for edge in edges}
    led_away = {
        edge.to
        for edges in before.edges.values()
        for edge in edges
        if edge.to in removed and edge.question in finder.questions and now.get(edge.path) != edge.to
    }
    for edges in finder.edges.values():
        for edge in edges:
            # Whoever does not know must find a way on in every question.
            if (
                edge.to in led_away
                and edge.option != NOT_SURE
                and tree.patch.depth(edge.path) < len(edge.path)
            ):
                yield edge


def without_lost(tree: Document) -> Document:
    """Return a fork's tree without those options; any other as it is."""
    data = tree.data
    for edge in lost(tree):
        data = without(data, edge.path[:-1])
    return tree if data is tree.data else replace(tree, data=data)
