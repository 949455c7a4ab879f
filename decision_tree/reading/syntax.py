"""Says in an editor's words what YAML could not read, and where.

libyaml and PyYAML's own parser word the same mistake differently; the phrases below stand in both.
"""

import yaml

from decision_tree.problems import Problem, quoted

ADVICE: tuple[tuple[str, str], ...] = (
    ("tab character", "a tab stands here (YAML wants spaces: two for each level)"),
    (
        "mapping values are not allowed",
        'a second ": " stands in one value (put the whole text in quotes, or check the indentation)',
    ),
    ("sequence entries are not allowed", "a list starts in the middle of a line (start it on a new line)"),
    (
        "unexpected end of stream",
        "the quotation mark here is never closed (close it; a ' inside '…' is written '')",
    ),
    (
        "unknown escape character",
        "a backslash in double quotes starts a code, an unknown one (use single quotes, or write two)",
    ),
    ("undefined tag handle", "! starts a YAML tag here (tags are not read: put the text in quotes)"),
    ("incompatible YAML document", "this %YAML version is unknown (delete the line)"),
    ("unknown directive", "a line that starts with % is a directive (delete it, or put the text in quotes)"),
    ("',' or ']'", "the [ here is never closed, or a comma is missing (close it with ])"),
    ("',' or '}'", "the { here is never closed, or a comma is missing (close it with })"),
    ("alphabetic or numeric character", "* or & stands at the start of a value (put the text in quotes)"),
    ("document start>", "text stands after the end of the document (delete the line ... above it)"),
    (
        "could not find expected ':'",
        "this line has no colon after its key, or a text that goes on is not indented",
    ),
    ("expected ':'", "this line has no colon after its key, or a text that goes on is not indented"),
    ("expected key", "this does not fit the lines above (check the indentation, and quotes inside quotes)"),
    ("<block end>", "this does not fit the lines above (check the indentation, and quotes inside quotes)"),
    ("'-' indicator", "a list ends here without an end (indent this line as the list's other entries)"),
    ("node content", "a value is missing here, or a bracket closes that was never opened"),
    ("comment or line break", "after | or > the text starts on the next line (or put it in quotes)"),
    ("chomping or indentation", "after | or > the text starts on the next line (or put it in quotes)"),
)
"""Part of the parser's words, and ours. The first that is found holds."""

AT_THE_OPENING = ("unexpected end of stream", "',' or ']'", "',' or '}'")
"""Mistakes that are told where the quotation mark or bracket was opened: the end is often far below."""

NO_START = "cannot start any token"


def in_editors_words(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """Return the problem that the parser met in `text`."""
    words = str(getattr(error, "problem", None) or "")
    mark = getattr(error, "problem_mark", None)
    opening = getattr(error, "context_mark", None)
    if opening is not None and (mark is None or any(phrase in words for phrase in AT_THE_OPENING)):
        mark = opening
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    lines = text.split("\n", line + 1)
    here = lines[line][column : column + 1] if line < len(lines) else ""
    if NO_START in words:
        message = _no_start(here)
    else:
        message = next((ours for theirs, ours in ADVICE if theirs in words), None) or _unknown(words)
    return Problem(file, line + 1, column + 1, "error", "yaml", message)


def _no_start(character: str) -> str:
    if character == "\t":
        return ADVICE[0][1]
    return f"a value cannot start with {quoted(character)} (put the text in quotes)"


def _unknown(words: str) -> str:
    return f"this is not YAML: {quoted(words)[1:-1]}" if words else "this is not YAML"
