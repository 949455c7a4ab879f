"""Whatever a fork may want to change alone has a key of its own: a merge patch replaces a list whole."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

import json

import pytest

from decision_tree.model import build_reference
from decision_tree.reading.layers import lay, merged
from decision_tree.reading.load import load, load_text
from decision_tree.schemas.bundled import bundled
from decision_tree.schemas.schema import Schema
from decision_tree.sources import HERE, REFERENCE_FILES, SCHEMAS

NAMES = ("tree", *REFERENCE_FILES)
SCHEMA = dict(zip(NAMES, SCHEMAS, strict=False))  # what follows is no file that a fork patches
FILES = {
    name: load(HERE / ("tree.yml" if name == "tree" else f"reference/{name}.yml"), f"{name}.yml")
    for name in NAMES
}
CODES = ("adjustment_codes", "remark_codes", "service_codes")

TABLES = [
    ("tree", "not_claims", "why"),
    ("regulators", "states", "note"),
    ("regulators", "exceptions", "who"),
    *(("denial_codes", table, "meaning") for table in CODES),
]
"""Each table with a key that every one of its rows may have."""

every_table = pytest.mark.parametrize(("name", "table", "key"), TABLES, ids=[row[1] for row in TABLES])


def model(regulators=None, denial_codes=None):
    """The reference data's model, with a merge patch on two of its files."""
    patches = {"regulators": regulators, "denial_codes": denial_codes}
    files = [
        merged(FILES[name].data, patches[name]) if patches.get(name) else FILES[name].data
        for name in REFERENCE_FILES
    ]
    return build_reference.reference(*files)


def items_in(schema):
    """What the items of each list must be by a schema, with the way to it."""
    todo = [((), schema)]
    while todo:
        path, value = todo.pop()
        if "items" in value and path[-1:] not in (("properties",), ("$defs",)):
            yield path, value["items"]
        todo.extend(
            ((*path, key), inner)
            for key, inner in value.items()
            if key != "examples" and isinstance(inner, dict)
        )


@pytest.mark.parametrize("name", NAMES)
def test_a_list_holds_names_or_lines_and_never_entries(name):
    schema = bundled(SCHEMA[name])
    found = dict(items_in(schema))

    assert found
    for path, items in found.items():
        kind = schema["$defs"][items["$ref"].removeprefix("#/$defs/")] if "$ref" in items else items
        assert kind.get("type") == "string" or all(isinstance(one, str) for one in kind["enum"]), path


@every_table
def test_a_patch_of_one_entry_leaves_its_neighbors_and_their_order(name, table, key):
    before = FILES[name].data[table]
    for id_ in before:
        after = merged(FILES[name].data, {table: {id_: {key: "Ours."}}})[table]

        assert list(after) == list(before)
        assert {one for one in before if after[one] != before[one]} == {id_}
        assert after[id_] == {**before[id_], key: "Ours."}


@every_table
def test_an_entry_that_is_patched_fits_the_schema(name, table, key):
    patch = load_text(json.dumps({table: {id_: {key: "Ours."} for id_ in FILES[name].data[table]}}), "local")

    assert list(Schema.read(SCHEMA[name]).problems(lay(FILES[name], patch))) == []


def test_a_state_that_is_patched_alone_is_shown_in_its_place():
    before = model().regulators.states
    after = model(regulators={"states": {"TX": {"note": "Call us first"}}}).regulators.states

    assert [state.code for state in after] == [state.code for state in before]
    assert [state.note for state in after if state.code == "TX"] == ["Call us first"]
    assert [state for state in after if state.code != "TX"] == [
        state for state in before if state.code != "TX"
    ]


def test_the_last_exception_can_be_removed():
    none = dict.fromkeys(FILES["regulators"].data["exceptions"])
    patch = load_text(json.dumps({"exceptions": none}), "local")

    assert list(Schema.read(SCHEMA["regulators"]).problems(lay(FILES["regulators"], patch))) == []
    assert model(regulators={"exceptions": none}).regulators.exceptions == ()


def test_an_exception_keeps_its_id():
    assert [one.id for one in model().regulators.exceptions] == list(FILES["regulators"].data["exceptions"])


@pytest.mark.parametrize("table", CODES)
def test_the_codes_of_a_row_are_its_key_and_then_those_under_also(table):
    rows = FILES["denial_codes"].data[table]

    assert [code.codes for code in getattr(model(), table)] == [
        (key, *row.get("also", ())) for key, row in rows.items()
    ]
    assert any(row.get("also") for row in rows.values())


def test_a_first_step_that_is_borrowed_is_that_of_the_code_which_is_named():
    row = {"meaning": "m", "outcomes": ["excluded"], "acts_first": "patient", "confidence": "likely"}
    added = {"901": {**row, "also": ["902"], "first_step": "Call"}, "903": {**row, "first_step_of": "902"}}
    steps = {
        code.codes: code.first_step
        for code in model(denial_codes={"adjustment_codes": added}).adjustment_codes
    }

    assert (steps["901", "902"], steps["903",]) == ("Call", "Call")


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("regulators", "  TX:\n", "  Texas:\n", '"Texas" is no id (a state\'s or territory\'s two capital letters, for example "AL")'),
        ("denial_codes", '  "197":\n', '  "CO-197":\n', '"CO-197" is no id (a reason code without its group, in quotes, for example "197")'),
        ("denial_codes", '  "N130":\n', '  "130N":\n', '"130N" is no id (a remark code, in quotes, for example "N130")'),
    ],
)  # fmt: skip
def test_a_key_that_is_no_code_is_told(name, old, new, told):
    text = FILES[name].text
    assert text.count(old) == 1
    line = text[: text.index(old)].count("\n") + 1
    edited = load_text(text.replace(old, new), f"{name}.yml")

    assert [str(problem) for problem in Schema.read(SCHEMA[name]).problems(edited)] == [
        f"{name}.yml:{line}:3: error[schema]: {told}"
    ]


def test_a_code_without_quotes_is_told():
    edited = load_text(FILES["denial_codes"].text.replace('  "197":\n', "  197:\n"), "denial_codes.yml")

    assert [problem.message for problem in edited.problems] == [
        "this key is 197, which YAML does not read as a text (write a word, or put it in quotes)"
    ]
