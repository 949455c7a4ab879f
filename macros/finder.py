"""What the path finder's template needs of a tree: plain values, every piece of prose already HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from decision_tree.model import Option, Outcome, Question, Tree
from macros.wording import literal

if TYPE_CHECKING:
    from macros.pages import Pages

STEPS_SHOWN = 3


def finder_view(pages: Pages, tree: Tree, prefix: str) -> dict[str, Any]:
    """The values of `path-finder.html` for one tree on one page."""
    return {
        "id": tree.id,
        "prefix": prefix,
        "start": tree.start,
        "aliases": dict(pages.guide.aliases),
        "questions": [_question(pages, tree, prefix, question) for question in tree.questions.values()],
        "outcomes": [_outcome(pages, tree, outcome_id) for outcome_id in _in_order(pages, tree)],
        "reasons": [
            _reason(pages, outcome) for outcome in pages.guide.reasons if outcome.id in tree.outcomes
        ],
        "reasons_lead_html": pages.prose.inline(pages.guide.interface["related_lead"]),
        "words": pages.guide.interface,
        "crisis_html": pages.crisis_line(),
        "framed": pages.addresses.framed,
        "page": pages.addresses.whole("find-your-path") if pages.addresses.framed else "",
    }


def _in_order(pages: Pages, tree: Tree) -> list[str]:
    known = [*pages.guide.outcomes, *pages.guide.plan_kinds]
    return [outcome_id for outcome_id in known if outcome_id in tree.outcomes]


def _question(pages: Pages, tree: Tree, prefix: str, question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "text": question.text,
        "title": question.title,
        "hint": question.hint,
        "example_html": pages.example(question.example) if question.example else "",
        "options": [_option(tree, prefix, option) for option in question.options.values()],
    }


def _option(tree: Tree, prefix: str, option: Option) -> dict[str, str]:
    kind = "o" if option.next in tree.outcomes else "q"
    return {
        "id": option.id,
        "label": option.label,
        "hint": option.hint,
        "like": option.like,
        "next": option.next,
        "next_href": f"#{prefix}{kind}-{option.next}",
    }


def _reason(pages: Pages, outcome: Outcome) -> dict[str, str]:
    return {
        "id": outcome.id,
        "text": outcome.reason,
        "address": pages.addresses.address(outcome.id),
        "href": pages.addresses.href(outcome.id),
    }


def _outcome(pages: Pages, tree: Tree, outcome_id: str) -> dict[str, Any]:
    because = [
        {"question": question.id, "option": option.id, "html": pages.prose.inline(option.because)}
        for question in tree.questions.values()
        for option in question.options.values()
        if option.next == outcome_id and option.because
    ]
    if outcome_id in pages.guide.plan_kinds:
        kind = pages.guide.plan_kinds[outcome_id]
        return {
            "id": outcome_id,
            "path": "",
            "title": kind.title,
            "why_html": pages.prose.html(kind.means),
            "because": because,
            "stands_alone": True,
            "steps": [],
            "address": f"{pages.addresses.address('deadlines')}#plan={outcome_id}",
            "href": f"{pages.addresses.href('deadlines')}#plan={outcome_id}",
            "extra_html": pages.plan_summary(outcome_id),
        }
    outcome = pages.guide.outcomes[outcome_id]
    return {
        "id": outcome_id,
        "path": outcome.path,
        "title": outcome.title,
        "why_html": pages.prose.html(outcome.why),
        "because": because,
        "stands_alone": not outcome.related,
        "steps": [
            f"<strong>{literal(step.do)}</strong> {literal(step.who)}" for step in outcome.today[:STEPS_SHOWN]
        ],
        "address": pages.addresses.address(outcome_id),
        "href": pages.addresses.href(outcome_id),
        "extra_html": "",
    }
