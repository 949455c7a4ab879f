"""The ids that links depend on outlive releases."""

import json
from pathlib import Path

import pytest

from decision_tree.cli import main
from decision_tree.ids import Id, ids, read_ids, today, vanished
from decision_tree.reading.load import load, load_text

FOLDER = Path(__file__).parent.parent.parent / "decision_tree"
RELEASED = FOLDER / "released_ids.txt"


def tree(good, *edits):
    for old, new in edits:
        assert good.count(old) == 1, old
        good = good.replace(old, new)
    return load_text(good, "tree.yml")


@pytest.fixture(autouse=True)
def _in_the_project(monkeypatch):
    monkeypatch.chdir(FOLDER.parent)


def names(found):
    return [str(id_) for id_ in found]


def test_no_id_of_the_last_release_has_vanished_without_an_alias():
    # A fork may remove what it never published: this holds upstream's own tree to its word.
    released = read_ids(RELEASED.read_text(encoding="utf-8"))
    gone = vanished(released, load(FOLDER / "tree.yml"))

    assert released
    assert names(gone) == [], "bring these ids back, or name what replaces them under aliases"


def test_every_id_in_the_order_of_the_tree(good):
    assert names(ids(tree(good))) == [
        "question letter",
        "option letter/denial",
        "option letter/no-paper",
        "option letter/not-sure",
        "question reason",
        "option reason/clinical",
        "option reason/not-sure",
        "outcome get-the-letter",
        "outcome not-medically-necessary",
        "page rights",
    ]


def test_the_plan_finders_ids_are_listed_too(good):
    plans = "plan_finder: {questions: {source: {options: {work: {}}}}, outcomes: {job: {}}}"

    found = names(ids(tree(good, ("aliases:", f"{plans}\naliases:"))))

    assert found[-4:] == ["question source", "option source/work", "outcome job", "page rights"]


def test_a_list_that_was_written_is_read_back(good):
    found = ids(tree(good))

    assert read_ids("".join(f"{id_}\n" for id_ in found)) == tuple(found)


def test_the_command_lists_the_ids_of_a_tree(capsys):
    assert main(["ids", "tests/unit/trees/finder-only.yml"]) == 0
    assert capsys.readouterr().out.splitlines()[:3] == [
        "question letter",
        "option letter/denial",
        "option letter/no-paper",
    ]


def test_a_tree_that_does_not_fit_its_schema_has_no_list_of_ids(capsys):
    assert main(["ids", "tests/unit/trees/broken.yml"]) == 1
    assert capsys.readouterr().out == ""


def test_the_ids_as_json(capsys):
    assert main(["ids", "tests/unit/trees/finder-only.yml", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0].keys() == {"kind", "id", "words"}


RETIRED = {
    "question reason": ("  reason:\n    text", "  cause:\n    text"),
    "option letter/no-paper": ("      no-paper: {", "      nothing: {"),
    "outcome not-medically-necessary": ("  not-medically-necessary:\n    path", "  clinical:\n    path"),
    "page rights": ("  rights:\n    title", "  your-rights:\n    title"),
}
HEIRS = {
    "question reason": "reason: cause",
    "option letter/no-paper": "letter/no-paper: letter/nothing",
    "outcome not-medically-necessary": "not-medically-necessary: clinical",
    "page rights": "rights: your-rights",
}


@pytest.mark.parametrize("retired", RETIRED)
def test_an_id_that_vanishes_is_found(good, retired):
    gone = vanished(ids(tree(good)), tree(good, RETIRED[retired]))

    assert retired in names(gone)


@pytest.mark.parametrize("retired", RETIRED)
def test_an_id_with_an_alias_has_not_vanished(good, retired):
    alias = ("{no-letter: get-the-letter}", f"{{{HEIRS[retired]}}}")

    assert vanished(ids(tree(good)), tree(good, RETIRED[retired], alias)) == ()


def test_the_options_of_a_renamed_question_follow_its_alias(good):
    renamed = tree(good, RETIRED["question reason"], ("{no-letter: get-the-letter}", "{reason: cause}"))

    assert vanished([Id("option", "reason/clinical")], renamed) == ()
    assert names(vanished([Id("option", "reason/other")], renamed)) == ["option reason/other"]


def test_a_split_option_has_not_vanished_while_its_question_lives(good):
    split = tree(
        good, RETIRED["option letter/no-paper"], ("{no-letter: get-the-letter}", "{letter/no-paper: letter/}")
    )
    lost = tree(good, ("{no-letter: get-the-letter}", "{letter/no-paper: paper/}"))

    assert vanished([Id("option", "letter/no-paper")], split) == ()
    assert vanished([Id("option", "letter/gone")], lost) == (Id("option", "letter/gone"),)


def test_an_alias_of_another_kind_keeps_no_link(good):
    aliases = ("{no-letter: get-the-letter}", "{old: rights, older: letter}")
    old = [Id("question", "old"), Id("outcome", "older"), Id("option", "old/rights")]

    assert vanished(old, tree(good, aliases)) == tuple(old)


def test_an_outcome_that_became_a_page_has_vanished_but_a_question_that_became_an_outcome_has_not(good):
    old = [Id("outcome", "rights"), Id("question", "get-the-letter")]

    assert vanished(old, tree(good)) == (old[0],)


@pytest.mark.parametrize(
    ("renamed", "old", "new"),
    [
        ({"paper": "letter"}, "paper/denial", "letter/denial"),
        ({"paper/have-it": "letter/denial"}, "paper/have-it", "letter/denial"),
        ({"paper/have-it": "denial", "paper": "letter"}, "paper/have-it", "letter/denial"),
        ({"page": "paper", "paper": "letter"}, "page", "letter"),
        ({"letter/no": "letter/"}, "letter/no", "letter/"),
        ({"letter/no": "letter/", "letter": "paper"}, "letter/no", "paper/"),
        ({"a": "b", "b": "a"}, "c", "c"),
        ({}, "letter", "letter"),
    ],
)
def test_an_old_id_is_read_as_the_path_finder_reads_it(renamed, old, new):
    assert today(old, renamed) == new


def test_a_circle_of_aliases_ends():
    assert today("a/x", {"a": "b", "b": "a"}) in ("a/x", "b/x")
