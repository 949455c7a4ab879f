"""Reading YAML: what every value is, where it stands, and what is refused."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

import pytest
import yaml

from decision_tree.problems import UnreadableError
from decision_tree.project import read_local
from decision_tree.reading import parse
from decision_tree.reading.load import LARGEST_FILE, load, load_bytes, load_text

PARSERS = [pytest.param(yaml.SafeLoader, id="pyyaml")]
if hasattr(yaml, "CLoader"):
    PARSERS.append(pytest.param(yaml.CLoader, id="libyaml"))


@pytest.fixture(autouse=True, params=PARSERS)
def _with_each_parser(request, monkeypatch):
    monkeypatch.setattr(parse, "Loader", request.param)


def problems(text: str | bytes) -> list[str]:
    document = load_bytes(text, "t.yml") if isinstance(text, bytes) else load_text(text, "t.yml")
    return [str(problem) for problem in document.problems]


def test_yes_no_on_and_off_stay_the_words_they_are():
    data = load_text("a: yes\nb: No\nc: on\nd: off\nyes: y\nNo: n\ne: True", "t.yml").data
    assert data == {"a": "yes", "b": "No", "c": "on", "d": "off", "yes": "y", "No": "n", "e": "True"}


def test_true_false_null_and_numbers_are_what_yaml_1_2_says():
    data = load_text(
        "[true, false, null, ~, , 7, -7, 1.5, .5, 1e3, 07, 0x1F, 1:30, 1_000]".replace(", ,", ","), "t"
    )
    assert data.data == [True, False, None, None, 7, -7, 1.5, 0.5, 1000.0, 7, "0x1F", "1:30", "1_000"]


def test_days_and_quoted_words_stay_texts():
    assert load_text("a: 2026-11-23\nb: '7'\nc: \"true\"\nd: |\n  5\n", "t").data == {
        "a": "2026-11-23",
        "b": "7",
        "c": "true",
        "d": "5\n",
    }


def test_every_key_and_value_knows_its_place():
    document = load_text("a: 1\nlist:\n  - x\n  - {k: 'é', last: v}\n", "t.yml")
    assert str(document.position(("a",))) == "t.yml:1:4"
    assert str(document.key_position(("list",))) == "t.yml:2:1"
    assert str(document.position(("list", 0))) == "t.yml:3:5"
    assert str(document.key_position(("list", 1, "last"))) == "t.yml:4:14"
    assert str(document.position(("list", 1, "last"))) == "t.yml:4:20"


def test_what_is_missing_stands_where_what_should_hold_it_stands():
    document = load_text("a:\n  b: 1\n", "t.yml")
    assert str(document.position(("a", "c", "d"))) == "t.yml:2:3"


def test_words_are_found_in_the_middle_of_a_text_wrapped_or_not():
    document = load_text("a: >-\n  one two\n  three four\n", "t.yml")
    assert str(document.find(("a",), "two three")) == "t.yml:2:7"
    assert str(document.find(("a",), "nowhere")) == "t.yml:1:4"


def test_a_key_that_stands_twice_is_told_with_the_first():
    assert problems("a: 1\nb: 2\na: 3\n") == [
        't.yml:3:1: error[duplicate-key]: the key "a" stands twice here; the first is at line 1, column 1 (write what stands below it under the first)'
    ]


def test_all_problems_are_told_at_once():
    assert problems("a: &x 1\nb: *x\nc: !!str 2\na: 4\n5: six\n") == [
        "t.yml:1:4: error[yaml]: &x is an anchor (anchors are not read: delete it, and write values out)",
        "t.yml:2:4: error[yaml]: *x is an alias (aliases are not read: write the value out)",
        't.yml:3:4: error[yaml]: "tag:yaml.org,2002:str" is a YAML tag (tags are not read: delete it)',
        't.yml:4:1: error[duplicate-key]: the key "a" stands twice here; the first is at line 1, column 1 (write what stands below it under the first)',
        "t.yml:5:1: error[yaml]: this key is 5, which YAML does not read as a text (write a word, or put it in quotes)",
    ]


def test_an_alias_bomb_never_goes_off():
    bomb = "a: &a [x, x]\n" + "".join(
        f"{n}: &{n} [*{p}, *{p}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert len(problems(bomb)) == 9 + 16


def test_a_mapping_is_no_key():
    assert problems("? {a: 1}\n: x\nb: 2\n") == [
        "t.yml:1:3: error[yaml]: a mapping or a list stands here as a key (a key is a word)"
    ]


def test_a_second_document_is_refused():
    assert problems("a: 1\n---\nb: 2\n") == [
        "t.yml:2:1: error[yaml]: a second document starts here (one file is one document: delete ---)"
    ]


def test_a_tab_is_named():
    assert problems("a:\n\tb: 1\n") == [
        "t.yml:2:1: error[yaml]: a tab stands here (YAML wants spaces: two for each level)"
    ]


def test_an_open_quotation_mark_is_told_where_it_opens():
    assert problems("a: 1\nb: 'open\nc: 2\n") == [
        "t.yml:2:4: error[yaml]: the quotation mark here is never closed (close it; a ' inside '…' is written '')"
    ]


def test_a_colon_inside_a_text_asks_for_quotes():
    assert problems("a: one: two\n") == [
        (
            't.yml:1:7: error[yaml]: a second ": " stands in one value '
            "(put the whole text in quotes, or check the indentation)"
        )
    ]


def test_a_sign_that_starts_no_value_asks_for_quotes():
    assert problems("a: @home\n") == [
        't.yml:1:4: error[yaml]: a value cannot start with "@" (put the text in quotes)'
    ]


@pytest.mark.parametrize("bracket", ["[", "{a: ", "- "])
def test_thirty_one_levels_are_too_deep(bracket):
    assert problems(bracket * 100_000)[0].endswith(
        "error[yaml]: this stands more than 30 levels deep (a guide has nine: is a bracket left open?)"
    )


def test_thirty_levels_are_not():
    assert problems("[" * 30 + "]" * 30) == []


def test_too_many_values_are_refused(monkeypatch):
    monkeypatch.setattr(parse, "MOST_VALUES", 3)
    assert problems("[a, b, c]") == [
        "t.yml:1:8: error[yaml]: the file holds more than 3 values (is this the right file?)"
    ]


def test_a_number_too_long_to_keep_asks_for_quotes():
    assert problems("a: 12345678901234567890\nb: 1e999\n") == [
        't.yml:1:4: error[yaml]: the number "12345678901234567890" is too long to keep exactly (put it in quotes)',
        't.yml:2:4: error[yaml]: the number "1e999" is too long to keep exactly (put it in quotes)',
    ]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n...\n"])
def test_an_empty_file_is_told(text):
    assert problems(text) in (["t.yml:1:1: error[yaml]: the file is empty"], [])


def test_utf_16_is_named():
    assert problems("a: 1".encode("utf-16")) == [
        "t.yml:1:1: error[unreadable]: the file is UTF-16 (save it with the encoding UTF-8)"
    ]
    assert problems("a: 1".encode("utf-16-le"))[0] == (
        "t.yml:1:2: error[unreadable]: an invisible character, NUL, stands here (is the file UTF-16? save it as UTF-8)"
    )


def test_a_byte_that_is_not_utf_8_is_told_at_its_place():
    assert problems("a: 1\nb: é".encode("latin-1")) == [
        "t.yml:2:4: error[unreadable]: the byte 0xE9 is not UTF-8 (save the file with the encoding UTF-8)"
    ]


def test_a_byte_order_mark_is_no_problem():
    document = load_bytes("\ufeffa: 1".encode(), "t.yml")
    assert document.problems == ()
    assert str(document.key_position(("a",))) == "t.yml:1:1"


def test_a_character_that_nobody_sees_is_told_at_its_place():
    assert problems("a: 1\nb: x\u2028y\nc: \x07\n") == [
        "t.yml:2:5: error[unreadable]: an invisible character, U+2028, stands here (delete it)",
        "t.yml:3:4: error[unreadable]: an invisible character, U+0007, stands here (delete it)",
    ]


def test_a_character_that_nobody_sees_is_told_where_it_is_written_by_its_number():
    assert problems('a: "x\\x02"\n"b\\0": "\\L"\nc: "\\u0085"\nd: \'\\x02\'\n') == [
        "t.yml:1:4: error[unreadable]: this text writes the invisible character U+0002 (delete it)",
        "t.yml:2:1: error[unreadable]: this text writes the invisible character U+0000 (delete it)",
        "t.yml:2:8: error[unreadable]: this text writes the invisible character U+2028 (delete it)",
        "t.yml:3:4: error[unreadable]: this text writes the invisible character U+0085 (delete it)",
    ]


def test_a_file_over_32_mib_is_refused():
    assert problems(b"#" * (LARGEST_FILE + 1)) == [
        "t.yml:1:1: error[unreadable]: the file is larger than 32 MiB (a guide is text: is this the right file?)"
    ]


def test_windows_line_ends_count_as_one_line():
    document = load_text("a: 1\r\nb: 2\r\n", "t.yml")
    assert document.data == {"a": 1, "b": 2}
    assert str(document.find(("b",), "2")) == "t.yml:2:4"


def test_a_missing_file_and_a_folder_cannot_be_read(tmp_path):
    for path in (tmp_path / "missing.yml", tmp_path):
        with pytest.raises(UnreadableError, match="cannot read this file: "):
            load(path)


@pytest.mark.parametrize("stands", ["a folder", "a link that leads nowhere"])
def test_a_forks_file_that_cannot_be_read_is_told_and_not_passed_over(tmp_path, stands):
    path = tmp_path / "local.yml"
    if stands == "a folder":
        path.mkdir()
    else:
        path.symlink_to("nowhere")

    with pytest.raises(UnreadableError, match="cannot read this file"):
        read_local(path)


def test_a_forks_file_that_is_not_there_is_none(tmp_path):
    assert read_local(tmp_path / "local.yml") is None
