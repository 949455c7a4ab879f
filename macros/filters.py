"""The filters of the templates: text as Markdown or HTML takes it, and what a text is made of."""

import re
from html import escape, unescape

from markupsafe import Markup

LIST_LINE = re.compile(r"\s*(?:[-*•]|\d+[.)]|\[[ x]\])\s")
"""The start of a line that stands by itself: a list entry."""
HEADING = re.compile(r"^## (.+) \{: #(\S+) \}$", re.MULTILINE)
"""A heading of the second level, as the templates write it."""


def literal(text: object) -> str:
    """The text as Markdown that shows each of its letters: none begins a tag or stands for another letter.

    What is safe already stays as it is.
    """
    return text if isinstance(text, Markup) else escape(str(text), quote=False)


def paragraphs(text: str) -> list[list[str]]:
    """The paragraphs of a plain text, each as its lines; a line that was only wrapped is joined again."""
    return [_lines(paragraph) for paragraph in re.split(r"\n\s*\n", text.strip())]


def _lines(paragraph: str) -> list[str]:
    lines: list[str] = []
    for line in paragraph.splitlines():
        if lines and not LIST_LINE.match(line):
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line.strip())
    return lines


def headings(markdown: str) -> list[tuple[str, str]]:
    """The id and the words of each heading of the second level."""
    return [(id_, unescape(title)) for title, id_ in HEADING.findall(markdown)]


def html_lines(block: str) -> list[Markup]:
    """The lines of a block that a template has made, each as HTML, e.g. the links of a list."""
    return [Markup(line) for line in block.splitlines() if line]  # noqa: S704 (a template's own)


FILTERS = {
    "literal": literal,
    "paragraphs": paragraphs,
    "headings": headings,
    "html_lines": html_lines,
}
