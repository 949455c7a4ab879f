"""The guide as frozen dataclasses: nothing after this line sees a raw mapping."""

from decision_tree.model.guide import Guide
from decision_tree.model.outcome import Outcome
from decision_tree.model.reference import Reference
from decision_tree.model.tree import Option, Question, Tree

__all__ = ["Guide", "Option", "Outcome", "Question", "Reference", "Tree"]
