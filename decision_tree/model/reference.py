"""The reference data: facts with their authorities, deadlines by plan, denial codes, regulators."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Confidence = Literal["verified", "likely", "uncertain"]
Unit = Literal["hours", "days", "months"]

NO_PLAN = "not-sure"
"""The id of the row for people who do not know their plan: it is none, and may cite any fact."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the guide may state, with the authority it rests on."""

    id: str
    statement: str
    authority: str
    url: str
    confidence: Confidence
    reviewed: date
    starts: date | None = None
    """First day on which it may be printed as it stands."""
    until: date | None = None
    """Last day on which it may be printed as it stands."""

    def passed(self, on: date) -> bool:
        """Whether its period, or a year since its last review, is over on that day."""
        return (self.until is not None and on > self.until) or (on - self.reviewed).days > 365


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time; exactly one of the three is not zero. Months are calendar months."""

    hours: int = 0
    days: int = 0
    months: int = 0

    @property
    def unit(self) -> Unit:
        """The one of the three that is not zero."""
        return "hours" if self.hours else "days" if self.days else "months"

    @property
    def amount(self) -> int:
        """How many of its unit."""
        return self.hours or self.days or self.months


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit: how long, from which event, and what the numbers alone do not say."""

    within: Period | None
    """None where the time is only on the reader's own notice."""
    counted_from: str = ""
    """Id of the event from whose printed date the time is counted."""
    note: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AppealStep:
    """One step of a plan's appeals, e.g. the plan appeal or the state fair hearing."""

    id: str
    limit: Limit
    goes_to: str = ""
    keep: Limit | None = None
    """A shorter time that keeps care going meanwhile."""
    urgent: Limit | None = None
    """The time to ask for the fast track."""
    follows_by_itself: bool = False
    """Whether whoever decided before must send it on, so that the reader has no time to keep."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A kind of plan with its appeal steps and the time that it has to answer."""

    id: str
    label: str
    confidence: Confidence
    steps: tuple[AppealStep, ...]
    decide: Mapping[str, Period]
    """By kind of claim (urgent, before-care, after-care, payment, standard); empty where not known."""
    decide_facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """A denial or remark code, or several of one kind, in our own plain words."""

    codes: tuple[str, ...]
    meaning: str
    confidence: Confidence
    outcomes: tuple[str, ...] = ()
    rarely: tuple[str, ...] = ()
    first_step: str = ""
    acts_first: str = ""
    note: str = ""
    with_group: str = ""
    parity_check: bool = False


@dataclass(frozen=True, slots=True)
class Regulator:
    """Who decides appeals and who regulates, for one kind of plan."""

    plan: str
    appeal_to: str
    regulator: str
    contacts: tuple[str, ...]
    """Fact ids; the facts hold the phone numbers."""
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class OtherOffice:
    """Who decides and who regulates for people in a state whom the row of their plan does not fit."""

    id: str
    who: str
    appeal_to: str
    regulator: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Contact:
    """An office with the ways to reach it."""

    name: str
    url: str = ""
    phones: tuple[str, ...] = ()
    note: str = ""
    likely: bool = False
    """Whether to show it with "check this on the department's website"."""


@dataclass(frozen=True, slots=True)
class State:
    """The insurance department of a state or territory, and whoever else helps there."""

    code: str
    name: str
    department: Contact
    complaint: Contact | None = None
    external_review: Contact | None = None
    assistance: Contact | None = None
    hmo_regulator: Contact | None = None
    medicaid: Contact | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Regulators:
    """Who regulates which plan, and the states."""

    by_plan: Mapping[str, Regulator]
    states: tuple[State, ...]
    national_directory: str
    assistance_map: str
    exceptions: tuple[OtherOffice, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """All reference data."""

    facts: Mapping[str, Fact]
    events: Mapping[str, str]
    plans: Mapping[str, Plan]
    group_codes: tuple[Code, ...]
    adjustment_codes: tuple[Code, ...]
    remark_codes: tuple[Code, ...]
    service_codes: tuple[Code, ...]
    regulators: Regulators
