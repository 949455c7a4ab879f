"""The compiled schema acquits nothing that jsonschema convicts."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from decision_tree.reading.load import load
from decision_tree.schemas.shapes import Shapes
from decision_tree.sources import HERE, REFERENCE, SCHEMAS

NAMES = ("tree", *REFERENCE, "changes")
FILES = {name: HERE / (f"reference/{name}.yml" if name in REFERENCE else f"{name}.yml") for name in NAMES}
SCHEMA = {
    name: json.loads(path.read_text(encoding="utf-8")) for name, path in zip(NAMES, SCHEMAS, strict=True)
}
SHAPES = {name: Shapes(schema) for name, schema in SCHEMA.items()}
SMALL = {
    "tree": load(HERE.parent / "tests/unit/trees/good.yml").data,
    **{name: load(FILES[name]).data for name in NAMES[1:]},
}

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


def test_the_projects_own_tree_is_acquitted_without_jsonschema():
    assert SHAPES["tree"].fits(SCHEMA["tree"], load(FILES["tree"]).data)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), value=VALUES)
@pytest.mark.parametrize("name", NAMES)
def test_what_is_acquitted_is_valid(name, data, value):
    whole = copy.deepcopy(SMALL[name])
    here = whole
    while True:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        if not keys:
            break
        key = data.draw(st.sampled_from(keys))
        inner = here[key]
        if not isinstance(inner, (dict, list)) or data.draw(st.booleans()):
            here[key] = value
            break
        here = inner
    if SHAPES[name].fits(SCHEMA[name], whole):
        assert Draft202012Validator(SCHEMA[name]).is_valid(whole)
