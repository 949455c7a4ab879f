"""What passes the check can be built: whatever a fork takes away is refused at its own line, or not missed.

Each key of the guide's files is taken away. Where the schemas alone say that it must stay, all keys of that
kind are taken away in one file, and each is told at its line. All others, which may go, are taken away some
hundred at a time, far from each other: what the check refuses is put back, and every page is made without the
rest; where one cannot be made, halves are tried until one key is left. What templates name, and one key of
each kind that something else needs, is taken away alone: the check refuses it at that line, or every page is
made without it.
"""

import json
import posixpath
import re
from collections import Counter, defaultdict
from dataclasses import replace
from types import SimpleNamespace

import pytest

from decision_tree import checks
from decision_tree.judged_day import judged_day, last_day_begun
from decision_tree.model import build, build_reference, changes
from decision_tree.model.guide import outcome_file, page_file
from decision_tree.problems import errors_in
from decision_tree.project import ROOT, read_sources
from decision_tree.reading.load import load_text
from decision_tree.reading.plain import value_at
from decision_tree.schemas.bundled import bundled
from decision_tree.schemas.schema import Schema
from decision_tree.sources import REFERENCE_FILES, SCHEMAS
from macros.context import context_of
from macros.pages import fixed_page, outcome_page

pytestmark = pytest.mark.upstream

FILES = ("tree", *REFERENCE_FILES)
UPSTREAM = read_sources(ROOT, judged_day(ROOT), begun=last_day_begun()).upstream
SCHEMA = dict(zip(FILES, SCHEMAS, strict=False))

BATCHES = 20
QUOTED = re.compile(r'"([^"]+)"')

# Kinds of which each key is tried alone: what templates name lives there, and what no message names.
EACH = {
    "tree ID",
    "tree pages.ID",
    "tree passages.ID",
    "tree tracks.ID",
    "tree examples.ID",
    "deadlines events.ID",
    "tree not_claims.ID",
}


# What routes are made of. Several together can leave a page out that each alone does not, so that they go
# into no batch: one of ten is tried alone.
STRUCTURE = {
    "tree questions.ID",
    "tree questions.ID.options.ID",
    "tree outcomes.ID",
    "tree plan_finder.questions.ID",
    "tree plan_finder.questions.ID.options.ID",
    "tree plan_finder.outcomes.ID",
}
SAMPLE = 10


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


KINDS = {name: Kinds(name) for name in FILES}


def sorted_out():
    """All ways by file and kind: those that the schemas keep, and those that may go."""
    kept, free = defaultdict(list), defaultdict(list)
    for name in FILES:
        for way in ways(getattr(UPSTREAM, name).data):
            kind, must = KINDS[name].of(way)
            # Each word of the interface has a key of its own: they are taken away together all the same.
            kind = "interface.ID" if way[0] == "interface" and len(way) > 1 else kind
            (kept if must or KINDS[name].keeps(way) else free)[f"{name} {kind}"].append(way)
    return kept, free


KEPT, FREE = sorted_out()
Key = tuple[str, tuple[str, ...]]
"""A key of the guide: its file, e.g. `facts`, and the way to it there."""
ALONE = [
    (kind.partition(" ")[0], way)
    for kind, all_ways in FREE.items()
    if kind in EACH | STRUCTURE
    for way in (all_ways if kind in EACH else all_ways[::SAMPLE])
]


class Batch:
    """Keys that are taken away at once. None holds another, and most of what stands beside each stays."""

    def __init__(self) -> None:
        self.keys: dict[Key, None] = {}
        self._above: set[Key] = set()
        self._beside: Counter[Key] = Counter()

    def takes(self, name, way):
        """Whether the key may go with the others; if so, it is one of them."""
        above = [(name, way[:length]) for length in range(len(way))]
        siblings = value_at(getattr(UPSTREAM, name).data, way[:-1])
        if (name, way) in self._above or any(key in self.keys for key in above):
            return False
        if self._beside[above[-1]] >= max(1, len(siblings) // 4):
            return False
        self.keys[name, way] = None
        self._above.update(above)
        self._beside[above[-1]] += 1
        return True


def batches():
    """All keys that may go, in batches."""
    found = [Batch() for _ in range(BATCHES)]
    keys = [
        (kind.partition(" ")[0], way)
        for kind, all_ways in FREE.items()
        if kind not in EACH | STRUCTURE
        for way in all_ways
    ]
    for number, key in enumerate(keys):
        turned = found[number % BATCHES :] + found[: number % BATCHES]
        if not any(batch.takes(*key) for batch in turned):
            found.append(Batch())
            found[-1].takes(*key)
    return [list(batch.keys) for batch in found]


BATCHED = batches()


def without(*keys):
    """The guide with a fork's file over it that takes these keys away, each on a line of its own."""
    return with_values(dict.fromkeys(keys))


def with_values(values):
    """The guide with a fork's file over it that has these values, each on a line of its own."""
    patch = {}
    for key, value in values.items():
        inner = patch
        *outer, last = path_in_local(*key)
        for step in outer:
            inner = inner.setdefault(step, {})
        inner[last] = value
    return UPSTREAM.with_local(load_text(json.dumps(patch, indent=1), "local.yml"))


def path_in_local(name, way):
    return way if name == "tree" else ("reference", name, *way)


def lines_of_removals(sources):
    return {number for number, line in enumerate(sources.local.text.splitlines(), 1) if ": null" in line}


@pytest.mark.parametrize("kind", KEPT)
def test_what_must_stay_is_refused_at_the_line_that_takes_it_away(kind):
    name, all_ways = kind.partition(" ")[0], KEPT[kind]
    sources = without(*((name, way) for way in all_ways))
    document = getattr(sources, name)
    told = {
        *Schema.read(SCHEMA[name]).problems(document),
        *checks.RULES["must-stay"](sources),
    }

    assert lines_of_removals(sources) <= {one.line for one in told if one.file == "local.yml"}
    assert len(lines_of_removals(sources)) == len(all_ways)


def holds_alone(key):
    """Hold that the check refuses a removal at its line and nowhere else, or that every page does without."""
    sources = without(key)
    errors = errors_in(checks.run(sources))

    assert {one.file for one in errors} <= {"local.yml"}
    if errors:
        assert {one.line for one in errors} & lines_of_removals(sources)
    else:
        assert links_to_nowhere(pages_of(sources)) == []


@pytest.mark.parametrize("key", ALONE, ids=lambda key: f"{key[0]}-{'.'.join(key[1])}")
def test_what_may_go_is_refused_at_its_line_or_every_page_does_without(key):
    holds_alone(key)


def test_no_key_is_left_out():
    in_files = {(name, way) for name in FILES for way in ways(getattr(UPSTREAM, name).data)}
    alone = {kind: keys for kind, keys in FREE.items() if kind in EACH | STRUCTURE}
    one_by_one = {
        (kind.partition(" ")[0], way)
        for kinds in (KEPT, alone)
        for kind, keys in kinds.items()
        for way in keys
    }

    assert {key for batch in BATCHED for key in batch} | one_by_one == in_files


@pytest.mark.parametrize("batch", BATCHED, ids=range(len(BATCHED)))
def test_what_the_check_lets_go_is_missed_by_no_page(batch):
    gone, needed = let_go(batch)

    assert culprits(gone) == []
    for key in one_of_each_kind(needed):
        holds_alone(key)


def let_go(batch):
    """What of a batch the check lets go, and what it puts back since something elsewhere needs it."""
    gone, needed = list(batch), []
    while errors := errors_in(checks.found(without(*gone))):
        local = without(*gone).local
        lines = {local.key_position(path_in_local(*key)).line: key for key in gone}
        told = {lines[one.line] for one in errors if one.file == "local.yml" and one.line in lines}
        words = " ".join(one.message for one in errors if one.file != "local.yml")
        named = set(QUOTED.findall(words))
        missed = {key for key in gone if key[1][-1] in named} - told
        if not told | missed:
            missed = {one_to_blame(gone)}
        gone = [key for key in gone if key not in told | missed]
        needed += sorted(missed)
    return gone, needed


def one_to_blame(keys):
    """The key whose removal breaks something, where the message does not name it."""
    while len(keys) > 1:
        half = keys[: len(keys) // 2]
        keys = half if errors_in(checks.found(without(*half))) else keys[len(keys) // 2 :]
    assert errors_in(checks.found(without(*keys))), "no removal alone breaks what several break together"
    return keys[0]


CONFIRMED = set()


def one_of_each_kind(keys):
    """The first key of each kind that none was tried of yet."""
    for name, way in keys:
        kind = f"{name} {KINDS[name].of(way)[0]}"
        if kind not in CONFIRMED:
            CONFIRMED.add(kind)
            yield name, way


def culprits(keys):
    """The first key without which some page cannot be made, and what went wrong; nothing where all can."""
    try:
        lost = links_to_nowhere(pages_of(without(*keys)))
    except Exception as error:  # noqa: BLE001 (whatever it is, it ends the build)
        lost = [repr(error)]
    if not lost or len(keys) < 2:
        return [(keys, lost)] if lost else []
    half = len(keys) // 2
    return culprits(keys[:half]) or culprits(keys[half:]) or [(keys, lost)]


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
        file = page_file(id_)
        made[file] = fixed_page(on_page(guide, file), id_).markdown
    for id_ in UPSTREAM.outcomes:
        file = outcome_file(id_)
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


BLANK = re.compile(r"\{([a-z_-]+)\}")


def test_each_blank_in_each_text_is_refused_where_it_is_misspelled():
    """All texts stand in one file: first with their first blank misspelled, then with their second."""
    texts = {
        key: blanks
        for name in FILES
        for key, words in words_of(name)
        if (blanks := list(dict.fromkeys(BLANK.findall(words))))
    }
    for number in range(max(map(len, texts.values()))):
        keys = {key: blanks[number] for key, blanks in texts.items() if number < len(blanks)}
        sources = with_values({key: misspelled(key, blank) for key, blank in keys.items()})
        told = {one.line for one in errors_in(checks.found(sources)) if one.rule in ("blank", "passage")}

        lines = {sources.local.position(path_in_local(*key)).line: key for key in keys}
        assert [key for line, key in lines.items() if line not in told] == []
    assert len(texts) > len(FILES)


def words_of(name):
    """Each text of a file with its key."""
    data = getattr(UPSTREAM, name).data
    for way in ways(data):
        words = value_at(data, way)
        if isinstance(words, str):
            yield (name, way), words


def misspelled(key, blank):
    """The words with a letter too many in one of their blanks."""
    name, way = key
    return value_at(getattr(UPSTREAM, name).data, way).replace(f"{{{blank}}}", f"{{{blank}x}}")
