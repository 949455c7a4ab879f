"""Other reasons that may stand on the same letter, each with its own page."""

from dataclasses import dataclass

from decision_tree.model.outcome import Outcome
from macros.context import Context


@dataclass(frozen=True, slots=True)
class Related:
    """The outcomes to link, those that are near first. Both are empty where the page stands alone."""

    near: tuple[Outcome, ...]
    others: tuple[Outcome, ...]


def related(context: Context, outcome: Outcome) -> Related:
    """Return the other reasons of an outcome; a fork may have removed some."""
    guide = context.guide
    near = guide.existing(outcome.related)
    if not near:
        return Related((), ())
    others = tuple(other for other in guide.reasons if other.id not in (outcome.id, *near))
    return Related(tuple(guide.outcomes[id_] for id_ in near), others)
