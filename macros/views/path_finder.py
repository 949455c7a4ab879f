"""A path finder over one tree: every question with its options, and every outcome in short."""

from dataclasses import dataclass

from decision_tree.model import Guide, Option, Outcome, Question, Tree
from decision_tree.model.outcome import Step
from macros.context import Context

STEPS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class OptionRow:
    """An option with the part of the page that it leads to."""

    option: Option
    next_href: str


@dataclass(frozen=True, slots=True)
class QuestionStep:
    """A question with its options, in the order shown."""

    question: Question
    options: tuple[OptionRow, ...]


@dataclass(frozen=True, slots=True)
class Because:
    """Why one option leads straight to an outcome, as HTML."""

    question: str
    option: str
    html: str


@dataclass(frozen=True, slots=True)
class Result:
    """An outcome, or a kind of plan, as the finder shows it."""

    id: str
    title: str
    why_html: str
    because: tuple[Because, ...]
    address: str
    """Where its page is, as the browser needs it."""
    href: str
    """The same as the engine needs it."""
    path: str = ""
    steps: tuple[Step, ...] = ()
    """The first things to do."""
    stands_alone: bool = True
    """Whether no other reasons are offered beside it."""
    is_plan: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason that may be true too, with its page."""

    id: str
    text: str
    address: str
    href: str


@dataclass(frozen=True, slots=True)
class PathFinder:
    """All of one finder on one page; the prefix of its ids keeps two on one page apart."""

    id: str
    prefix: str
    start: str
    questions: tuple[QuestionStep, ...]
    results: tuple[Result, ...]
    reasons: tuple[Reason, ...]
    home: str
    """In a frame, the address of the page to link to instead of the frame's; else empty."""


def path_finder(context: Context, tree: Tree, prefix: str = "") -> PathFinder:
    """Return the finder over a tree."""
    addresses = context.addresses
    return PathFinder(
        id=tree.id,
        prefix=prefix,
        start=tree.start,
        questions=tuple(_question(tree, prefix, question) for question in tree.questions.values()),
        results=tuple(_result(context, tree, id_) for id_ in _in_order(context.guide, tree)),
        reasons=tuple(
            _reason(context, outcome) for outcome in context.guide.reasons if outcome.id in tree.outcomes
        ),
        home=addresses.whole("find-your-path") if addresses.framed else "",
    )


def _in_order(guide: Guide, tree: Tree) -> list[str]:
    return [id_ for id_ in (*guide.outcomes, *guide.plan_kinds) if id_ in tree.outcomes]


def _question(tree: Tree, prefix: str, question: Question) -> QuestionStep:
    return QuestionStep(
        question, tuple(_option(tree, prefix, option) for option in question.options.values())
    )


def _option(tree: Tree, prefix: str, option: Option) -> OptionRow:
    kind = "o" if option.next in tree.outcomes else "q"
    return OptionRow(option, f"#{prefix}{kind}-{option.next}")


def _reason(context: Context, outcome: Outcome) -> Reason:
    addresses = context.addresses
    return Reason(outcome.id, outcome.reason, addresses.address(outcome.id), addresses.href(outcome.id))


def _result(context: Context, tree: Tree, id_: str) -> Result:
    guide, prose, addresses = context.guide, context.prose, context.addresses
    because = tuple(
        Because(question.id, option.id, prose.inline(option.because))
        for question in tree.questions.values()
        for option in question.options.values()
        if option.next == id_ and option.because
    )
    if id_ in guide.plan_kinds:
        kind = guide.plan_kinds[id_]
        part = f"#plan={id_}"
        return Result(
            id=id_,
            title=kind.title,
            why_html=prose.html(kind.means),
            because=because,
            address=addresses.address("deadlines") + part,
            href=addresses.href("deadlines") + part,
            is_plan=True,
        )
    outcome = guide.outcomes[id_]
    return Result(
        id=id_,
        title=outcome.title,
        why_html=prose.html(outcome.why),
        because=because,
        address=addresses.address(id_),
        href=addresses.href(id_),
        path=outcome.path,
        steps=outcome.today[:STEPS_SHOWN],
        stands_alone=not outcome.related,
    )
