"""Makes each page from the guide: its title and description, its Markdown, its structured data."""

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from decision_tree.model import Guide, Tree
from decision_tree.model.outcome import Deadline, Outcome
from decision_tree.model.reference import Plan
from decision_tree.settings import Settings
from macros import deadlines, whole_tree, wording
from macros.addresses import Addresses
from macros.finder import finder_view
from macros.prose import Prose
from macros.timelines import timelines

TEMPLATES = Path(__file__).parent / "templates"
# The two numbers that a telephone can call from anywhere in the country.
CALLED = re.compile(r"\b(?:988|911)\b")


class Pages:
    """The macros' view of one page that is being built."""

    def __init__(
        self,
        guide: Guide,
        page: Any,
        on: date,
        home: str = "",
        settings: Settings = Settings(),  # noqa: B008 (it is frozen)
    ) -> None:
        """Take the guide, the engine's page object, the day to judge dates on, the address, the settings.

        The title and description go into the page object's `meta`.
        """
        self.guide = guide
        self._page = page
        self.settings = settings
        self.addresses = Addresses(page, {*guide.outcomes, *guide.removed_outcomes}, home)
        self.prose = Prose(guide, self.addresses, on)

    def fixed_page(self, page_id: str) -> str:
        """Markdown of a fixed page; of one that a fork removed, a few words that point on."""
        page = self.guide.pages.get(page_id)
        if page is None:
            return self._moved(page_id)
        self.prose.link_terms = page_id != "words"
        self._describe(page.title, page.description)
        own = f"pages/{page_id}.md"
        body = self._render(own if (TEMPLATES / own).exists() else "page.md", page=page)
        if page_id == "faq":
            self._page.meta["json_ld"] = self._faq_data()
        return self._with_sources(body)

    def outcome_page(self, outcome_id: str) -> str:
        """Markdown of an outcome's page; of one that is retired or removed, a few words that point on."""
        outcome = self.guide.outcomes.get(outcome_id)
        if outcome is None:
            return self._moved(outcome_id)
        title = f"Path {outcome.path}: {outcome.title}" if outcome.path else outcome.title
        self._describe(title, outcome.description)
        template = "in-crisis.md" if outcome_id == "in-crisis" else "outcome.md"
        return self._with_sources(self._render(template, outcome=outcome, title=title))

    def _moved(self, id_: str) -> str:
        """Markdown of a page that is no more: where its address leads now."""
        words = self.guide.interface
        new = self.guide.aliases.get(id_, "")
        known = new in self.guide.outcomes or new in self.guide.pages
        self._describe(words["page_moved"], words["page_moved_lead"])
        return self._render("moved.md", target=new if known else "paths")

    def crisis_line(self) -> str:
        """HTML of the crisis line, its numbers ready to be called."""
        html = self.prose.inline(self.guide.site.crisis_text)
        return CALLED.sub(r'<a href="tel:\g<0>">\g<0></a>', html)

    def finder(self, tree: Tree, prefix: str = "") -> str:
        """HTML of a path finder over that tree; the prefix keeps two on one page apart."""
        return self._render("path-finder.html", finder=finder_view(self, tree, prefix))

    def example(self, name: str) -> str:
        """HTML of one drawn part, by its "EXAMPLE.PART" name."""
        example_id, part_id = name.split(".")
        example = self.guide.examples[example_id]
        return self._render("example-part.html", example=example, part=example.part(part_id))

    def plan_summary(self, plan_id: str) -> str:
        """HTML of what the plan finder says of a plan: its first deadline, who decides, who regulates."""
        plan = self.guide.reference.plans[plan_id]
        regulator = self.guide.reference.regulators.by_plan.get(plan_id)
        first = deadlines.rows([plan], "first")[0]
        return self._render("plan-summary.html", plan=plan, regulator=regulator, row=first)

    def _describe(self, title: str, description: str) -> None:
        # Neither engine escapes these two where it writes them into the head.
        self._page.meta["title"] = wording.literal(title)
        self._page.meta["description"] = escape(description)
        # Neither engine lets a macro hand a value to templates otherwise.
        site, words, brand = self.guide.site, self.guide.interface, self.settings.brand
        self._page.meta["site"] = {
            "crisis_label": site.crisis_label,
            "crisis": self.crisis_line(),
            "leave": site.leave_label,
            "leave_note": self.prose.inline(site.leave_note),
            "disclaimer": self.prose.inline(site.disclaimer),
            "pages": words["all_pages"],
            "date_passed": words["date_passed"],
            "whole_guide": words["whole_guide"],
            "feed": words["changes_feed"],
            "region": words["serves"].format(region=brand.region) if brand.region else "",
            "contact_label": words["contact"],
            "contact_link": brand.contact_link,
            "share": self.settings.share,
        }

    def _with_sources(self, body: str) -> str:
        if not self.prose.cited:
            return body
        heading = wording.literal(self.guide.interface["heading_sources"])
        return f"{body}\n\n## {heading} {{: #sources data-search-exclude }}\n\n{self.prose.footnotes()}"

    def _deadline_rows(self, deadline: Deadline) -> list[deadlines.Row]:
        plans = self.guide.reference.plans
        chosen = [plans[id_] for id_ in deadline.plans] if deadline.plans else list(plans.values())
        return deadlines.rows(chosen, deadline.steps)

    def _plans_of(self, outcome: Outcome) -> list[Plan]:
        """The plans that this outcome's page tells apart, in the order of the data."""
        if outcome.deadline.steps != "none" and not outcome.deadline.plans:
            return list(self.guide.reference.plans.values())
        named = {id_ for passage in outcome.plans for id_ in passage.plans} | set(outcome.deadline.plans)
        return [plan for plan in self.guide.reference.plans.values() if plan.id in named]

    def _plans_without_passage(self, outcome: Outcome) -> list[Plan]:
        """Those of them that no passage of the page is for."""
        named = {id_ for passage in outcome.plans for id_ in passage.plans}
        return [plan for plan in self._plans_of(outcome) if plan.id not in named]

    def _faq_data(self) -> str:
        entries = [
            {
                "@type": "Question",
                "name": entry.question,
                "acceptedAnswer": {"@type": "Answer", "text": self.prose.plain(entry.answer)},
            }
            for entry in self.guide.faq
        ]
        data = {"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": entries}
        return json.dumps(data, ensure_ascii=False).replace("</", "<\\/")

    def _render(self, template: str, **values: Any) -> str:
        shared: Mapping[str, Any] = {
            "guide": self.guide,
            "words": self.guide.interface,
            "pages": self,
            "link": self.addresses.link,
            "href": self.addresses.href,
            "md": self.prose.markdown,
            "html": self.prose.html,
            "inline": self.prose.inline,
            "cite": self.prose.cite_all,
            "stamp": self.prose.stamp,
            "deadline_rows": self._deadline_rows,
            "plans_of": self._plans_of,
            "plans_without_passage": self._plans_without_passage,
            "plan_rows": lambda plan: deadlines.rows([plan], "all"),
            "timelines": lambda: timelines(self.guide.reference, self.guide.interface),
            "outline": lambda tree: whole_tree.outline(self, tree),
            "drawing": lambda tree: whole_tree.drawing(self, tree),
        }
        return _templates().get_template(template).render(**shared, **values)


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(wording.FILTERS)
    return environment
