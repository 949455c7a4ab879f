"""What numbers in the texts rest on."""

from collections.abc import Iterator

from decision_tree.problems import Problem, Severity, quoted
from decision_tree.reading.plain import Path, listing, mapping
from decision_tree.schemas.annotations import WORDS
from decision_tree.schemas.register import Text
from decision_tree.sources import Sources
from decision_tree.texts.quantities import Quantity, mentions, plain_words, quantities

UNITS_OF_A_LENGTH = frozenset(("hours", "days", "months"))


def check_number(sources: Sources) -> Iterator[Problem]:
    """Every percentage, time and dollar amount stands in a verified fact that the same text cites.

    Passes: "You get 180 days.[^int-180]", "seventy-two hours" with a fact that says 72 hours, "the first 24
    hours" (a name); in a row of the reference data, a number of the facts that the row lists. Fails: "You get
    60 days.[^int-180]", and any number without a citation. The length of a deadline is such a number too: a
    copy is warned of one that no fact of its row says. A row that lists no facts, as a fact itself, a code or
    a state's row, is its own authority. A phrase in `not_claims` is no claim; it must stand somewhere, or it
    hides nothing.
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
    yield from _lengths(sources)
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


def _lengths(sources: Sources) -> Iterator[Problem]:
    """Yield each length of time of a deadline, as `{days: 180}`, that no verified fact of its row says."""
    todo: list[tuple[Path, object]] = [(("plans", plan), row) for plan, row in sources.plans.items()]
    while todo:
        path, value = todo.pop()
        row = mapping(value)
        facts = [fact for fact in listing(row.get("facts")) if _is_verified(sources, fact)]
        said = frozenset().union(*(_backed_by(sources, fact) for fact in facts))
        for key, inner in row.items():
            length = mapping(inner)
            if not length.keys() & UNITS_OF_A_LENGTH:
                todo.append(((*path, key), inner))
                continue
            words = " and ".join(
                f"{amount} {unit.removesuffix('s') if amount == 1 else unit}"
                for unit, amount in length.items()
            )
            # Where no fact is verified, the rule plan-row says so.
            if facts and not quantities(words) <= said:
                message = (
                    f"{quoted(words)} is in no verified fact of this row "
                    "(name the fact that says so under facts, or mend the number)"
                )
                # A fork may have changed the row, or what the fact says: an update must not stop at that.
                severity: Severity = "error" if sources.local is None else "warning"
                yield Problem.at(sources.deadlines.key_position((*path, key)), message, severity)


def _backed_by(sources: Sources, fact: str) -> frozenset[Quantity]:
    statement = sources.known_facts.get(fact, {}).get("statement")
    if not _is_verified(sources, fact) or not isinstance(statement, str):
        return frozenset()
    return quantities(statement)


def _is_verified(sources: Sources, fact: str) -> bool:
    return sources.known_facts.get(fact, {}).get("confidence") == "verified"


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
