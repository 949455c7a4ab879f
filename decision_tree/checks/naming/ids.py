"""Every id is taken once among the questions and outcomes of all trees, and among outcomes and pages.

Passes: a question `letter` and an outcome `urgent`. Fails: a question and an outcome both called `letter`, an
outcome called like a page, or a question called `plan`, `state` or `who`, which the path finder's link keeps.
"""

from collections.abc import Iterator

from decision_tree.problems import Problem, quoted
from decision_tree.reading.load import Document
from decision_tree.reading.plain import Path
from decision_tree.sources import Sources

RESERVED = frozenset({"plan", "state", "who"})


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each id that is taken already, or reserved."""
    seen: dict[str, tuple[str, Path]] = {}
    for finder in sources.finders:
        for kind, ids in (("question", finder.questions), ("outcome", finder.outcomes)):
            for id_ in ids:
                path = (*finder.path, f"{kind}s", id_)
                if id_ in RESERVED:
                    message = f"the id {quoted(id_)} is kept for the path finder's link (choose another)"
                    yield Problem.at(sources.tree.key_position(path), message)
                if id_ in seen:
                    yield _taken(sources.tree, f"the {kind}", id_, path, seen[id_])
                else:
                    seen[id_] = (f"a {kind}" if kind == "question" else "an outcome", path)
    for id_ in sources.pages:
        if id_ in sources.outcomes:
            yield _taken(sources.tree, "the page", id_, ("pages", id_), ("an outcome", ("outcomes", id_)))


def _taken(tree: Document, kind: str, id_: str, path: Path, first: tuple[str, Path]) -> Problem:
    line = tree.key_position(first[1]).line
    message = f"{kind} {quoted(id_)} has the id of {first[0]} at line {line} (choose another)"
    return Problem.at(tree.key_position(path), message)
