"""The offices that a reader in a state can turn to."""

from dataclasses import dataclass

from decision_tree.model.reference import Contact, State
from macros.context import Context


@dataclass(frozen=True, slots=True)
class Office:
    """One office: what it is for, and the ways to reach it."""

    label: str
    contact: Contact
    is_form: bool = False
    """Whether it is only a form of an office that stands above it by its name."""


def contacts(context: Context, state: State) -> tuple[Office, ...]:
    """Return the offices that are known of a state, in the order in which readers need them."""
    words = context.words
    found = (
        (words["state_department"], state.department, False),
        (words["state_complaint"], state.complaint, True),
        (words["state_external_review"], state.external_review, False),
        (words["state_hmo"], state.hmo_regulator, False),
        (words["state_assistance"], state.assistance, False),
        (words["state_medicaid"], state.medicaid, False),
    )
    return tuple(Office(label, contact, form) for label, contact, form in found if contact)
