"""Turns the valid reference data into the model."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from decision_tree.model.reference import (
    AppealStep,
    Code,
    Contact,
    Fact,
    Limit,
    OtherOffice,
    Period,
    Plan,
    Reference,
    Regulator,
    Regulators,
    State,
)

Raw = Mapping[str, Any]


def reference(facts: Raw, deadlines: Raw, codes: Raw, regulators: Raw) -> Reference:
    """All reference data, from the four files' contents."""
    return Reference(
        facts=MappingProxyType({id_: _fact(id_, raw) for id_, raw in facts["facts"].items()}),
        events=MappingProxyType(dict(deadlines["events"])),
        plans=MappingProxyType({id_: _plan(id_, raw) for id_, raw in deadlines["plans"].items()}),
        group_codes=_codes(codes["group_codes"]),
        adjustment_codes=_codes(codes["adjustment_codes"]),
        remark_codes=_codes(codes["remark_codes"]),
        service_codes=_codes(codes["service_codes"]),
        regulators=_regulators(regulators),
    )


def _fact(id_: str, raw: Raw) -> Fact:
    return Fact(
        id=id_,
        **{key: raw[key] for key in ("statement", "authority", "url", "confidence")},
        reviewed=date.fromisoformat(raw["reviewed"]),
        starts=_day(raw.get("from")),
        until=_day(raw.get("until")),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _plan(id_: str, raw: Raw) -> Plan:
    decide = raw.get("decide", {})
    return Plan(
        id=id_,
        label=raw["label"],
        confidence=raw["confidence"],
        steps=tuple(_step(key, value) for key, value in raw["steps"].items()),
        decide=MappingProxyType({key: Period(**value) for key, value in decide.items() if key != "facts"}),
        decide_facts=tuple(decide.get("facts", ())),
    )


def _step(id_: str, raw: Raw) -> AppealStep:
    return AppealStep(
        id=id_,
        limit=_limit(raw),
        goes_to=raw.get("goes_to", ""),
        keep=_limit(raw["keep"]) if "keep" in raw else None,
        urgent=_limit(raw["urgent"]) if "urgent" in raw else None,
        follows_by_itself=raw.get("follows_by_itself", False),
    )


def _limit(raw: Raw) -> Limit:
    return Limit(
        within=Period(**raw["within"]) if "within" in raw else None,
        counted_from=raw.get("counted_from", ""),
        note=raw.get("note", ""),
        facts=tuple(raw.get("facts", ())),
    )


def _codes(rows: Mapping[str, Raw]) -> tuple[Code, ...]:
    first_steps = {
        code: row.get("first_step", "") for key, row in rows.items() for code in _codes_of(key, row)
    }
    return tuple(_code(key, row, first_steps) for key, row in rows.items())


def _codes_of(key: str, row: Raw) -> tuple[str, ...]:
    """The codes that share a row: its key, then the further ones."""
    return (key, *row.get("also", ()))


def _code(key: str, row: Raw, first_steps: Mapping[str, str]) -> Code:
    """One row; where its first step is that of another code, that one's words."""
    plain = ("meaning", "confidence", "acts_first", "note", "with_group", "parity_check")
    return Code(
        codes=_codes_of(key, row),
        outcomes=tuple(row.get("outcomes", ())),
        rarely=tuple(row.get("rarely", ())),
        first_step=row.get("first_step") or first_steps.get(row.get("first_step_of", ""), ""),
        **{key: row[key] for key in plain if key in row},
    )


def _regulators(raw: Raw) -> Regulators:
    return Regulators(
        by_plan=MappingProxyType(
            {
                plan: Regulator(
                    plan=plan,
                    appeal_to=row["appeal_to"],
                    regulator=row["regulator"],
                    contacts=tuple(row["contacts"]),
                    confidence=row["confidence"],
                )
                for plan, row in raw["by_plan"].items()
            }
        ),
        states=tuple(_state(code, row) for code, row in raw["states"].items()),
        national_directory=raw["national_directory"],
        assistance_map=raw["consumer_assistance_map"],
        exceptions=tuple(_other_office(id_, row) for id_, row in raw["exceptions"].items()),
    )


def _other_office(id_: str, row: Raw) -> OtherOffice:
    return OtherOffice(id_, row["who"], row["appeal_to"], row["regulator"], row["confidence"])


def _state(code: str, row: Raw) -> State:
    return State(
        code=code,
        name=row["state"],
        department=Contact(
            name=row["department"],
            url=row["website"],
            phones=_present(row, "consumer_phone", "consumer_phone_alternate"),
            note=row.get("consumer_phone_note", ""),
            likely="likely" in (row["website_confidence"], row.get("consumer_phone_confidence")),
        ),
        complaint=(
            Contact(
                name=row["department"],
                url=row["complaint_url"],
                likely=row["complaint_url_confidence"] == "likely",
            )
            if "complaint_url" in row
            else None
        ),
        external_review=_contact(row.get("external_review")),
        assistance=_contact(row.get("consumer_assistance_program")),
        hmo_regulator=_contact(row.get("hmo_regulator")),
        medicaid=_contact(row.get("medicaid")),
        note=row.get("note", ""),
    )


def _contact(raw: Raw | None) -> Contact | None:
    if raw is None:
        return None
    return Contact(
        name=raw["name"],
        url=raw.get("url") or raw.get("website", ""),
        phones=_present(raw, "phone", "alternate_phone"),
        note=f"ombudsman {raw['ombudsman_phone']}" if "ombudsman_phone" in raw else "",
        likely="likely" in (raw["confidence"], raw.get("website_confidence")),
    )


def _present(raw: Raw, *keys: str) -> tuple[str, ...]:
    return tuple(raw[key] for key in keys if key in raw)
