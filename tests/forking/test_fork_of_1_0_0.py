"""A fork of release 1.0.0 takes today's guide: nothing that it relies on is gone.

`fork_of_1_0_0/files/` is what an organization could own that forked release 1.0.0: its `mkdocs.yml`, its
`local.yml`, its pictures and its pages. It uses every key that could be changed in that release, and removes
one of everything that could be removed. Here it is laid over the guide as it stands now, as an update would
be. Such an organization is promised, for as long as the first number of the release does not grow, that

- `check` finds no error in what it wrote: a rule that is newer than its words may only warn,
- its site builds, and each of its words still stands on a page,
- each address and each anchor of its site is still there, since people have linked and printed them.

So where a change makes these tests fail, the change is what must give way. Never change the files of the
fork, or what was recorded of it:

- `keys.txt`: every key that the schemas of 1.0.0 let a fork change. "null": what stands there could be
  removed. (An alias could not be removed, for there was none; nor could a track, a part of the home
  page, a word of the interface, an event or a plan of the deadlines, which others need.)
- `addresses.txt`: each address of that fork's site as 1.0.0 built it, with the anchors of the page. Titles of
  pages, footnotes and what belongs to the theme are left out.
- `unseen.txt`: the words of the fork that stood on no page in 1.0.0.
"""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from following import install
from repositories import ROOT, copy_files, guide, run

pytestmark = [pytest.mark.upstream, pytest.mark.xdist_group("fork of 1.0.0")]

HERE = Path(__file__).parent / "fork_of_1_0_0"
FILES = {"local.yml": "decision_tree/local.yml", "mkdocs.yml": "mkdocs.yml"}
SCHEMAS = {
    "local.yml": "decision_tree/local.schema.json",
    "mkdocs.yml": "decision_tree/settings/brand.schema.json",
}
OWN = {name: yaml.safe_load((HERE / "files" / file).read_text()) for name, file in FILES.items()}
RECOGNIZED = re.compile(r"Lakeshore|lakeshore-care\.example|555-01")
"""What the fork's words can be told by; all else in its files are ids and choices."""


def lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text().splitlines() if line and not line.startswith("#")]


KEYS = lines("keys.txt")
ADDRESSES = {
    address: anchors.split()
    for address, _, anchors in (line.partition(":") for line in lines("addresses.txt"))
}
UNSEEN = set(lines("unseen.txt"))


@pytest.fixture(scope="session")
def fork(tmp_path_factory) -> Path:
    """Today's guide with the files of the fork laid over it."""
    project = copy_files(tmp_path_factory.mktemp("fork-of-1.0.0") / "project")
    for file in (HERE / "files").rglob("*"):
        if file.is_file():
            there = project / file.relative_to(HERE / "files")
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(file.read_bytes())
    install(project)
    return project


@pytest.fixture(scope="session")
def site(fork, epoch) -> Path:
    """The fork's site, made by `make site` as its workflow does."""
    made = run(fork, "make", "site", SOURCE_DATE_EPOCH=epoch)
    assert made.returncode == 0, made.stdout + made.stderr
    return fork / "site"


@pytest.fixture(scope="session")
def pages(site) -> dict[str, str]:
    """The HTML of each page, by its address."""
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): file.read_text(encoding="utf-8")
        for file in site.rglob("*.html")
    }


# What the check says


def test_the_check_finds_no_error_in_what_it_wrote(fork, epoch, record_property, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    checked = guide(fork, "check", "--format", "json")

    problems = json.loads(checked.stdout)
    record_property("warnings", [each for each in problems if each["severity"] == "warning"])
    assert [each for each in problems if each["severity"] != "warning"] == []
    assert checked.returncode == 0, checked.stdout + checked.stderr


# What stands on its pages


def words_of(value: object, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield each text of the fork by its path, e.g. ("local.yml faq.lakeshore-hours.question", "…")."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from words_of(one, (*path, str(key)))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from words_of(one, (*path, str(number)))
    elif isinstance(value, str) and RECOGNIZED.search(value):
        yield f"{path[0]} {'.'.join(path[1:])}", value


WORDS = [found for name, data in OWN.items() for found in words_of(data, (name,))]
NO_WORDS = re.compile(r"\[\^[^\]]*\]|\]\([^)]*\)|\[|\{[^}]*\}|^\s*[-*] |\*|\n", re.MULTILINE)
"""Marks between the words of a text: citations, links, blanks, passages, items of a list, stress."""
SPACE_AND_QUOTES = re.compile(r"[\s'\"\u2018\u2019\u201c\u201d]+")


def plain(text: str) -> str:
    return SPACE_AND_QUOTES.sub("", text)


def said_on(page: str) -> str:
    """What a page says: its text, and what stands in its attributes."""
    attributes = re.findall(r'="([^"]*)"', page)
    return plain(html.unescape("\n".join([re.sub(r"<[^>]*>", "", page), *attributes])))


def test_each_of_its_words_stands_on_a_page(pages):
    said = "\n".join(map(said_on, pages.values()))
    lost = [
        (path, text)
        for path, text in WORDS
        if path not in UNSEEN and not all(plain(piece) in said for piece in NO_WORDS.split(text))
    ]

    assert lost == []


def test_what_it_removed_stands_nowhere(pages):
    upstream = yaml.safe_load((ROOT / "decision_tree" / "tree.yml").read_text())
    removed = [
        upstream["faq"]["cost"]["question"],
        upstream["not_to_do"]["feelings-only"]["do_not"],
        upstream["outcomes"]["medicine"]["reviewers"]["items"]["samples"],
        upstream["outcomes"]["not-medically-necessary"]["today"]["check-codes"]["do"],
    ]
    said = "\n".join(map(said_on, pages.values()))

    for text in removed:
        assert not all(plain(piece) in said for piece in NO_WORDS.split(text)), text


# Its addresses


def test_each_of_its_addresses_is_still_there(site):
    files = {re.sub(r"(^|/)$", r"\1index.html", address): address for address in ADDRESSES}
    missing = [address for file, address in files.items() if not (site / file).is_file()]

    assert missing == []


def test_each_of_its_anchors_is_still_there(pages):
    moved = OWN["local.yml"]["interface"]["page_moved"]
    missing = {
        address: lost
        for address, anchors in ADDRESSES.items()
        if address in pages
        and f"<title>{moved}" not in pages[address]
        and (lost := sorted({*anchors} - {*re.findall(r'\sid="?([^"\s>]+)', pages[address])}))
    }

    assert missing == {}


# Its completeness


def used(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield each key that a file of the fork uses, down to the values."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from used(one, (*path, str(key)))
    elif isinstance(value, list):
        for one in value:
            yield from used(one, (*path, "[]"))
    else:
        yield (*path, "null") if value is None else path


def inner(schema: dict, node: dict) -> Iterator[tuple[str, dict]]:
    """Yield the nodes below a node of a schema, each by its key, ID or []."""
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].rpartition("/")[2]]
    yield from node.get("properties", {}).items()
    for key, kind in (("ID", "additionalProperties"), ("[]", "items")):
        if isinstance(node.get(kind), dict):
            yield key, node[kind]


def keys(schema: dict, node: dict, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield each key that a schema lets a fork set, and each entry by an id, which it could remove."""
    below = list(inner(schema, node))
    if path and path[-1] == "ID":
        yield (*path, "null")
    if not below:
        yield path
    for key, one in below:
        yield from keys(schema, one, (*path, key))


def fits(key: tuple[str, ...], path: tuple[str, ...]) -> bool:
    """Whether a key, in which ID stands for any id, is what is used at `path`."""
    return len(key) == len(path) and all(a in (b, "ID") for a, b in zip(key, path, strict=True))


def test_it_uses_every_key_that_a_fork_of_1_0_0_could_change():
    written = {name: list(used(data)) for name, data in OWN.items()}
    unused = [
        line
        for line in KEYS
        for name, _, key in [line.partition(" ")]
        if not any(fits(tuple(key.split(".")), path) for path in written[name])
    ]

    assert unused == []


def test_every_key_of_1_0_0_can_be_changed_today():
    known = set()
    for name, file in SCHEMAS.items():
        schema = json.loads((ROOT / file).read_text())
        known |= {f"{name} {'.'.join(key)}" for key in keys(schema, schema)}
    # An interface whose every word is a key of its own still holds what was a mapping by id.
    known |= {re.sub(r" interface\.\w+$", " interface.ID", key) for key in known}

    assert [key for key in KEYS if key not in known] == []
