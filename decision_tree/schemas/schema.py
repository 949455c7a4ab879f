"""Holds a document against its JSON Schema (2020-12) and says in an editor's words what does not fit.

The schema's own descriptions and examples are quoted, so that they are written once. What a schema cannot
say is left to the checks.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from decision_tree.problems import NEEDED, Names, Position, Problem, UnreadableError, quoted
from decision_tree.reading.load import Document
from decision_tree.schemas.judge import Judge, Misfit

KINDS: Mapping[str, str] = {
    "object": "a mapping (key: value)",
    "array": "a list",
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "nothing",
}


class Schema:
    """One schema, ready to be held against documents: `Schema.read(path).problems(document)`."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge

    @classmethod
    def read(cls, path: Path) -> "Schema":
        """Return the schema in the file at `path`, compiled once for as long as the program runs.

        Raises `UnreadableError` where the file, or one that it refers to, is no schema.
        """
        return _read(path)

    def keeps(self, path: Sequence[str]) -> bool:
        """Return whether a fork can never take away what stands at `path`.

        The schema says so of a key, or of each entry by an id, with `"removable": false`; of single entries
        with `"kept": [ID, ...]` in the mapping around them. What is `required` is kept too, as long as the
        mapping around it is there: that is told as something missing.
        """
        steps = list(self._judge.along(path))
        if not steps or len(steps) < len(path):
            return False
        around, part = steps[-1]
        return path[-1] in around.get("kept", ()) or part.get("removable") is False

    def problems(self, document: Document) -> Iterator[Problem]:
        """Yield what in `document` does not fit this schema."""
        too_long = set()
        for misfit in self._judge.misfits(document.data):
            if misfit.rule == "maxLength":
                too_long.add((misfit.path, misfit.keys))
            elif misfit.rule == "pattern" and (misfit.path, misfit.keys) in too_long:
                continue  # it is told already, and what is cut may fit
            yield from _told(misfit, document)


@cache
def _read(path: Path) -> Schema:
    try:
        return Schema(Judge(json.loads(path.read_text(encoding="utf-8")), path.resolve().as_uri()))
    except (OSError, ValueError) as error:
        message = "cannot read this schema (take the file from the release again)"
        raise UnreadableError([Problem(str(path), 1, 1, "error", "unreadable", message)]) from error


def _told(misfit: Misfit, document: Document) -> Iterator[Problem]:
    path = list(misfit.path)
    if not misfit.keys:
        message = _too_many(misfit, path, document) or _message(misfit, path)
        yield Problem.at(_position(misfit, path, document), message, rule="schema")
    for key in misfit.keys:
        if misfit.rule == "additionalProperties":
            yield _unknown_key(misfit, key, document)
        elif misfit.rule in ("required", "dependentRequired"):
            yield from _lacking(misfit, key, document)
        else:
            long = misfit.rule == "maxLength"
            wrong = f"the id {quoted(key)} is too long" if long else f"{quoted(key)} is no id"
            yield Problem.at(
                document.key_position([*path, key]), f"{wrong} ({_advice(misfit, key)})", rule="schema"
            )


def _lacking(misfit: Misfit, key: str, document: Document) -> Iterator[Problem]:
    path = list(misfit.path)
    if misfit.rule == "required":
        yield _lacks(path, key, _name(path), document, misfit.conditional)
        return
    for with_key, needed in misfit.limit.items():
        if with_key in misfit.value and key in needed:
            yield _lacks(path, key, f"{_name(path)}.{with_key}", document)


def _lacks(
    path: list[str | int], key: str, needs_it: str, document: Document, conditional: bool = False
) -> Problem:
    """Return that a key is missing: where a fork takes it away, else at the mapping that should have it."""
    removed = document.removal([*path, key])
    if removed is not None:
        message = f"{quoted(key)} is removed here, but {needs_it} needs it"
        return Problem.at(removed, f"{message} (delete this line, or write your own)", rule=NEEDED)
    # Of two keys of which one must be there, a fork may take away the one that was.
    other = next(iter(document.removed_keys(path)), None) if conditional else None
    if other is not None:
        message = f"{quoted(other)} is removed here, but then {_name(path)} has no {quoted(key)}"
        return Problem.at(
            document.removal([*path, other]) or document.key_position(path),
            f"{message} (delete this line, or write {key})",
            rule=NEEDED,
        )
    beside = "" if needs_it == _name(path) else f", which {needs_it} needs"
    message = f"{_name(path)} has no {quoted(key)}{beside} (add it)"
    return Problem.at(document.key_position(path), message, rule="missing-key")


def _unknown_key(misfit: Misfit, key: str, document: Document) -> Problem:
    path = list(misfit.path)
    known = list(misfit.part.get("properties", {}))
    advice = Names(known).advice(key, f"known here: {', '.join(known)}" if known else "delete it")
    message = f"unknown key {quoted(key)} in {_name(path)}{advice}"
    return Problem.at(document.key_position([*path, key]), message, rule="unknown-key")


def _position(misfit: Misfit, path: list[str | int], document: Document) -> Position:
    removed = document.removed_keys(path) if misfit.rule == "minProperties" else ()
    if removed:
        return document.removal([*path, removed[0]]) or document.key_position(path)
    if misfit.rule in ("minProperties", "maxProperties", "minItems", "maxItems"):
        return document.key_position(path)
    return document.position(path)


def _message(misfit: Misfit, path: list[str | int]) -> str:  # noqa: PLR0911 (one for each keyword)
    rule, limit, value = misfit.rule, misfit.limit, misfit.value
    if rule == "type":
        return f"{_name(path)}: {_wrong_type(limit, value)}"
    if rule == "enum":
        choices = [str(choice) for choice in limit]
        advice = Names(choices).advice(str(value), f"choose one of {', '.join(choices)}")
        return f"{_name(path)} cannot be {_shown(value)}{advice}"
    if rule == "maxLength":
        return f"{_name(path)} is too long: {len(value)} characters (at most {limit})"
    if rule == "minLength":
        few = (
            "is empty (write it, or delete its key)"
            if not value
            else f"is too short (at least {limit} characters)"
        )
        return f"{_name(path)} {few}"
    if rule == "pattern":
        return f"{_name(path)} cannot be {_shown(value)} ({_advice(misfit, value)})"
    if rule in ("minProperties", "maxProperties", "minItems", "maxItems"):
        bound = "at least" if rule.startswith("min") else "at most"
        return f"{_name(path)} holds {len(value)} ({bound} {limit} must stand here)"
    if rule == "uniqueItems":
        return f"{_name(path)} names something twice (keep one)"
    return f"{_name(path)} does not fit ({_advice(misfit, value)})"


def _too_many(misfit: Misfit, path: list[str | int], document: Document) -> str | None:
    """Return that only one key may stand in a mapping, where two do: most often a fork's and upstream's."""
    if misfit.rule != "maxProperties" or misfit.limit != 1:
        return None
    here = document.key_position(path).file
    theirs = [key for key in misfit.value if document.key_position([*path, key]).file != here]
    advice = f"write {theirs[0]}: null beside yours" if theirs else "keep one"
    keys = " and ".join(quoted(key) for key in misfit.value)
    return f"{_name(path)} holds {keys}, and only one may stand here ({advice})"


def _wrong_type(wanted: object, value: object) -> str:
    names = [wanted] if isinstance(wanted, str) else list(wanted if isinstance(wanted, list) else ())
    text = " or ".join(KINDS.get(name, str(name)) for name in names)
    if value is None:
        return f"nothing stands here, {text} is wanted (write it, or delete the key)"
    got = _kind(value)
    if "string" in names and not isinstance(value, (dict, list)):
        return f"a text is wanted here, not {got} (put it in quotes)"
    if "object" in names and isinstance(value, list):
        return f"{text} is wanted here, not a list (delete the - before each entry)"
    return f"{text} is wanted here, not {got}"


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, (int, float)):
        return "a number"
    return "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list) else "a text"


def _advice(misfit: Misfit, value: object) -> str:
    description = str(misfit.part.get("description", "it does not fit the schema")).split(". ")[0].rstrip(".")
    examples = misfit.part.get("examples", ())
    sample = f", for example {_shown(examples[0])}" if examples and isinstance(examples[0], str) else ""
    if isinstance(value, str) and "\n" in value and "\\n" in str(misfit.limit):
        return "write it on one line, or fold it with >- rather than > or |"
    return f"{description[:1].lower()}{description[1:]}{sample}"


def _shown(value: object) -> str:
    if isinstance(value, str):
        return quoted(value)
    return _kind(value) if isinstance(value, (dict, list)) else json.dumps(value)


def _name(path: list[str | int]) -> str:
    """Return how an editor would call the value at `path`, e.g. `questions.letter.text`."""
    return quoted(".".join(str(step) for step in path))[1:-1] if path else "the file"
