"""What passes the check can be built: whatever a fork takes away is refused at its own line, or not missed.

Each key of the guide's files is taken away. Where the schemas alone say that it must stay, all keys of that
kind are taken away in one file, and each is told at its line. Of every other kind, which may go, keys are
taken away one at a time: the check refuses it at that line, or every page is made without it.
"""

import json
import posixpath
import re
from collections import defaultdict
from dataclasses import replace
from types import SimpleNamespace

import pytest

from decision_tree import checks
from decision_tree.checks.pages.files import NAMES
from decision_tree.judged_day import judged_day, last_day_begun
from decision_tree.model import build, build_reference, changes
from decision_tree.problems import errors_in
from decision_tree.project import ROOT
from decision_tree.reading.load import load_text
from decision_tree.schemas.bundled import bundled
from decision_tree.schemas.schema import Schema
from decision_tree.sources import REFERENCE, SCHEMAS, read_sources
from macros.context import context_of
from macros.pages import fixed_page, outcome_page

pytestmark = pytest.mark.upstream

FILES = ("tree", *REFERENCE)
UPSTREAM = read_sources(ROOT, judged_day(ROOT), begun=last_day_begun()).upstream
SCHEMA = dict(zip(FILES, SCHEMAS, strict=False))

# Kinds of which each single key is tried: what templates name lives there.
EACH = {
    "tree ID",
    "tree pages.ID",
    "tree passages.ID",
    "tree tracks.ID",
    "tree examples.ID",
    "deadlines events.ID",
}


def ways(data, way=()):
    """Yield the way to every key of a file, at every level."""
    for key, inner in data.items() if isinstance(data, dict) else ():
        yield (*way, key)
        yield from ways(inner, (*way, key))


class Kinds:
    """What the schema of one file says of the keys in it."""

    def __init__(self, name):
        self.schema = bundled(SCHEMA[name])
        self.keeps = Schema.read(SCHEMA[name]).keeps

    def of(self, way):
        """The kind of a key, e.g. `questions.ID.text`, and whether the mapping around it must have it."""
        node, kind, must = self.schema, [], False
        for step in way:
            known = node.get("properties", {})
            must = step in node.get("required", ())
            kind.append(step if step in known else "ID")
            node = known.get(step, node.get("additionalProperties", {}))
            while "$ref" in node:
                node = self.schema["$defs"][node["$ref"].rpartition("/")[2]]
        return ".".join(kind), must


def sorted_out():
    """All ways by file and kind: those that the schemas keep, and those that may go."""
    kept, free = defaultdict(list), defaultdict(list)
    for name in FILES:
        kinds = Kinds(name)
        for way in ways(getattr(UPSTREAM, name).data):
            kind, must = kinds.of(way)
            # Each word of the interface has a key of its own: they are taken away together all the same.
            kind = "interface.ID" if way[0] == "interface" and len(way) > 1 else kind
            (kept if must or kinds.keeps(way) else free)[f"{name} {kind}"].append(way)
    return kept, free


KEPT, FREE = sorted_out()
TRIED = [
    (kind.partition(" ")[0], way)
    for kind, all_ways in FREE.items()
    for way in (all_ways if kind in EACH or "." not in kind else all_ways[:1])
]


def without(name, *removed):
    """The guide with a fork's file over it that takes these keys away, each on a line of its own."""
    patch = {}
    for way in removed:
        inner = patch
        for key in (() if name == "tree" else ("reference", name)) + way[:-1]:
            inner = inner.setdefault(key, {})
        inner[way[-1]] = None
    return UPSTREAM.with_local(load_text(json.dumps(patch, indent=1), "local.yml"))


def lines_of_removals(sources):
    return {number for number, line in enumerate(sources.local.text.splitlines(), 1) if ": null" in line}


@pytest.mark.parametrize("kind", KEPT)
def test_what_must_stay_is_refused_at_the_line_that_takes_it_away(kind):
    name, all_ways = kind.partition(" ")[0], KEPT[kind]
    sources = without(name, *all_ways)
    document = getattr(sources, name)
    told = {
        *Schema.read(SCHEMA[name]).problems(document),
        *checks.RULES["must-stay"](sources),
    }

    assert lines_of_removals(sources) <= {one.line for one in told if one.file == "local.yml"}
    assert len(lines_of_removals(sources)) == len(all_ways)


@pytest.mark.parametrize(("name", "way"), TRIED, ids=[f"{name}-{'.'.join(way)}" for name, way in TRIED])
def test_what_may_go_is_refused_at_its_line_or_every_page_does_without(name, way):
    sources = without(name, way)
    errors = errors_in(checks.run(sources))

    assert {one.file for one in errors} <= {"local.yml"}
    if errors:
        assert {one.line for one in errors} & lines_of_removals(sources)
    else:
        assert links_to_nowhere(pages_of(sources)) == []


def pages_of(sources):
    """The Markdown of each page of the guide, by its file."""
    files = (sources.facts, sources.deadlines, sources.denial_codes, sources.regulators)
    reference = build_reference.reference(*(file.data for file in files))
    guide = replace(
        build.guide(sources.tree.data, reference, changes.releases(sources.changes.data)),
        removed_outcomes=sources.removed_outcomes,
        removed_parts=sources.removed_parts,
    )
    made = {}
    for id_ in UPSTREAM.pages:
        file = NAMES.get(id_, f"{id_}.md")
        made[file] = fixed_page(on_page(guide, file), id_).markdown
    for id_ in UPSTREAM.outcomes:
        file = f"paths/{id_}.md"
        made[file] = outcome_page(on_page(guide, file), id_).markdown
    return made


def on_page(guide, file):
    page = SimpleNamespace(meta={}, file=SimpleNamespace(src_uri=file))
    return context_of(guide, page, UPSTREAM.on, "https://example.org/")


ANCHOR = re.compile(r'\{:[^}\n]*#([a-z0-9_-]+)|\bid="([^"]+)"')
PART = re.compile(r"\]\(([a-z0-9/._-]+\.md)#([a-z0-9-]+)\)")


def links_to_nowhere(made):
    """The Markdown links to a part of a page that is not there: they stop a strict build."""
    anchors = {file: {a or b for a, b in ANCHOR.findall(text)} for file, text in made.items()}
    return [
        (file, target, part)
        for file, text in made.items()
        for target, part in PART.findall(text)
        if part not in anchors[posixpath.normpath(posixpath.join(posixpath.dirname(file), target))]
    ]


def test_the_guide_itself_has_no_link_to_nowhere():
    assert links_to_nowhere(pages_of(UPSTREAM)) == []


def test_every_name_by_which_templates_ask_for_a_text_is_kept():
    asked = set()
    for file in (ROOT / "macros").rglob("*"):
        if file.suffix in (".py", ".md", ".html"):
            text = file.read_text(encoding="utf-8")
            asked |= {("passages", id_) for id_ in re.findall(r"guide\.passages\['([a-z-]+)'\]", text)}
            asked |= {("pages", id_) for id_ in re.findall(r"guide\.pages(?:\['|\.)([a-z0-9-]+)", text)}
    keeps = Schema.read(SCHEMA["tree"]).keeps
    named = {way for way in asked if way[1] in UPSTREAM.tree.data[way[0]]}

    assert ("passages", "closing") in named
    assert [way for way in sorted(named) if not keeps(way)] == []
