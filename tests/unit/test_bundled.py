"""A schema may leave a part of itself to a file beside it, as that of the tree does with the interface."""

import json

import pytest

from decision_tree.reading.load import load_text
from decision_tree.schemas.bundled import bundled
from decision_tree.schemas.schema import Schema

ROOM = {
    "$id": "room.schema.json",
    "type": "object",
    "required": ["name"],
    "properties": {"name": {"$ref": "#/$defs/name"}, "next": {"$ref": "room-list.schema.json"}},
    "$defs": {"name": {"type": "string"}},
}
LIST = {"type": "array", "items": {"type": "integer"}}
HOUSE = {
    "type": "object",
    "properties": {"rooms": {"type": "array", "items": {"$ref": "room.schema.json"}}},
    "$defs": {"id": {"type": "string"}},
}


@pytest.fixture
def folder(tmp_path):
    for name, schema in {"house": HOUSE, "room": ROOM, "room-list": LIST}.items():
        (tmp_path / f"{name}.schema.json").write_text(json.dumps(schema))
    return tmp_path


def test_the_other_file_stands_among_the_definitions_with_its_own(folder):
    whole = bundled(folder / "house.schema.json")

    assert whole["properties"]["rooms"]["items"] == {"$ref": "#/$defs/room"}
    assert set(whole["$defs"]) == {"id", "room", "name", "room-list"}
    assert "$id" not in whole["$defs"]["room"]
    assert whole["$defs"]["room"]["properties"]["next"] == {"$ref": "#/$defs/room-list"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rooms: [{name: Hall, next: [1]}]", []),
        ("rooms: [{}]", ['"name"']),
        ("rooms: [{name: 3}]", ["rooms.0.name"]),
        ("rooms: [{name: Hall, next: [one]}]", ["rooms.0.next.0"]),
    ],
)
def test_a_document_is_held_against_all_the_files(folder, text, message):
    schema = Schema.read(folder / "house.schema.json")
    told = [str(problem) for problem in schema.problems(load_text(text, "house.yml"))]

    assert len(told) == len(message)
    assert all(part in one for part, one in zip(message, told, strict=True))


def test_two_files_that_define_the_same_name_are_refused(folder):
    (folder / "house.schema.json").write_text(json.dumps({**HOUSE, "$defs": {"name": {}}}))

    with pytest.raises(ValueError, match=r"house\.schema\.json and room\.schema\.json both define name"):
        bundled(folder / "house.schema.json")
