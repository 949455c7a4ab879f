"""The crisis line, at the top of every page and below every question."""

import re

from macros.context import Context

# The two numbers that a telephone can call from anywhere in the country.
CALLED = re.compile(r"\b(?:988|911)\b")


def crisis_line(context: Context) -> str:
    """Return the crisis line as HTML, its numbers ready to be called."""
    html = context.prose.inline(context.guide.site.crisis_text)
    return CALLED.sub(r'<a href="tel:\g<0>">\g<0></a>', html)
