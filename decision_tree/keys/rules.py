"""Writes the chapter of each rule: what it says, a file that breaks it, the message, and the file mended.

What a rule says stands in its function; the examples of all stand in `checks/examples.yml`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from decision_tree import checks
from decision_tree.reading.load import load

EXAMPLES = Path(checks.__file__).parent / "examples.yml"

OPENING = """\
# Every rule

Made by `make keys` from the functions in `decision_tree/checks/` and their `examples.yml`: do not edit this.

Each message of the check names a rule in brackets: `error[markup]` comes from the rule [markup](#markup).
Its chapter says what must be so, and shows a file that breaks the rule, the message, and the file as it
should be. On a computer, `.venv/bin/python -m decision_tree explain markup` prints the same. An **error**
keeps the site from being built. A **warning** stops nothing.

The examples lie over a small guide of two questions and two outcomes, `tests/unit/trees/good.yml`.
"""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What the documents say of one rule."""

    name: str
    what: str
    """What must be so, in Markdown: a sentence, then what passes and what fails."""
    file: str
    """The file that the examples are, e.g. `mkdocs.yml`; empty where they are commands."""
    upstream: str
    """What upstream's guide has beside the small guide, in YAML; most often nothing."""
    bad: str
    good: str
    told: str
    """The whole message that the bad example gets, with its place."""


def chapters() -> Mapping[str, Chapter]:
    """Return the chapter of every rule by its name, in the order of the alphabet."""
    rows: Any = load(EXAMPLES).data
    return {name: _chapter(name, rows[name]) for name in sorted(rows)}


def _chapter(name: str, row: Mapping[str, str]) -> Chapter:
    rule = checks.RULES.get(name)
    what = row["what"] if rule is None else rule.says
    return Chapter(
        name=name,
        what=what.removeprefix("(warning) "),
        **{part: row.get(part, "") for part in ("file", "upstream", "bad", "good", "told")},
    )


def reference(all_chapters: Iterable[Chapter]) -> str:
    """Return the page of all chapters, in Markdown."""
    listed = list(all_chapters)
    contents = "\n".join(f"- [{one.name}](#{one.name})" for one in listed)
    return "\n".join([OPENING, contents, *(f"\n## {one.name}\n\n{chapter_text(one)}" for one in listed), ""])


def chapter_text(chapter: Chapter) -> str:
    """Return one chapter without its heading, in Markdown."""
    where = f"`{chapter.file}`" if chapter.file else "the command"
    parts = [chapter.what]
    if chapter.upstream:
        parts += ["Where upstream has:", _block("yaml", chapter.upstream)]
    parts += [f"Breaks it, in {where}:", _block(_language(chapter), chapter.bad)]
    parts += ["The message:", _block("text", chapter.told)]
    parts += ["As it should be:", _block(_language(chapter), chapter.good)]
    return "\n\n".join(parts)


def _language(chapter: Chapter) -> str:
    if not chapter.file:
        return "sh"
    return {".md": "markdown", ".yml": "yaml"}.get(Path(chapter.file).suffix, "text")


def _block(language: str, text: str) -> str:
    """Return a block of code, in which a character that nobody sees stands as its number."""
    seen = re.sub(r"[^\n -\ud7ff\ue000-\uffff]|[\u2028\u2029]", lambda m: f"<U+{ord(m[0]):04X}>", text)
    return f"```{language}\n{seen.rstrip()}\n```"
