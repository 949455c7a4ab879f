"""No input whatever ends in a traceback."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from small_guide import GOOD, sources

from decision_tree import checks
from decision_tree.reading.load import load_bytes, load_text
from decision_tree.schemas.schema import Schema
from decision_tree.sources import SCHEMAS

TREE = Schema.read(SCHEMAS[0])
LINES = GOOD.splitlines()
PIECES = [
    "  ",
    "\t",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ": ",
    "&a ",
    "*a",
    "!!x ",
    "'",
    '"',
    "|",
    "? ",
    "#",
    "~",
    "5",
    "null",
    "\0",
    "\u2028",
    "{{",
    "[^x]",
    "](",
    "<b>",
    "letter",
    "not-sure",
]
THOROUGH = settings(max_examples=150)

scalars = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10) | st.sampled_from(PIECES)
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


def check_to_the_end(damaged):
    for problem in (*damaged.tree.problems, *TREE.problems(damaged.tree)):
        assert "\n" not in str(problem)
    for rule in checks.RULES.values():
        for problem in rule(damaged):
            assert "\n" not in str(problem)


@THOROUGH
@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_any_bytes_load_or_are_told(raw):
    document = load_bytes(raw, "t.yml")
    assert document.complete or document.problems
    list(TREE.problems(document))


@THOROUGH
@given(st.lists(st.sampled_from([*PIECES, "\n", "a", "b"]), max_size=60).map("".join))
def test_any_pieces_of_yaml_load_or_are_told(text):
    document = load_text(text, "t.yml")
    for problem in (*document.problems, *TREE.problems(document)):
        assert problem.line >= 1
        assert problem.column >= 1
        assert "\n" not in str(problem)


@THOROUGH
@given(st.data())
def test_any_damage_to_a_good_tree_is_checked_to_the_end(data):
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 4))):
        number = data.draw(st.integers(0, len(lines) - 1))
        line = lines[number]
        at = data.draw(st.integers(0, len(line)))
        what = data.draw(st.sampled_from(["delete", "repeat", "insert", "cut"]))
        if what == "delete":
            lines[number] = ""
        elif what == "repeat":
            lines.insert(data.draw(st.integers(0, len(lines))), line)
        elif what == "insert":
            lines[number] = line[:at] + data.draw(st.sampled_from(PIECES)) + line[at:]
        else:
            lines[number] = line[:at]
    check_to_the_end(sources("\n".join(lines), docs={}))


@THOROUGH
@given(st.data(), values)
def test_any_value_in_any_place_is_checked_to_the_end(data, value):
    document = load_text(GOOD, "tree.yml")
    here = document.data
    for _ in range(data.draw(st.integers(0, 5))):
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        inner = here[data.draw(st.sampled_from(keys))] if keys else None
        if not isinstance(inner, (dict, list)) or not inner:
            break
        here = inner
    key = data.draw(st.sampled_from(list(here) if isinstance(here, dict) else list(range(len(here)))))
    here[key] = value
    check_to_the_end(replace(sources(), tree=document))
