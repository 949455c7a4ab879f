"""Writes the reference of every key, in Markdown, for people who edit the guide."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from decision_tree.keys.schemas import Described, Key, Part, read, schema_files

OPENING = """\
# Every key

Made from the schemas by `make keys`: do not edit this page. To change what it says, change the schema.

In a path, **ID** stands for an id that you choose, and **[]** for each entry of a list. A key in **bold**
must be there. What **cannot be removed** stays in every copy: its `local.yml` can write it anew. All else
goes with `null`, unless something that stays needs it: the check then says what. An editor with the YAML
extension shows the same words while you type: `.vscode/` sets it up.
"""


def reference(root: Path) -> str:
    """Return the reference of all keys of the project in `root`."""
    described = [read(file, root) for file in schema_files(root)]
    contents = "\n".join(f"- [{one.title}: `{one.file}`](#{_anchor(one.file)})" for one in described)
    return "\n".join([OPENING, contents, *(_file(one) for one in described)])


def _file(one: Described) -> str:
    heading = one.file
    headings = {part.name: _part_heading(heading, part.name) for part in one.parts if part.name}
    headings |= {text.path: _part_heading(heading, "kinds of text") for text in one.texts}
    anchors = {name: _anchor(words) for name, words in headings.items()}
    lines = [f"\n## {heading}"]
    for part in one.parts:
        lines += [*_part_head(heading, part), *_tables(heading, part, anchors)]
    if one.texts:
        lines += [f"\n### {_part_heading(heading, 'kinds of text')}\n", *_table(one.texts, {})]
    return "\n".join(lines)


def _part_head(heading: str, part: Part) -> Iterator[str]:
    if part.name:
        yield f"\n### {_part_heading(heading, part.name)}"
    yield f"\n{_cell(part.description)}\n"


def _tables(heading: str, part: Part, anchors: Mapping[str, str]) -> Iterator[str]:
    """One table; where the keys name the component that shows them, one for each component."""
    components = dict.fromkeys(key.component for key in part.keys)
    for number, component in enumerate(components):
        if component:
            yield ("\n" if number else "") + f"#### {_part_heading(heading, part.name)}: {component}\n"
        yield from _table([key for key in part.keys if key.component == component], anchors)


def _table(keys: Sequence[Key], anchors: Mapping[str, str]) -> Iterator[str]:
    """What is shown by a component has its words in the guide, and so needs no example: it has blanks."""
    is_shown = any(key.component for key in keys)
    yield f"| key | what stands there | what it is | {'blanks' if is_shown else 'example'} |"
    yield "| --- | --- | --- | --- |"
    for key in keys:
        name = f"**`{key.path}`**" if key.must else f"`{key.path}`"
        last = ", ".join(f"`{{{blank}}}`" for blank in key.blanks) if is_shown else _example(key.examples)
        yield f"| {name} | {_kind(key, anchors)} | {_cell(key.description)}{_stays(key)} | {last} |"


def _stays(key: Key) -> str:
    """What of a key no copy can remove, in words."""
    ids = ", ".join(f"`{id_}`" for id_ in key.kept)
    if key.stays:
        return f" **Cannot be removed**, nor can its {ids}." if ids else " **Cannot be removed.**"
    return f" **Cannot be removed:** {ids}." if ids else ""


def _kind(key: Key, anchors: Mapping[str, str]) -> str:
    """The kind in words; the name of a part or of a kind of text leads to where it is explained."""
    if key.points_to not in anchors:
        return _cell(key.kind)
    before, name, after = key.kind.rpartition(key.points_to)
    return f"{before}[{name}](#{anchors[key.points_to]}){after}"


def _example(examples: Sequence[Any]) -> str:
    """The first example, as one would write it in YAML on one line."""
    text = yaml.safe_dump(
        examples[0], default_flow_style=True, width=float("inf"), sort_keys=False, allow_unicode=True
    )
    code = text.removesuffix("\n").removesuffix("\n...").replace("|", "\\|")
    return f"`` {code} ``" if "`" in code else f"`{code}`"


def _part_heading(heading: str, name: str) -> str:
    return f"{heading}: {name}"


def _anchor(heading: str) -> str:
    """The anchor that GitHub gives a heading."""
    kept = "".join(letter for letter in heading.lower() if letter.isalnum() or letter in " -_")
    return kept.replace(" ", "-")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("[^", "\\[^")
