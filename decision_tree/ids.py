"""Every id that links depend on, and where an old link lands once its id is retired.

An option may be retired because it was split into halves that lead to different places. Its alias then names
the question alone, `there-now/no: there-now/`: the old link stops there, and its later answers are kept.

Reads plain data that may still be wrong, as the checks do. What an alias may name is left to `checks.naming`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from decision_tree.model.tree import Tree, trees
from decision_tree.reading.load import Document
from decision_tree.reading.plain import mapping, text

QUESTION, OPTION, OUTCOME, PAGE = "question", "option", "outcome", "page"

LANDS_ON: Mapping[str, tuple[str, ...]] = {
    QUESTION: (QUESTION, OUTCOME),
    OPTION: (OPTION,),
    OUTCOME: (OUTCOME, PAGE),
    PAGE: (PAGE, OUTCOME),
}
"""What a link to each kind may lead to instead: the path finder shows no page, and a page is no question."""


@dataclass(frozen=True, slots=True)
class Id:
    """One thing that links depend on, e.g. `option letter/denial`."""

    kind: str
    name: str
    """The id; of an option, QUESTION/OPTION."""

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


def ids(tree: Document) -> Mapping[Id, str]:
    """Return every id of both finders and of the pages, in the tree's order, with the words it stands for."""
    found: dict[Id, str] = {}
    for finder in trees(tree.data):
        found.update(_ids(finder))
    for id_, page in mapping(mapping(tree.data).get("pages")).items():
        found[Id(PAGE, id_)] = text(mapping(page).get("title"))
    return found


def _ids(finder: Tree) -> Iterator[tuple[Id, str]]:
    for question in finder.questions.values():
        yield Id(QUESTION, question.id), question.text
        for option in question.options.values():
            yield Id(OPTION, f"{question.id}/{option.id}"), option.label
    for outcome, title in finder.outcomes.items():
        yield Id(OUTCOME, outcome), title


def aliases(tree: Document) -> Mapping[str, str]:
    """Return what replaces each retired id: by ID, or for an option by QUESTION/OPTION."""
    found = mapping(mapping(tree.data).get("aliases")).items()
    return {old: new for old, new in found if isinstance(new, str)}


def today(name: str, renamed: Mapping[str, str]) -> str:
    """Return the id that stands for `name` now, just as the path finder in the browser reads an old link."""
    question, slash, option = name.partition("/")
    # No more turns than there are aliases, so that a circle among them ends.
    for _ in renamed:
        alias = renamed.get(f"{question}/{option}", "") if slash else ""
        if "/" in alias:
            question, _, option = alias.partition("/")
        elif alias:
            option = alias
        elif question in renamed:
            question = renamed[question]
        else:
            break
    return f"{question}{slash}{option}"


def heir(old: Id, living: Collection[Id], renamed: Mapping[str, str]) -> Id | None:
    """Return what an old link to `old` leads to: itself, what replaces it, or nothing."""
    if old in living:
        return old
    name = today(old.name, renamed)
    if old.kind == OPTION and name.endswith("/"):
        stop = Id(QUESTION, name.removesuffix("/"))
        return stop if stop in living else None
    # A question that became an outcome under its old id is still a step of the path finder; but an outcome
    # that became a page has another address, which only an alias leads to.
    kinds = LANDS_ON[old.kind] if name != old.name or old.kind == QUESTION else ()
    return next((id_ for kind in kinds if (id_ := Id(kind, name)) in living), None)


def vanished(released: Iterable[Id], tree: Document) -> tuple[Id, ...]:
    """Return the ids of a release whose links would break: they are in the tree no more, and have no heir."""
    living, renamed = ids(tree), aliases(tree)
    return tuple(id_ for id_ in released if heir(id_, living, renamed) is None)


def read_ids(listed: str) -> tuple[Id, ...]:
    """Return the ids of a list that `python -m decision_tree ids` wrote, one a line."""
    rows = (line.partition(" ") for line in listed.splitlines() if line.strip())
    return tuple(Id(kind, name) for kind, _, name in rows)
