"""What numbers in the texts rest on."""

from collections.abc import Iterator

from decision_tree.problems import Problem, quoted
from decision_tree.reading.plain import listing, mapping
from decision_tree.schemas.annotations import WORDS
from decision_tree.schemas.register import Text
from decision_tree.sources import Sources
from decision_tree.texts.quantities import Quantity, mentions, plain_words, quantities


def check_number(sources: Sources) -> Iterator[Problem]:
    """Every percentage, time and dollar amount stands in a verified fact that the same text cites.

    Passes: "You get 180 days.[^int-180]", "seventy-two hours" with a fact that says 72 hours, "the first 24
    hours" (a name); in a row of the reference data, a number of the facts that the row lists. Fails: "You get
    60 days.[^int-180]", and any number without a citation. A row that lists no facts, as a fact itself or a
    code, is its own authority. A phrase in `not_claims` is no claim; it must stand somewhere, or it hides
    nothing.
    """
    phrases = _not_claims(sources)
    excused = [phrase for _, phrase in phrases]
    backed: dict[str, frozenset[Quantity]] = {}
    for text in sources.texts:
        named = mentions(text.words, excused) if text.kind in WORDS else ()
        facts = _facts(sources, text) if named else ()
        if facts is None:
            continue
        for fact in facts:
            if fact not in backed:
                backed[fact] = _backed_by(sources, fact)
        allowed = frozenset().union(*(backed[fact] for fact in facts))
        told: set[Quantity] = set()
        for mention in named:
            if mention.quantity not in allowed and mention.quantity not in told:
                told.add(mention.quantity)
                yield sources.problem(text, mention.words, _message(mention.words, facts))
    yield from _idle(sources, phrases)


def _facts(sources: Sources, text: Text) -> tuple[str, ...] | None:
    """Return the facts that a text rests on; None where the row that it stands in is its own authority."""
    if text.document is sources.tree or text.cites:
        return text.cites
    beside: tuple[str, ...] | None = None
    here = text.document.data
    for step in text.path:
        beside = listing(mapping(here).get("facts")) or beside
        here = here[step]
    return beside


def _message(words: str, cites: tuple[str, ...]) -> str:
    wrong = "is in no verified fact cited here" if cites else "stands here without a fact"
    return f"{quoted(words)} {wrong} (cite the fact that says so, or leave out the number)"


def _backed_by(sources: Sources, fact: str) -> frozenset[Quantity]:
    known = sources.known_facts.get(fact, {})
    statement = known.get("statement")
    if known.get("confidence") != "verified" or not isinstance(statement, str):
        return frozenset()
    return quantities(statement)


def _not_claims(sources: Sources) -> list[tuple[str, str]]:
    rows = mapping(mapping(sources.tree.data).get("not_claims")).items()
    phrases = [(id_, mapping(row).get("phrase")) for id_, row in rows]
    return [(id_, phrase) for id_, phrase in phrases if isinstance(phrase, str) and phrase.strip()]


def _idle(sources: Sources, phrases: list[tuple[str, str]]) -> Iterator[Problem]:
    if not phrases:
        return
    everything = "\n".join(plain_words(text.words) for text in sources.texts if text.kind in WORDS)
    for id_, phrase in phrases:
        # A fork that changes a text cannot know of upstream's phrase in it, which then excuses nothing.
        position = sources.tree.position(("not_claims", id_, "phrase"))
        is_upstreams = sources.local is not None and position.file != sources.local.file
        if plain_words(phrase) not in everything and not is_upstreams:
            message = f"the phrase {quoted(phrase)} stands in no text (delete it, or copy the words exactly)"
            yield Problem.at(position, message)
