"""The codes that letters and bills carry: one table a kind, one row a code or a few of one meaning."""

from collections.abc import Sequence
from dataclasses import dataclass

from decision_tree.model.outcome import Outcome
from decision_tree.model.reference import Code
from macros.context import Context


@dataclass(frozen=True, slots=True)
class NamedCode:
    """One code as it is shown, with its anchor, which never changes: `code-197`, `group-co`, `service-95`."""

    anchor: str
    shown: str


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One row."""

    code: Code
    names: tuple[NamedCode, ...]
    note_first: bool
    """Whether the note belongs to the meaning, and stands beside it."""
    leads_to: tuple[Outcome, ...]
    seldom: tuple[Outcome, ...]
    spellings: tuple[str, ...]
    """The ways in which papers write a reason code, for the search and for a browser's "find"."""


@dataclass(frozen=True, slots=True)
class CodeTable:
    """All codes of one kind under their heading; `id` is its anchor."""

    id: str
    heading: str
    rows: tuple[CodeRow, ...]


def code_tables(context: Context) -> tuple[CodeTable, ...]:
    """Return the tables of the codes page."""
    reference, words = context.guide.reference, context.words
    groups = [row.codes[0] for row in reference.group_codes]
    kinds: tuple[tuple[str, str, str, tuple[Code, ...], Sequence[str]], ...] = (
        ("group-codes", "group", words["heading_group_codes"], reference.group_codes, ()),
        ("adjustment-codes", "code", words["heading_adjustment_codes"], reference.adjustment_codes, groups),
        ("remark-codes", "code", words["heading_remark_codes"], reference.remark_codes, ()),
        ("service-codes", "service", words["heading_service_codes"], reference.service_codes, ()),
    )
    return tuple(
        CodeTable(id_, heading, tuple(_row(context, code, kind, beside) for code in codes))
        for id_, kind, heading, codes, beside in kinds
    )


def _row(context: Context, code: Code, kind: str, groups: Sequence[str]) -> CodeRow:
    guide = context.guide
    prefix = f"{code.with_group}-" if code.with_group else ""
    if groups and code.with_group:
        groups = [code.with_group]
    leads_to = guide.existing(code.outcomes)
    return CodeRow(
        code=code,
        names=tuple(NamedCode(f"{kind}-{name.lower()}", f"{prefix}{name}") for name in code.codes),
        note_first=kind == "service",
        leads_to=tuple(guide.outcomes[id_] for id_ in leads_to),
        seldom=tuple(guide.outcomes[id_] for id_ in guide.existing(code.rarely)) if code.outcomes else (),
        spellings=tuple(
            spelling
            for name in code.codes
            for group in groups
            for spelling in (f"{group}-{name}", f"{group}{name}")
        ),
    )
