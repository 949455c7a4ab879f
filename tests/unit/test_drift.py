"""What a fork is told of the passages that upstream has changed or taken out since it wrote its own."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

import subprocess
from dataclasses import replace

import pytest
from small_guide import GOOD, edited, sources

from decision_tree import checks
from decision_tree.reading.load import load

RULES = ("removal", "upstream-changed")
INTRO = "    intro: Ask for the criteria. Some states do more; check with yours.[^maybe]\n"
CLOSING = "  closing: Keep the letter. See [your rights](guide:rights).\n"
KEEP = "put a note such as # compared behind this line, or change the note"
MORE = "  more: Ask again.\n"
WITH_MORE = edited(GOOD, CLOSING, CLOSING + MORE)


@pytest.fixture
def told(tmp_path):
    """Return a function: what a fork is told whose file was written over one tree, and then merged another."""

    def told_(before: str, local: str, now: str) -> list[str]:
        tree, own = tmp_path / "tree.yml", tmp_path / "local.yml"
        git(tmp_path, "init", "--quiet")
        tree.write_text(before, encoding="utf-8")
        own.write_text(local, encoding="utf-8")
        git(tmp_path, "add", "--all")
        git(tmp_path, "commit", "--quiet", "--message", "Ours")
        tree.write_text(now, encoding="utf-8")
        fork = replace(sources(), tree=load(tree)).with_local(load(own))
        problems = (problem for rule in RULES for problem in checks.RULES[rule](fork))
        return [str(problem).removeprefix(f"{tmp_path}/") for problem in problems]

    return told_


def git(folder, *words):
    who = ["-c", "user.name=A Fork", "-c", "user.email=fork@example.org"]
    subprocess.check_call(["git", "-C", str(folder), *who, *words])


def test_a_passage_that_changed_is_told_with_both_texts(told):
    now = edited(GOOD, INTRO, "    intro: Ask in writing.\n")

    assert told(GOOD, "pages: {rights: {intro: Call us.}}", now) == [
        (
            'local.yml:1:18: warning[upstream-changed]: upstream has changed pages.rights.intro since this was written: was "Ask for the criteria. Some states do more; check with yours.[^maybe]", is now "Ask in writing."; '
            f'yours is "Call us." (compare them; to keep yours, {KEEP})'
        )
    ]


def test_a_passage_in_which_upstream_came_to_say_the_same_is_not_told(told):
    assert told(GOOD, "pages: {rights: {intro: Ask.}}", edited(GOOD, INTRO, "    intro: Ask.\n")) == []


def test_words_in_the_place_of_a_passage_that_is_gone_are_told_since_they_still_stand(told):
    assert told(WITH_MORE, "passages: {more: Call us.}", GOOD) == [
        (
            'local.yml:1:12: warning[upstream-changed]: upstream has taken out passages.more since this was written: was "Ask again.", yours is "Call us." '
            f"(it still stands: is it still right? to keep yours, {KEEP})"
        )
    ]


def test_what_is_removed_and_has_changed_is_told_by_its_name_alone(told):
    assert told(WITH_MORE, "passages: {more: null}", WITH_MORE.replace("Ask again.", "Wait.")) == [
        f"local.yml:1:12: warning[upstream-changed]: upstream has changed passages.more since it was removed here (read theirs; to keep it removed, {KEEP})"
    ]


def test_what_is_removed_and_is_gone_upstream_too_stops_nothing(told):
    assert told(WITH_MORE, "passages: {more: null}", GOOD) == [
        'local.yml:1:12: warning[removal]: "more" is removed here, and upstream has taken it out too (delete this line)'
    ]


def test_what_is_removed_and_was_never_there_is_an_error(told):
    (problem,) = told(GOOD, "passages: {mroe: null}", WITH_MORE)

    assert ": error[removal]: " in problem


def test_a_group_whose_last_line_was_deleted_is_told_since_it_removes_all_of_upstreams():
    told = [
        str(problem)
        for problem in checks.RULES["empty-key"](sources(local="pages:\n  rights:\n    sections: # ours\n"))
    ]

    assert told == [
        'local.yml:3:5: warning[empty-key]: nothing stands behind "sections", which removes it with all that upstream has in it (delete this line too; if you mean to remove it, write null)'
    ]


@pytest.mark.parametrize("null", [" null", " ~", " null  # not here"])
def test_what_says_that_it_removes_is_not_told(null):
    assert list(checks.RULES["empty-key"](sources(local=f"pages:\n  rights:{null}\n"))) == []


def test_words_of_a_forks_own_are_not_told(told):
    assert told(GOOD, "passages: {ours: Call us.}", WITH_MORE) == []
