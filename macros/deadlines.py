"""A deadline in words: the one view that the table, the timeline, the plan finder and the outcome pages show.

From the rows of `deadlines.yml` come the same words, everywhere: the step, how long and from when, to whom
it goes, the shorter times beside it, what the numbers do not say, and the facts. Where a place shows them is
left to its template. A plan whose rule is not verified gets no length of time here, whatever its row says.
Which day is the last is left to `decision_tree/last_day.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from decision_tree.model.reference import AppealStep, Limit, Period, Plan
from macros.context import Context
from macros.words import Words

Which = Literal["first", "next", "all", "none"]
"""Which of a plan's steps: the first, those after it, all or none."""
Kind = Literal["keep", "urgent"]
"""What a shorter time is for: to keep care going meanwhile, or to get the fast review."""


@dataclass(frozen=True, slots=True)
class Time:
    """How long, and from when, as a sentence and as values for scripts."""

    words: str
    mark: str
    """The same in two or three words, for a drawing."""
    within: Period | None = None
    """None where only the notice gives the time, or where the rule is not sure."""
    event: str = ""
    """Id of the event whose printed date is day zero; empty without a length of time."""


@dataclass(frozen=True, slots=True)
class Note:
    """What the numbers do not say, for all plans of the deadline or for some."""

    text: str
    plans: tuple[Plan, ...] = ()
    """The plans that it is for; none means all."""
    label: str = ""
    """Their names, where it is not for all."""


@dataclass(frozen=True, slots=True)
class Shorter:
    """A shorter time beside a deadline."""

    kind: Kind
    label: str
    time: Time | None
    note: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """One step's deadline, for one plan or for several with the same rule."""

    step: str
    """Id of the step, e.g. "internal-appeal"."""
    name: str
    plans: tuple[Plan, ...]
    title: str
    """The plans' names, joined."""
    sure: bool
    """Whether the rule is verified."""
    time: Time
    notes: tuple[Note, ...]
    shorter: tuple[Shorter, ...]
    facts: tuple[str, ...]

    @property
    def id(self) -> str:
        """What the place where it stands puts its own name before, e.g. "internal-appeal-marketplace".

        The first plan's id stands for all that share the deadline.
        """
        return f"{self.step}-{self.plans[0].id}"


@dataclass(frozen=True, slots=True)
class AnswerTime:
    """How long the plan has to answer one kind of claim."""

    kind: str
    """Id of the kind of claim, e.g. "urgent"."""
    words: str
    within: Period


@dataclass(frozen=True, slots=True)
class Answer:
    """How long a plan has to answer an appeal."""

    plan: Plan
    times: tuple[AnswerTime, ...]
    facts: tuple[str, ...]


def deadlines(context: Context, plans: Iterable[Plan], which: Which) -> tuple[Deadline, ...]:
    """Return the deadlines of these plans' steps in their order, those with the same rule together."""
    groups: dict[object, list[tuple[Plan, AppealStep]]] = {}
    for plan in plans:
        for step in _chosen(plan, which):
            groups.setdefault(_rule(plan, step), []).append((plan, step))
    return tuple(_deadline(context, pairs) for pairs in groups.values())


def answer(context: Context, plan: Plan) -> Answer | None:
    """Return how long the plan has to answer; None where that is not known, or not sure."""
    if not plan.decide or not _is_sure(plan):
        return None
    times = (
        AnswerTime(kind, context.words("decide_time", time=_strong(context.words, within), kind=name), within)
        for kind, within in plan.decide.items()
        for name in [context.words[_key("decide", kind)]]
    )
    return Answer(plan, tuple(times), plan.decide_facts)


def _chosen(plan: Plan, which: Which) -> Iterable[AppealStep]:
    return {"first": plan.steps[:1], "next": plan.steps[1:], "all": plan.steps, "none": ()}[which]


def _rule(plan: Plan, step: AppealStep) -> object:
    """What must be equal for two plans to share a deadline. Without a length of time each has its own."""
    own = plan.id if step.limit.within is None else ""
    return (step.id, step.limit.within, step.limit.counted_from, step.keep, step.urgent, _is_sure(plan), own)


def _is_sure(plan: Plan) -> bool:
    return plan.confidence == "verified"


def _deadline(context: Context, pairs: list[tuple[Plan, AppealStep]]) -> Deadline:
    words = context.words
    plan, step = pairs[0]
    plans = tuple(plan for plan, _ in pairs)
    sure = _is_sure(plan)
    beside: tuple[tuple[Kind, Limit | None], ...] = (("keep", step.keep), ("urgent", step.urgent))
    return Deadline(
        step=step.id,
        name=words[_key("step", step.id)],
        plans=plans,
        title=_names(words, plans),
        sure=sure,
        time=_time(context, step.limit, sure=sure) or _no_time(words, step, sure=sure),
        notes=tuple(_notes(words, pairs)),
        shorter=tuple(_shorter(context, kind, limit, sure=sure) for kind, limit in beside if limit),
        facts=tuple(dict.fromkeys(fact for _, step in pairs for fact in step.limit.facts)),
    )


def _time(context: Context, limit: Limit, *, sure: bool) -> Time | None:
    words = context.words
    if limit.within is None or not sure:
        return None
    counted = words("counted_from", event=context.guide.reference.events[limit.counted_from])
    told = words("deadline_within", time=_strong(words, limit.within), counted=counted)
    return Time(told, _length(words, limit.within), limit.within, limit.counted_from)


def _no_time(words: Words, step: AppealStep, *, sure: bool) -> Time:
    if sure and step.follows_by_itself:
        return Time(words["deadline_by_itself"], words["timeline_by_itself"])
    told = words["deadline_on_letter" if sure else "deadline_follow_letter"]
    return Time(told, words["timeline_on_notice"])


def _length(words: Words, period: Period) -> str:
    return words.count(period.unit, period.amount)


def _strong(words: Words, period: Period) -> Markup:
    return Markup("<strong>{}</strong>").format(_length(words, period))


def _shorter(context: Context, kind: Kind, limit: Limit, *, sure: bool) -> Shorter:
    label = context.words("label", label=context.words[f"deadline_{kind}"])
    return Shorter(kind, label, _time(context, limit, sure=sure), limit.note, limit.facts)


def _notes(words: Words, pairs: list[tuple[Plan, AppealStep]]) -> Iterable[Note]:
    """Each different note once, to whom it goes first; with its plans where it is not for all."""
    found: dict[str, list[Plan]] = {}
    for plan, step in pairs:
        if step.goes_to:
            found.setdefault(words("deadline_goes_to", who=step.goes_to), []).append(plan)
    for plan, step in pairs:
        if step.limit.note:
            found.setdefault(step.limit.note, []).append(plan)
    for text, plans in found.items():
        if len(plans) == len(pairs):
            yield Note(text)
        else:
            yield Note(text, tuple(plans), words("label", label=_names(words, plans)))


def _names(words: Words, plans: Iterable[Plan]) -> str:
    return words.joined("list_apart", [plan.label for plan in plans])


def _key(kind: str, id_: str) -> str:
    """The key of the interface's word for an id."""
    return f"{kind}_{id_.replace('-', '_')}"
