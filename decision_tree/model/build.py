"""Turns valid data into the model. The data has passed every check; nothing is checked again here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from decision_tree.model.changes import Release
from decision_tree.model.guide import (
    Caution,
    Example,
    ExamplePart,
    FaqEntry,
    Guide,
    Mark,
    Page,
    PlanKind,
    Site,
    Term,
    Track,
)
from decision_tree.model.outcome import (
    Contrast,
    Deadline,
    Outcome,
    PlanPassage,
    Prose,
    Script,
    Section,
    Step,
)
from decision_tree.model.reference import Reference
from decision_tree.model.tree import PATH_FINDER, PLAN_FINDER, tree_of

Raw = Mapping[str, Any]
Value = TypeVar("Value")


def guide(data: Raw, reference: Reference, releases: tuple[Release, ...] = ()) -> Guide:
    """The guide that the tree's data describes; a part that is not there comes out empty."""
    plan_finder = data.get("plan_finder", {})
    return Guide(
        finder=tree_of(data, PATH_FINDER),
        plan_finder=tree_of(data, PLAN_FINDER),
        outcomes=_each(data["outcomes"], outcome),
        plan_kinds=_each(
            plan_finder.get("outcomes", {}), lambda id_, raw: PlanKind(id_, raw["title"], raw["means"])
        ),
        aliases=MappingProxyType(dict(data.get("aliases", {}))),
        site=_site(data.get("site", {})),
        tracks=_each(data.get("tracks", {}), lambda id_, raw: Track(id=id_, **raw)),
        passages=MappingProxyType(dict(data.get("passages", {}))),
        pages=_each(data.get("pages", {}), _page),
        hub=_each(data.get("hub", {}), lambda id_, raw: Section(id=id_.replace("_", "-"), **raw)),
        first_24_hours=_steps(data.get("first_24_hours", {}).get("steps", {})),
        not_to_do=tuple(Caution(id=id_, **raw) for id_, raw in data.get("not_to_do", {}).items()),
        takeaways=MappingProxyType(dict(data.get("takeaways", {}))),
        faq=tuple(FaqEntry(id=id_, **raw) for id_, raw in data.get("faq", {}).items()),
        words=_each(data.get("words", {}), _term),
        examples=_each(data.get("examples", {}), _example),
        interface=MappingProxyType(dict(data.get("interface", {}))),
        reference=reference,
        releases=releases,
    )


def outcome(id_: str, raw: Raw) -> Outcome:
    """One outcome, with whatever parts of its page the data has."""
    record = raw.get("record", {})
    plain = (
        "title",
        "description",
        "reason",
        "here_if",
        "look_here_for",
        "why",
        "means",
        "path",
        "track",
        "for_someone_else",
    )
    return Outcome(
        id=id_,
        **{key: raw[key] for key in plain if key in raw},
        today=_steps(raw["today"]),
        plans=tuple(
            PlanPassage(id=key, plans=tuple(value["plans"]), label=value["label"], text=value["text"])
            for key, value in raw.get("plans", {}).items()
        ),
        deadline=_deadline(raw.get("deadline", {})),
        words=tuple(Script(id=key, **value) for key, value in raw.get("words", {}).items()),
        record=_prose(record),
        contrasts=tuple(Contrast(id=key, **value) for key, value in record.get("examples", {}).items()),
        reviewers=_prose(raw.get("reviewers", {})),
        sections=_sections(raw.get("sections", {})),
        if_it_fails=_prose(raw.get("if_it_fails", {})),
        related=tuple(raw.get("related", ())),
    )


def _each(raw: Raw, make: Callable[[str, Any], Value]) -> Mapping[str, Value]:
    return MappingProxyType({id_: make(id_, value) for id_, value in raw.items()})


def _steps(raw: Raw) -> tuple[Step, ...]:
    return tuple(Step(id=key, **value) for key, value in raw.items())


def _deadline(raw: Raw) -> Deadline:
    rest = {key: value for key, value in raw.items() if key != "plans"}
    return Deadline(**rest, plans=tuple(raw.get("plans", ())))


def _prose(raw: Raw) -> Prose:
    return Prose(text=raw.get("text", ""), items=MappingProxyType(dict(raw.get("items", {}))))


def _sections(raw: Raw) -> tuple[Section, ...]:
    return tuple(
        Section(key, value["title"], value["text"], MappingProxyType(dict(value.get("items", {}))))
        for key, value in raw.items()
    )


def _page(id_: str, raw: Raw) -> Page:
    return Page(
        id=id_,
        title=raw["title"],
        description=raw["description"],
        intro=raw["intro"],
        sections=_sections(raw.get("sections", {})),
    )


def _site(raw: Raw) -> Site:
    crisis, leave = raw.get("crisis", {}), raw.get("leave", {})
    return Site(
        disclaimer=raw.get("disclaimer", ""),
        crisis_label=crisis.get("label", ""),
        crisis_text=crisis.get("text", ""),
        leave_label=leave.get("label", ""),
        leave_note=leave.get("note", ""),
    )


def _term(id_: str, raw: Raw) -> Term:
    return Term(id=id_, term=raw["term"], means=raw["means"], also=tuple(raw.get("also", ())))


def _example(id_: str, raw: Raw) -> Example:
    parts = []
    number = 0
    for key, value in raw["parts"].items():
        mark = None
        if "mark" in value:
            number += 1
            mark = Mark(number, value["mark"]["label"], value["mark"]["text"])
        parts.append(ExamplePart(key, tuple(value["lines"]), mark))
    return Example(id_, raw["title"], raw["caption"], tuple(parts))
