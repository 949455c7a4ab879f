"""Reads Markdown prose as the checks need it: what it cites, where it links, what it must not contain.

Pure functions over one text. How prose becomes a page is left to `macros`; its numbers to `quantities`.
"""

import html
import re
from dataclasses import dataclass

CITATION = re.compile(r"\[\^([^\]\s]*)\](?!:)")
BLANK_IN_CITATION = re.compile(r"\[\^(?:\s+[^\]\s]*\s*|[^\]\s]+\s+)\]")
LINK = re.compile(r"\]\(([^)\n]*)")
UNCLOSED_LINK = re.compile(r"\[[^\]\n]*\]\((?:https:|guide:|tel:|sms:|mailto:)[^)\s]*(?=\s*\Z|\n\s*\n)")
DEFINITION = re.compile(r"^ {0,3}\*?\[([^\]\n]+)\]:", re.MULTILINE)
AUTOLINK = re.compile(r"<(https?:[^>\s]*)>")
PASSAGE_PARAGRAPH = re.compile(r"^\{([a-z0-9-]+)\}$", re.MULTILINE)
BRACES = re.compile(r"\{[^}\n]*\}?")
TAG = re.compile(r"<[a-zA-Z/!?][^>\n]{0,30}>?")
HTML_NAMES = (
    "a|abbr|address|article|aside|audio|b|base|blockquote|body|br|button|canvas|center|cite|code|dd|del|details|"
    "dialog|div|dl|dt|em|embed|fieldset|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|"
    "ins|kbd|label|li|link|main|mark|math|meta|nav|noscript|object|ol|option|p|pre|q|s|script|section|select|"
    "small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|th|thead|title|tr|u|ul|"
    "video|[a-z]+-[a-z-]+"
)
HTML = re.compile(rf"</?(?:{HTML_NAMES})(?=[\s/>]|$)[^>\n]{{0,30}}>?|<!--[^>\n]{{0,30}}>?", re.IGNORECASE)
"""The tags that HTML has. In a line of plain text, `<since 1990>` is a person's way to set words apart."""
HEADING = re.compile(r"^ {0,3}#.*|(?<=\S)\n {0,3}(?:=+|-+) *$", re.MULTILINE)
TABLE = re.compile(r"^[ |:]*-+[ ]*:?[ ]*\|[ |:-]*$|^[ :]*\|[ :]*-+[ |:-]*$", re.MULTILINE)
IMAGE = re.compile(r"!\[[^\]\n]*\][(\[]")
MARKS = re.compile(r"\[\^[^\]\s]*\]|\[[^\]\n]*\]\([^)\n]*\)|\*\*[^*\n]+\*\*")
JINJA = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
SUSPICIOUS = re.compile(r"[<#{}|!=]|^ {0,3}-+ *$|\]:|\[\^[^\]]*\s|\]\([^)]*\Z|\]\([^)]*\n\s*\n", re.MULTILINE)
"""What a text must contain for any of the faults to be in it: most texts are acquitted by one search."""

SAFE_SCHEMES = ("https:", "tel:", "sms:", "mailto:")


@dataclass(frozen=True, slots=True)
class Fault:
    """Markup that prose must not contain, e.g. `<b>`."""

    words: str
    """The markup as it stands in the text."""
    message: str


def citations(text: str) -> tuple[str, ...]:
    """Return the ids of the facts that a text cites as `[^id]`, in order, repeats included."""
    return tuple(CITATION.findall(text)) if "[^" in text else ()


def links(text: str) -> tuple[str, ...]:
    """Return where a text's links lead, as they are written, without their titles."""
    if "](" not in text and "<" not in text:
        return ()
    written = [target.strip() for target in LINK.findall(text)]
    targets = [
        (target if target.startswith("guide:") else re.split(r"\s+[\"']", target)[0]).strip("<>")
        for target in written
    ]
    return (*targets, *AUTOLINK.findall(text))


def guide_links(text: str) -> tuple[str, ...]:
    """Return the ids of the guide's own pages and outcomes that a text links to, without anchors."""
    named = (link[len("guide:") :] for link in links(text) if link.startswith("guide:"))
    return tuple(re.split(r"[#\s]", name)[0] for name in named)


def unsafe_link(link: str) -> str | None:
    """Say what is wrong with a link's target, or nothing; spaces and entities do not hide a scheme."""
    bare = "".join(c for c in html.unescape(link) if c.isprintable() and not c.isspace()).lower()
    if link.startswith("guide:"):
        return (
            None
            if re.fullmatch(r"guide:[^#\s]*(#[a-z0-9-]+)?", link)
            else "write it as guide:ID or guide:ID#part"
        )
    if bare.startswith(SAFE_SCHEMES):
        return "an address has no blank in it" if re.search(r"\s", link) else None
    scheme = re.match(r"[a-z][a-z0-9+.-]*:", bare)
    if scheme is None:
        return "a link inside the guide is written guide:ID"
    if scheme.group() == "http:":
        return "use an https: address"
    return f"{scheme.group()} links are not allowed: use https: or guide:ID"


def passages(text: str) -> tuple[str, ...]:
    """Return the ids of the shared passages that a text prints: its lines that are only `{id}`."""
    return tuple(PASSAGE_PARAGRAPH.findall(text)) if "{" in text else ()


def faults(text: str) -> tuple[Fault, ...]:
    """Return the raw HTML, headings, tables, images and template code in a text."""
    if SUSPICIOUS.search(text) is None:
        return ()
    found: list[Fault] = []
    without_links = AUTOLINK.sub("", text)
    found.extend(_faults(TAG, without_links, "raw HTML {} (prose is Markdown: write it in words)"))
    found.extend(_faults(JINJA, text, "{} is a template's code (delete it)"))
    found.extend(_faults(HEADING, text, "a heading {} (headings have keys of their own: write a paragraph)"))
    found.extend(_faults(TABLE, text, "a table {} (write a list)"))
    found.extend(_faults(IMAGE, text, "an image {} (pictures are drawn by templates: delete it)"))
    found.extend(
        _faults(DEFINITION, text, "the definition {} (footnotes come from facts.yml; put links in the text)")
    )
    found.extend(_faults(BLANK_IN_CITATION, text, "a citation with a blank in it {} (write it without)"))
    found.extend(
        _faults(UNCLOSED_LINK, text, "the link {} is not closed (write a closing bracket behind it)")
    )
    return tuple(found)


def faults_in_line(text: str) -> tuple[Fault, ...]:
    """Return the raw HTML and template code in a line of plain text, which is no Markdown."""
    if SUSPICIOUS.search(text) is None:
        return ()
    return (
        *_faults(HTML, text, "raw HTML {} (this is plain text: write it in words)"),
        *_faults(JINJA, text, "{} is a template's code (delete it)"),
    )


def marks(text: str) -> tuple[Fault, ...]:
    """Return the citations, links and bold words in plain words, where they are no more than letters."""
    if "[" not in text and "**" not in text:
        return ()
    return tuple(
        _faults(MARKS, text, "{} is Markdown, and these are plain words (write it in the text below)")
    )


def stray_braces(text: str) -> tuple[str, ...]:
    """Return what stands in braces without being a shared passage on a line of its own."""
    if "{" not in text or JINJA.search(text):
        return ()
    return tuple(BRACES.findall(PASSAGE_PARAGRAPH.sub("", text)))


def _faults(pattern: re.Pattern[str], text: str, message: str) -> list[Fault]:
    quotes = [match.group().strip() for match in pattern.finditer(text)]
    return [Fault(quote, message.format(f'"{quote[:40]}"')) for quote in quotes]
