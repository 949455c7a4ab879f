"""What a page hands to the theme's templates in `overrides/`: its title, and the words around every page.

They read it as `page.meta`: neither engine lets a macro hand a value to them otherwise.
"""

import json
from html import escape

from macros.context import Context
from macros.filters import literal
from macros.views.crisis_line import crisis_line

Head = dict[str, object]
"""Values by their names in `page.meta`."""


def head_of(context: Context, title: str, description: str) -> Head:
    """Return the head of a page with that title and description, both plain text."""
    site, words, brand = context.guide.site, context.words, context.settings.brand
    return {
        # Neither engine escapes these two where it writes them into the head.
        "title": literal(title),
        "description": escape(description),
        "site": {
            "crisis_label": site.crisis_label,
            "crisis": crisis_line(context),
            "leave": site.leave_label,
            "leave_note": context.prose.inline(site.leave_note),
            "disclaimer": context.prose.inline(site.disclaimer),
            "pages": words["all_pages"],
            "date_passed": words["date_passed"],
            "search_refused": words["search_refused"],
            "whole_guide": words("whole_guide", name=brand.name),
            "feed": words("labelled", label=brand.name, text=words["changes_feed"]),
            "region": words("serves", region=brand.region) if brand.region else "",
            "contact_label": words["contact"],
            "contact_link": brand.contact_link,
            "share": context.settings.share,
        },
    }


def questions_as_data(context: Context) -> str:
    """Return the questions that people ask, with their answers, as search engines read them (JSON-LD)."""
    entries = [
        {
            "@type": "Question",
            "name": entry.question,
            "acceptedAnswer": {"@type": "Answer", "text": context.prose.plain(entry.answer)},
        }
        for entry in context.guide.faq
    ]
    data = {"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": entries}
    return json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
