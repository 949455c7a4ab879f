"""Turns the tree's prose into what a page needs: links that fit, citations, terms, shared passages."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from html import escape

import markdown
from markupsafe import Markup

from decision_tree.model import Guide
from decision_tree.model.outcome import Outcome
from decision_tree.model.reference import Fact
from macros.addresses import Addresses
from macros.filters import literal
from macros.words import Words

CITATION = re.compile(r"\[\^([a-z0-9-]+)\]")
CITATIONS = re.compile(rf"(?:{CITATION.pattern})+")
PASSAGE = re.compile(r"^\{([a-z0-9-]+)\}$", re.MULTILINE)
GUIDE_LINK = re.compile(r"\]\(guide:([a-z0-9-]+)(#[a-z0-9-]+)?\)")
# What a term must not be linked in: links, citations, code, bold lead-ins stay as they are.
PROTECTED = re.compile(r"(\[[^\]\n]*\]\([^)]*\)|\[\^[^\]]+\]|`[^`]*`|https?://\S+|\"[^\"\n]*\")")

# The parts of an outcome's page that stand there only where the outcome has something for them.
OPTIONAL_PARTS: Mapping[str, Callable[[Outcome], object]] = {
    "if-your-plan": lambda outcome: outcome.plans,
    "your-deadline": lambda outcome: outcome.deadline.steps != "none" or outcome.deadline.text,
    "the-words-to-use": lambda outcome: outcome.words,
    "what-the-record-should-show": lambda outcome: outcome.record,
    "what-reviewers-look-for": lambda outcome: outcome.reviewers,
    "if-it-fails": lambda outcome: outcome.if_it_fails,
    "other-reasons": lambda outcome: outcome.related,
}

# One converter for all pieces: making one costs more than a piece does.
MARKDOWN = markdown.Markdown()


@dataclass(slots=True)
class Prose:
    """The prose of one page: remembers which facts it cited and which terms it linked."""

    guide: Guide
    addresses: Addresses
    words: Words
    on: date
    cited: list[str] = field(default_factory=list)
    link_terms: bool = True
    _linked: set[str] = field(default_factory=set)

    def markdown(self, text: str) -> str:
        """Prose as Markdown for this page: passages printed, terms linked, citations as footnotes."""
        text = self._with_passages(text.strip())
        text = GUIDE_LINK.sub(lambda m: f"]({self.addresses.link(m[1])}{self._part(m)})", text)
        if self.link_terms and "words" in self.guide.pages:
            text = self._with_terms(text)
        return CITATIONS.sub(lambda m: self.cite_all(tuple(CITATION.findall(m[0]))), text)

    def html(self, text: str) -> str:
        """Prose as HTML, for places that Markdown does not reach; citations become silent marks."""
        text = self._with_passages(text.strip())
        text = GUIDE_LINK.sub(lambda m: f"]({self.addresses.href(m[1])}{self._part(m)})", text)
        text = CITATION.sub(lambda m: self.stale_mark(m[1]), text)
        html: str = MARKDOWN.reset().convert(text)
        return html

    def _part(self, link: re.Match[str]) -> str:
        """The part of a page that a link leads to; none where a fork removes the page or the part."""
        page, part = link[1], (link[2] or "#")[1:]
        if not part or {(page, part), ("", part)} & self.guide.removed_parts:
            return ""
        outcome = self.guide.outcomes.get(page)
        is_there = page in self.guide.pages or page in self.guide.plain_pages
        if outcome is not None:
            is_there = part not in OPTIONAL_PARTS or bool(OPTIONAL_PARTS[part](outcome))
        return f"#{part}" if is_there else ""

    def inline(self, text: str) -> str:
        """One paragraph as HTML without the paragraph's own tags."""
        return self.html(text).removeprefix("<p>").removesuffix("</p>")

    def plain(self, text: str) -> str:
        """Prose without citations, links and marks, for structured data and titles."""
        text = self._with_passages(text.strip())
        text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", CITATION.sub("", text))
        return re.sub(r"\s+", " ", re.sub(r"[*_`]", "", text)).strip()

    def cite(self, fact_id: str) -> str:
        """A footnote reference to a fact, with the mark that tells a reader's browser when it is stale."""
        if fact_id not in self.cited:
            self.cited.append(fact_id)
        return f"[^{fact_id}]{self.stale_mark(fact_id)}"

    def cite_all(self, fact_ids: tuple[str, ...]) -> str:
        """Footnote references to several facts."""
        joint = f"<sup>{literal(self.words('list', before='', after=''))}</sup>"
        return joint.join(self.cite(fact_id) for fact_id in fact_ids)

    def stale_mark(self, fact_id: str) -> str:
        """An empty mark that carries the fact's dates; it holds a warning where one has passed already."""
        fact = self.guide.reference.facts[fact_id]
        until = f' data-until="{fact.until}"' if fact.until else ""
        warning = f" {self.words['date_passed']}" if fact.passed(self.on) else ""
        return f'<span class="stamp" data-reviewed="{fact.reviewed}"{until}>{escape(warning)}</span>'

    def footnotes(self) -> str:
        """The definitions of the footnotes cited so far, in the order in which they were cited."""
        return "\n".join(self._footnote(self.guide.reference.facts[id_]) for id_ in self.cited)

    def _footnote(self, fact: Fact) -> str:
        words = self.words
        cited = Markup('<cite translate="no">{}</cite>').format(fact.authority)
        told = [fact.statement]  # whole sentences, one after another
        if fact.confidence == "likely":
            told.append(literal(words["fact_likely"]))
        told.append(words("fact_authority", authority=cited))
        if fact.url:
            told.append(f"[{literal(words['fact_read'])}]({fact.url}){{: rel=noreferrer }}")
        told.append(literal(words("fact_reviewed", date=words.day(fact.reviewed))))
        if fact.until:
            told.append(literal(words("fact_until", date=words.day(fact.until))))
        return f"[^{fact.id}]: {' '.join(told)}\n"

    def _with_passages(self, text: str) -> str:
        return PASSAGE.sub(lambda m: self._with_passages(self.guide.passages[m[1]].strip()), text)

    def _with_terms(self, text: str) -> str:
        """Link each term where the page first uses it."""
        pieces = PROTECTED.split(text)
        for number in range(0, len(pieces), 2):
            pieces[number] = _term_pattern(self.guide).sub(self._link_term, pieces[number])
        return "".join(pieces)

    def _link_term(self, match: re.Match[str]) -> str:
        term_id = _spellings(self.guide)[match[0].lower()]
        if term_id in self._linked:
            return match[0]
        self._linked.add(term_id)
        return f"[{match[0]}]({self.addresses.link('words')}#{term_id}){{: .term }}"


@lru_cache(maxsize=1)
def _term_pattern(guide: Guide) -> re.Pattern[str]:
    """Any spelling of any term, as a whole word; the longest wins."""
    longest_first = sorted(_spellings(guide), key=len, reverse=True)
    if not longest_first:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _spellings(guide: Guide) -> Mapping[str, str]:
    """Every spelling of every term, in lower case, with the term's id."""
    return {
        spelling.lower(): term.id for term in guide.words.values() for spelling in (term.term, *term.also)
    }
