"""What a page hands to the theme's templates in `overrides/`: its title, its description, its data.

They read it as `page.meta`: neither engine lets a macro hand a value to them otherwise. What is the same on
every page is left to `theme_words`.
"""

import json
from html import escape

from macros.context import Context
from macros.filters import literal

Head = dict[str, str]
"""Values by their names in `page.meta`."""


def head_of(title: str, description: str) -> Head:
    """Return the head of a page with that title and description, both plain text."""
    # Neither engine escapes these two where it writes them into the head.
    return {"title": literal(title), "description": escape(description)}


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
