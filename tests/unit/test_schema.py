"""What the schema refuses, in an editor's words, at the key or the value that is wrong."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

import json

import pytest

from decision_tree.problems import UnreadableError
from decision_tree.reading.load import load_text
from decision_tree.schemas.judge import Judge
from decision_tree.schemas.schema import Schema
from decision_tree.sources import SCHEMAS

TREE = Schema.read(SCHEMAS[0])


@pytest.fixture
def told(good):
    def told_(old: str, new: str) -> list[str]:
        assert good.count(old) == 1
        return [
            str(problem) for problem in sorted(TREE.problems(load_text(good.replace(old, new), "tree.yml")))
        ]

    return told_


def test_an_unknown_key_is_told_at_the_key_with_the_nearest(told):
    assert told("hint: More", "hnit: More") == [
        'tree.yml:12:5: error[unknown-key]: unknown key "hnit" in questions.reason (did you mean "hint"?)'
    ]


def test_an_unknown_key_with_none_near_gets_the_keys_that_are_known(told):
    assert told("like: CO-50", "zzz: CO-50") == [
        (
            'tree.yml:14:49: error[unknown-key]: unknown key "zzz" in questions.reason.options.clinical '
            "(known here: label, hint, like, next, because)"
        )
    ]


def test_a_missing_key_is_told_at_the_mapping_that_lacks_it(told):
    assert told("    text: Do you have a letter?\n", "") == [
        'tree.yml:3:3: error[missing-key]: questions.letter has no "text" (add it)'
    ]


def test_two_missing_keys_are_two_problems(told):
    assert told("{who: The plan, do: Ask for the criteria.}", "{}") == [
        'tree.yml:38:7: error[missing-key]: outcomes.not-medically-necessary.today.ask-for-criteria has no "do" (add it)',
        'tree.yml:38:7: error[missing-key]: outcomes.not-medically-necessary.today.ask-for-criteria has no "who" (add it)',
    ]


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("988", "a text is wanted here, not a number (put it in quotes)"),
        ("true", "a text is wanted here, not true or false (put it in quotes)"),
        ("[a]", "a text is wanted here, not a list"),
        ("{a: b}", "a text is wanted here, not a mapping"),
        ("", "nothing stands here, a text is wanted (write it, or delete the key)"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_in_words(told, value, what):
    text = "text: What reason does it give?"
    found = told(text, f"text: {value}")
    assert [line.split(": ", 2)[2] for line in found] == [f"questions.reason.text: {what}"]
    assert found[0].startswith("tree.yml:11:")


def test_a_text_that_is_too_long_is_told_with_both_lengths(told):
    assert told("text: What reason does it give?", f"text: {'x' * 91}") == [
        "tree.yml:11:11: error[schema]: questions.reason.text is too long: 91 characters (at most 90)"
    ]


def test_a_very_long_text_is_told_at_once(told):
    assert len(told("text: What reason does it give?", f'text: "{"x " * 200_000}\\n\\n"')) == 1 + 1


def test_an_id_that_is_none_gets_the_schemas_own_words(told):
    assert told("  reason:\n", "  Reason:\n") == [
        'tree.yml:10:3: error[schema]: "Reason" is no id (lower-case words with hyphens, for example "not-medically-necessary")'
    ]


def test_an_id_does_not_end_in_a_line_end(told):
    assert told("  reason:\n", '  "reason\\n":\n')[0].startswith(
        'tree.yml:10:3: error[schema]: "reason" is no id'
    )


def test_a_line_that_is_two_lines_is_told_how_to_fold(told):
    assert told("text: What reason does it give?", "text: |\n      What reason\n      does it give?") == [
        (
            'tree.yml:11:11: error[schema]: questions.reason.text cannot be "What reason does it give?" '
            "(write it on one line, or fold it with >- rather than > or |)"
        )
    ]


def test_a_choice_that_does_not_exist_gets_those_that_do(told):
    assert told("path: B", "path: G") == [
        'tree.yml:27:11: error[schema]: outcomes.not-medically-necessary.path cannot be "G" (choose one of A, B, C, D, E, F)'
    ]


def test_too_few_entries_are_told_at_the_key(told):
    line = "      clinical: {label: The care is not needed, like: CO-50, next: not-medically-necessary}\n"
    assert told(line, "") == [
        "tree.yml:13:5: error[schema]: questions.reason.options holds 1 (at least 2 must stand here)"
    ]


def test_a_name_that_stands_twice_in_a_list_is_told(told):
    assert told("plans: [tricare]", "plans: [tricare, tricare]") == [
        "tree.yml:41:16: error[schema]: outcomes.not-medically-necessary.plans.military.plans names something twice (keep one)"
    ]


@pytest.mark.parametrize("text", ["[]", "5", "text", "null", "{}"])
def test_a_file_that_is_no_tree_at_all_is_told(text):
    assert list(TREE.problems(load_text(text, "tree.yml"))) != []


def test_a_rule_that_has_no_words_of_its_own_is_told_with_what_the_schema_says():
    schema = Schema(Judge({"type": "object", "properties": {"a": {"not": {"const": 1}}}}))
    assert list(schema.problems(load_text("a: 2", "t"))) == []
    assert [str(p) for p in schema.problems(load_text("a: 1", "t"))] == [
        "t:1:4: error[schema]: a does not fit (it does not fit the schema)"
    ]


@pytest.mark.parametrize("key", ["0450", "450", "00450", "+450", "12", "197", "0", "٣"])
def test_a_key_of_digits_is_found_with_its_zeros(key):
    schema = Schema(Judge({"additionalProperties": {"type": "object", "additionalProperties": False}}))
    assert [str(p) for p in schema.problems(load_text(f'"{key}": {{x: 1}}\nother: {{}}\n', "t"))] == [
        f't:1:{len(key) + 6}: error[unknown-key]: unknown key "x" in {key} (delete it)'
    ]


def test_of_two_keys_of_the_same_number_the_one_that_is_wrong_is_told():
    schema = Schema(Judge({"additionalProperties": {"maxLength": 3}}))
    assert [str(p) for p in schema.problems(load_text('"0450": four\n"450": odd\n', "t"))] == [
        "t:1:9: error[schema]: 0450 is too long: 4 characters (at most 3)"
    ]


@pytest.fixture
def two_files(tmp_path):
    """A schema that leaves a part to a file beside it, in a folder whose name has a space."""
    folder = tmp_path / "a fork"
    folder.mkdir()
    part = {"$ref": "#/$defs/word", "kept": ["copy"]}
    words = {"word": {"type": "object", "additionalProperties": {"$ref": "#/$defs/text"}, "kept": ["copy"]}}
    words["text"] = {"type": "string", "maxLength": 5, "description": "A few letters."}
    (folder / "words.schema.json").write_text(json.dumps({"$id": "words.schema.json", "$defs": words} | part))
    whole = {"$id": "whole.schema.json", "properties": {"words": {"$ref": "words.schema.json"}}}
    (folder / "whole.schema.json").write_text(json.dumps(whole))
    return folder / "whole.schema.json"


def test_a_schema_may_leave_a_part_to_a_file_beside_it(two_files):
    told = Schema.read(two_files).problems(load_text("words: {copy: too long, cut: 5}", "t"))
    assert sorted(str(problem) for problem in told) == [
        "t:1:15: error[schema]: words.copy is too long: 8 characters (at most 5)",
        "t:1:30: error[schema]: words.cut: a text is wanted here, not a number (put it in quotes)",
    ]


def test_what_a_file_beside_it_keeps_is_kept(two_files):
    assert Schema.read(two_files).keeps(("words", "copy"))
    assert not Schema.read(two_files).keeps(("words", "cut"))


@pytest.mark.parametrize(
    "schema", ["{", "[]", '{"type": 5}', '{"$ref": "none.json"}', '{"$ref": "#/$defs/none"}']
)
def test_a_schema_that_is_none_is_told_with_its_file(tmp_path, schema):
    (tmp_path / "broken.schema.json").write_text(schema)
    with pytest.raises(
        UnreadableError, match=r"broken\.schema\.json:1:1: error\[unreadable\]: cannot read this schema"
    ):
        Schema.read(tmp_path / "broken.schema.json")


def test_what_is_wrong_everywhere_is_told_in_time_linear_in_the_size():
    data = load_text("".join(f"k{number}: {{x: 1}}\n" for number in range(5_000)), "t")
    schema = Schema(Judge({"additionalProperties": {"required": ["y"], "additionalProperties": False}}))
    assert len(list(schema.problems(data))) == 2 * 5_000
