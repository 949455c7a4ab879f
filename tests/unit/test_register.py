"""Which strings a reader may see, as the schemas say it."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from decision_tree.keys.schemas import schema_files
from decision_tree.reading.load import load_text
from decision_tree.schemas.annotations import AnnotationError
from decision_tree.schemas.register import Register
from decision_tree.sources import HERE, SCHEMAS

ROOT = HERE.parent
FILES = schema_files(ROOT)
TREE = Register.read(SCHEMAS[0])
every_schema = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)


@pytest.fixture
def texts(tmp_path):
    """The path, kind and words of each text that a schema finds in a YAML file."""

    def texts_(schema: dict[str, Any], data: str, **beside: dict[str, Any]) -> list[tuple[str, str, str]]:
        for name, other in {"main": schema, **beside}.items():
            (tmp_path / f"{name}.schema.json").write_text(json.dumps(other))
        found = Register.read(tmp_path / "main.schema.json").texts(load_text(data, "data.yml"))
        return [(".".join(map(str, text.path)), text.kind, text.words) for text in found]

    return texts_


LABEL = {"type": "string", "reads": "label"}
PROSE = {"type": "string", "reads": "prose"}
NUMBER = {"type": "integer"}


def test_texts_are_found_by_key_by_id_by_pattern_and_in_lists(texts):
    schema = {
        "properties": {"title": LABEL, "lines": {"items": PROSE}, "id": {"type": "string"}},
        "patternProperties": {"^x-": PROSE},
        "additionalProperties": {"properties": {"inner": LABEL}},
    }

    assert texts(schema, "{title: T, lines: [a, b], id: c, x-one: d, any: {inner: e}}") == [
        ("title", "label", "T"),
        ("lines.0", "prose", "a"),
        ("lines.1", "prose", "b"),
        ("x-one", "prose", "d"),
        ("any.inner", "label", "e"),
    ]


def test_what_a_schema_says_itself_comes_before_what_it_refers_to(texts):
    schema = {"$defs": {"text": PROSE}, "properties": {"a": {"$ref": "#/$defs/text"}}}
    schema["properties"]["b"] = {"$ref": "#/$defs/text", "reads": "line"}

    assert texts(schema, "{a: x, b: y}") == [("a", "prose", "x"), ("b", "line", "y")]


def test_a_schema_may_refer_to_a_file_beside_it_which_refers_to_its_own_parts(texts):
    beside = {"$defs": {"words": LABEL}, "additionalProperties": {"$ref": "#/$defs/words"}}
    schema = {"properties": {"interface": {"$ref": "beside.schema.json"}, "one": LABEL}}

    assert texts(schema, "{interface: {start: Start}, one: One}", beside=beside) == [
        ("interface.start", "label", "Start"),
        ("one", "label", "One"),
    ]


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf", "allOf"])
def test_a_text_of_which_several_schemas_speak_is_found_once(texts, keyword):
    either = {keyword: [LABEL, {"type": "array", "items": PROSE}, LABEL]}

    assert texts({"additionalProperties": either}, "{a: x, b: [y]}") == [
        ("a", "label", "x"),
        ("b.0", "prose", "y"),
    ]


def test_a_schema_that_refers_to_itself_is_followed_as_deep_as_the_data_goes(texts):
    schema = {"$defs": {"own": {"reads": "name", "additionalProperties": {"$ref": "#/$defs/own"}}}}
    schema["$ref"] = "#/$defs/own"

    assert texts(schema, "{a: {b: {c: x}}, d: y}") == [("a.b.c", "name", "x"), ("d", "name", "y")]


@pytest.mark.parametrize(
    "data", ["{title: [x], lines: {a: b}}", "title", "{title: null, lines: 1}", "[title]"]
)
def test_what_has_the_wrong_shape_is_passed_over(texts, data):
    schema = {"properties": {"title": LABEL, "lines": {"items": LABEL}}}

    assert texts(schema, data) == []


def test_blanks_stand_with_the_text(tmp_path):
    (tmp_path / "s.json").write_text(
        json.dumps({"properties": {"a": {**LABEL, "blanks": ["number", "left"]}}})
    )
    (text,) = Register.read(tmp_path / "s.json").texts(load_text("a: '{number} of {left}'", "data.yml"))

    assert text.blanks == ("number", "left")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"type": "string", "reads": "lable"}, "'lable' is none of prose, line, label"),
        ({"type": "integer", "reads": "label"}, "which is no string"),
        ({"type": "string", "blanks": ["name"]}, "blanks name stand beside no `reads` of words"),
        ({"type": "string", "reads": "address", "blanks": ["name"]}, "stand beside no `reads` of words"),
        ({"type": "string", "reads": "label", "blanks": "name"}, "'name' is no list of names"),
        ({"type": "string", "reads": "label", "blanks": ["{name}"]}, "is no list of names"),
        ({"$ref": "#/$defs/none"}, "leads nowhere"),
    ],
)
def test_a_wrong_annotation_is_told_with_its_file(texts, wrong, told):
    with pytest.raises(AnnotationError, match=r"main\.schema\.json:1:1: error") as error:
        texts({"properties": {"a": wrong}}, "a: x")

    assert told in str(error.value)


def test_a_fork_learns_of_a_path_of_its_file_what_stands_there():
    assert TREE.kind(("outcomes", "urgent", "means")) == "prose"
    assert TREE.kind(("outcomes", "urgent", "track")) is None
    assert TREE.kind(("outcomes", "urgent", "means", "deeper")) is None
    assert TREE.is_by_id(("outcomes", "urgent", "today"))
    assert not TREE.is_by_id(("outcomes", "urgent"))


@every_schema
def test_every_schema_of_the_project_is_annotated_rightly(file):
    assert Register.read(file) is not None


@every_schema
def test_every_string_of_a_schema_is_a_text_or_says_what_else_it_is(file):
    schema = json.loads(file.read_text())

    assert [place for place, node in parts(schema, "") if not is_decided(node)] == []


def parts(node: Any, place: str) -> Iterator[tuple[str, Any]]:
    """Each schema in a schema that values are held against, with its place."""
    if not isinstance(node, dict):
        return
    yield place, node
    for keyword in ("$defs", "properties", "patternProperties"):
        for key, inner in node.get(keyword, {}).items():
            yield from parts(inner, f"{place}/{keyword}/{key}")
    for keyword in ("items", "additionalProperties"):
        yield from parts(node.get(keyword), f"{place}/{keyword}")
    for keyword in ("oneOf", "anyOf", "allOf"):
        for number, inner in enumerate(node.get(keyword, [])):
            yield from parts(inner, f"{place}/{keyword}/{number}")


def is_decided(node: dict[str, Any]) -> bool:
    """Whether no string fits, or the schema says what the string is."""
    types = node.get("type", "string")
    if (
        "string" not in types
        or {"$ref", "reads", "enum", "const", "format", "oneOf", "anyOf", "else"} & node.keys()
    ):
        return True
    # An id, a code or a date is no two words.
    return "pattern" in node and re.search(node["pattern"], "Two words.") is None
