"""Makes each page: chooses the template for its kind, and adds its head and its sources.

What a component shows is left to its view in `views/`, and how it looks to its template.
"""

from dataclasses import dataclass

from macros.context import Context
from macros.filters import literal
from macros.head import Head, head_of, questions_as_data
from macros.rendering import has_template, render


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """One page as an engine takes it."""

    markdown: str
    head: Head


def fixed_page(context: Context, page_id: str) -> BuiltPage:
    """Return a fixed page; of one that a fork removed, a few words that point on."""
    page = context.guide.pages.get(page_id)
    if page is None:
        return _moved(context, page_id)
    context.prose.link_terms = page_id != "words"
    head = head_of(page.title, page.description)
    if page_id == "faq":
        head["json_ld"] = questions_as_data(context)
    own = f"pages/{page_id}.md"
    body = render(context, own if has_template(own) else "page.md", page=page)
    return BuiltPage(_with_sources(context, body), head)


def outcome_page(context: Context, outcome_id: str) -> BuiltPage:
    """Return an outcome's page; of one that is retired or removed, a few words that point on."""
    outcome = context.guide.outcomes.get(outcome_id)
    if outcome is None:
        return _moved(context, outcome_id)
    title = context.words.title(outcome.path, outcome.title)
    template = "in-crisis.md" if outcome_id == "in-crisis" else "outcome.md"
    body = render(context, template, outcome=outcome, title=title)
    return BuiltPage(_with_sources(context, body), head_of(title, outcome.description))


def _moved(context: Context, id_: str) -> BuiltPage:
    """Return a page that is no more: where its address leads now."""
    guide, words = context.guide, context.words
    new = guide.aliases.get(id_, "")
    target = new if new in guide.outcomes or new in guide.pages else "paths"
    there = guide.outcomes.get(target) or guide.pages[target]
    body = render(context, "moved.md", target=target, there=there)
    return BuiltPage(body, head_of(words["page_moved"], words["page_moved_lead"]))


def _with_sources(context: Context, body: str) -> str:
    """Return the page with the facts that it cites, which are known only once its body is made."""
    if not context.prose.cited:
        return body
    heading = literal(context.words["heading_sources"])
    return f"{body}\n\n## {heading} {{: #sources data-search-exclude }}\n\n{context.prose.footnotes()}"
