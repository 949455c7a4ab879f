"""The reference of every key, and the schema of a fork's local.yml: both are made from the schemas."""

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema_rs import Draft202012Validator, meta

from decision_tree.cli import ROOT, main
from decision_tree.keys.schemas import GENERATED, read, schema_files
from decision_tree.reading.load import load
from decision_tree.schemas.bundled import bundled
from decision_tree.sources import REFERENCE_FILES

FOLDER = ROOT / "decision_tree"
SCHEMAS = schema_files(ROOT)
KEYS = [
    pytest.param(key, id=f"{file.name.removesuffix('.schema.json')}:{part.name}:{key.path}")
    for file in SCHEMAS
    for part in read(file, ROOT).parts
    for key in part.keys
]


def printed(capsys, *arguments: str) -> str:
    assert main(["keys", *arguments]) == 0
    return capsys.readouterr().out


def properties(node) -> int:
    """How many properties a schema declares, wherever they stand."""
    own = node.get("properties", {})
    each = [node[key] for key in ("additionalProperties", "items") if isinstance(node.get(key), dict)]
    inner = [*own.values(), *node.get("$defs", {}).values(), *each]
    return len(own) + sum(map(properties, inner))


@pytest.mark.parametrize("key", KEYS)
def test_every_key_has_its_description_and_an_example(key):
    assert key.description
    assert key.examples


@pytest.mark.parametrize("file", SCHEMAS, ids=lambda file: file.name)
def test_no_key_of_a_schema_is_left_out(file):
    schema = bundled(file)
    told = [key for part in read(file, ROOT).parts for key in part.keys]

    assert len([key for key in told if not re.search(r"(^|\.)ID$", key.path)]) == properties(schema)


def test_the_schemas_of_all_files_are_read():
    names = {file.name.removesuffix(".schema.json") for file in SCHEMAS}

    assert {"tree", *REFERENCE_FILES} <= names
    assert GENERATED.removesuffix(".schema.json") not in names


def test_the_reference_is_the_one_that_the_schemas_make(capsys):
    assert (FOLDER / "KEYS.md").read_text() == printed(capsys), "run `make keys`"


def test_the_schema_of_local_yml_is_the_one_that_the_others_make(capsys):
    assert (FOLDER / GENERATED).read_text() == printed(capsys, "--local"), "run `make keys`"


def test_what_no_copy_can_remove_is_said_to_stay(capsys):
    tree = printed(capsys).partition("\n## decision_tree/tree.yml\n")[2]
    rows = dict(re.findall(r"(?m)^\| \*{0,2}`([^`]+)`\*{0,2} \| (.+)$", tree.partition("\n### ")[0]))

    for key in ("site", "tracks", "hub", "interface", "plan_finder"):
        assert "**Cannot be removed.**" in rows[key]
    assert "**Cannot be removed:** `in-crisis`." in rows["outcomes"]
    assert "**Cannot be removed**, nor can its `hub`, `find-your-path`, `paths`, `embed`." in rows["pages"]
    assert "Cannot be removed" not in rows["faq"]


def test_every_link_of_the_reference_leads_to_a_heading(capsys):
    text = printed(capsys)
    anchors = {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"(?m)^#+ (.+)$", text)
    }
    links = set(re.findall(r"\]\(#([^)]+)\)", text))

    assert links
    assert links - anchors == set()


def test_every_row_of_the_reference_has_its_four_cells(capsys):
    rows = [line for line in printed(capsys).splitlines() if line.startswith("|")]

    assert [row for row in rows if len(re.findall(r"(?<!\\)\|", row)) != 5] == []


@pytest.fixture(scope="module")
def local_schema():
    schema = json.loads((FOLDER / GENERATED).read_text())
    meta.validate(schema)
    return Draft202012Validator(schema)


def refused(schema, text: str) -> list[str]:
    return [error.message for error in schema.iter_errors(yaml.safe_load(text))]


@pytest.mark.parametrize(
    "patch",
    [
        "# nothing yet",
        "faq: {cost: null}",
        "outcomes: {urgent: {title: Act today}}",
        "outcomes: {urgent: null}",
        "questions: {letter: {options: {denial: {label: Yes it says no}}}}",
        'reference: {facts: {facts: {int-180: {reviewed: "2026-11-23"}}}}',
        "reference: {regulators: null}",
    ],
)
def test_a_fork_may_write_a_part_of_anything_or_remove_it(patch, local_schema):
    assert refused(local_schema, patch) == []


@pytest.mark.parametrize(
    "patch",
    [
        "fqa: {}",
        "faq: {cost: {anwser: A lot.}}",
        "outcomes: {urgent: {title: 5}}",
        "outcomes: {urgent: {path: G}}",
        "reference: {fact: {}}",
        "reference: {facts: {facts: {int-180: {authorty: x}}}}",
    ],
)
def test_a_wrong_key_or_a_wrong_kind_is_seen_while_typing(patch, local_schema):
    assert refused(local_schema, patch)


def test_whatever_stands_in_the_guide_may_stand_in_local_yml(local_schema):
    whole = dict(load(FOLDER / "tree.yml").data)
    whole["reference"] = {name: load(FOLDER / "reference" / f"{name}.yml").data for name in REFERENCE_FILES}

    assert [error.message[:200] for error in local_schema.iter_errors(whole)] == []


def test_the_example_of_a_local_file_fits(local_schema):
    assert refused(local_schema, Path(FOLDER / "local.example.yml").read_text()) == []
