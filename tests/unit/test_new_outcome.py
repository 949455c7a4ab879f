"""A new outcome: its entry stands behind the others, its page is there, and the checks ask for its texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_tree import checks
from decision_tree.checks.writing import TO_WRITE
from decision_tree.commands.new import new_outcome, refusal, with_entry
from decision_tree.reading.load import load_text

ENTRY = "  b:\n    title: B\n"


def outcomes_of(text):
    return load_text(text, "local.yml").data["outcomes"]


FILES = {
    "an-empty-file": "",
    "no-outcomes-yet": "faq:\n  x: {answer: y}\n",
    "no-line-end": "outcomes:\n  a:\n    title: A",
    "outcomes-last": "# ours\noutcomes:\n  a:\n    title: A  # why\n",
    "outcomes-first": "outcomes:\n  a:\n    title: A\n\n# The questions.\nfaq:\n  x: {answer: y}\n",
}


@pytest.mark.parametrize("text", FILES.values(), ids=FILES.keys())
def test_the_entry_stands_behind_the_others_and_nothing_is_lost(text):
    written = with_entry(load_text(text, "local.yml"), ENTRY)

    assert list(outcomes_of(written))[-1] == "b"
    assert [line for line in text.splitlines() if line not in written.splitlines()] == []
    before = load_text(text, "local.yml").data
    after = load_text(written, "local.yml").data
    assert {key: value for key, value in before.items() if key != "outcomes"}.items() <= after.items()


@given(st.dictionaries(st.sampled_from(["faq", "outcomes", "words"]), st.just({"a": "b"}), max_size=3))
def test_whatever_stands_around_it_stays(data):
    text = "".join(f"{key}:\n  a: b\n" for key in data)
    after = load_text(with_entry(load_text(text, "local.yml"), ENTRY), "local.yml").data

    assert after == data | {"outcomes": {**data.get("outcomes", {}), "b": {"title": "B"}}}


def test_a_new_outcome_is_an_entry_and_a_page(tmp_path):
    local = tmp_path / "local.yml"
    local.write_text("# ours\n")
    new_outcome("school-plan", load_text("# ours\n", str(local)), tmp_path / "docs").write()

    assert (
        tmp_path / "docs" / "paths" / "school-plan.md"
    ).read_text() == '{{ outcome_page("school-plan") }}\n'
    assert TO_WRITE in outcomes_of(local.read_text())["school-plan"]["title"]


def test_the_checks_ask_for_every_text_of_it_and_for_a_way_there(forked, tmp_path):
    written = new_outcome("school-plan", load_text("", "local.yml"), tmp_path)
    found = [problem for problem in checks.run(forked(written.entry_text)) if problem.file == "local.yml"]
    told = {problem.message.split(" (")[0] for problem in found}

    assert told == {'no route reaches the outcome "school-plan"', "this is still to be written"}
    assert len(found) == written.entry_text.count(TO_WRITE) + 1


REFUSED = {
    "no-id": ("School plan", "is no id"),
    "taken": ("urgent", "is taken"),
    "page-there": ("paged", "is there already"),
}


@pytest.mark.parametrize(("id_", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_written_is_refused(tmp_path, id_, message):
    (tmp_path / "paths").mkdir()
    (tmp_path / "paths" / "paged.md").write_text("")
    problem = refusal(id_, {"urgent"}, load_text("faq: {}", "local.yml"), tmp_path)

    assert message in problem.message


def test_outcomes_that_hold_no_lines_are_refused(tmp_path):
    problem = refusal("b", set(), load_text("outcomes: {}", "local.yml"), tmp_path)

    assert str(problem).startswith("local.yml:1:1: error[new-outcome]: outcomes is no mapping")
