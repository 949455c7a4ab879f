"""What a fork wrote for an option or a question that upstream has retired: it is told, and changes nothing.

A patch laid over what is gone would make half an option, one without a target. Its words may not fit the one
that took its place either: two answers may have become one. So the fork is warned, at its own line, and
chooses.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from decision_tree.forks.overlay import without
from decision_tree.ids import aliases, today
from decision_tree.outline import Keys, finders, mapping, value_at
from decision_tree.reading.load import Document


@dataclass(frozen=True, slots=True)
class Moved:
    """One retired option or question that a fork has words for, e.g. `letter/refused`."""

    path: Keys
    """Where the words stand in the patch."""
    old: str
    """The retired id; of an option, QUESTION/OPTION."""
    heir: str
    """The id that stands for it now; QUESTION/ where an option was split."""


def moved(tree: Document, patch: Document) -> Iterator[Moved]:
    """Yield each option and question that `patch` has words for and that is retired in `tree`."""
    renamed = aliases(tree)
    for finder in finders(tree):
        questions = (*finder.base, "questions")
        for question, changes in mapping(value_at(patch.data, questions)).items():
            path = (*questions, question)
            if question not in finder.questions and question in renamed:
                yield Moved(path, question, today(question, renamed))
                continue
            known = mapping(value_at(finder.questions, (question, "options")))
            for option in mapping(mapping(changes).get("options")):
                name = f"{question}/{option}"
                if option not in known and name in renamed:
                    yield Moved((*path, "options", option), name, today(name, renamed))


def without_moved(tree: Document, patch: Document) -> Document:
    """Return `patch` without what it says of options and questions that are retired in `tree`."""
    data = patch.data
    for one in moved(tree, patch):
        data = without(data, one.path)
    return patch if data is patch.data else replace(patch, data=data)
