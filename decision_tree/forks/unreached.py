"""Upstream's questions that a fork's own answers no longer lead to: they are left out.

A fork that leads an option elsewhere takes the questions behind it off its routes, also those that upstream
adds there later. Nobody can come to them, so that the fork need not know of them.
"""

from dataclasses import replace

from decision_tree.forks.overlay import Merged, without
from decision_tree.outline import Finder, finders, mapping, value_at
from decision_tree.reading.load import Document


def reached(finder: Finder) -> frozenset[str]:
    """Return the questions and the outcomes that some route of the finder comes to, its start too."""
    found = {finder.start or ""}
    todo = list(found)
    while todo:
        for edge in finder.edges.get(todo.pop(), ()):
            if edge.to not in found:
                found.add(edge.to)
                todo.append(edge.to)
    return frozenset(found)


def without_unreached(tree: Document) -> Document:
    """Return a fork's tree without upstream's questions that no route reaches; any other as it is."""
    if not isinstance(tree, Merged):
        return tree
    data = tree.data
    for finder, before in zip(finders(tree), finders(tree.base), strict=False):
        if finder.id != before.id or finder.start not in finder.questions:
            continue
        own = mapping(value_at(tree.patch.data, (*finder.base, "questions")))
        left_out = finder.questions.keys() - reached(finder) - own.keys()
        for question in left_out:
            data = without(data, (*finder.base, "questions", question))
    return tree if data is tree.data else replace(tree, data=data)
