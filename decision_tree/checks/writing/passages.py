"""A shared passage that a text prints exists, stands on a line of its own, and does not print itself.

Passes: a line that is only `{closing}` where `passages` has `closing`. Fails: `{closng}`, `see {closing}`.
"""

from collections.abc import Iterator

from decision_tree.problems import Names, Problem, quoted
from decision_tree.reading.plain import mapping
from decision_tree.sources import Sources
from decision_tree.texts.prose import passages, stray_braces


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each passage that is not there, is not alone on its line, or goes round in a circle."""
    written = mapping(mapping(sources.tree.data).get("passages"))
    known = Names(written)
    for text in sources.texts:
        if text.kind != "prose" or "{" not in text.words:
            continue
        for id_ in dict.fromkeys(passages(text.words)):
            if id_ not in known:
                advice = known.advice(id_, "add it to passages")
                message = f"the passage {quoted(id_)} does not exist{advice}"
                yield Problem.at(text.document.find(text.path, f"{{{id_}}}"), message)
        for words in stray_braces(text.words):
            message = (
                f"{quoted(words)} does not stand alone on its line (a passage does; braces mean nothing else)"
            )
            yield Problem.at(text.document.find(text.path, words), message)
    for id_ in _circles({key: passages(value) for key, value in written.items() if isinstance(value, str)}):
        message = f"the passage {quoted(id_)} prints itself (take it out)"
        yield Problem.at(sources.tree.key_position(("passages", id_)), message)


def _circles(prints: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield each passage from which a way through other passages leads back to it."""
    for first, direct in prints.items():
        todo, seen = list(direct), set[str]()
        while todo:
            passage = todo.pop()
            if passage == first:
                yield first
                break
            if passage not in seen:
                seen.add(passage)
                todo.extend(prints.get(passage, ()))
