"""What a thing is after merging, and where each part of it comes from."""

import json

from decision_tree import cli
from decision_tree.commands.explain import explain

LOCAL = """
outcomes:
  get-the-letter:
    title: Ask us for help
passages:
  closing: null
"""


def told(sources, name):
    return {part.path: part for part in explain(sources, name)}


def test_each_part_stands_with_the_file_that_it_comes_from(forked):
    parts = told(forked(LOCAL), "get-the-letter")

    assert parts["outcomes.get-the-letter.title"].now.value == "Ask us for help"
    assert str(parts["outcomes.get-the-letter.title"].now.position) == "local.yml:4:5"
    assert parts["outcomes.get-the-letter.means"].now.position.file == "tree.yml"


def test_what_a_fork_replaces_is_told_with_upstreams_words(forked):
    title = told(forked(LOCAL), "get-the-letter")["outcomes.get-the-letter.title"]
    means = told(forked(LOCAL), "get-the-letter")["outcomes.get-the-letter.means"]

    assert title.upstream.value == "Get the letter first"
    assert title.upstream.position.file == "tree.yml"
    assert means.upstream is None


def test_what_a_fork_removes_is_told_too(forked):
    (closing,) = explain(forked(LOCAL), "closing")

    assert closing.now.value is None
    assert str(closing.now.position) == "local.yml:6:3"
    assert closing.upstream.value.startswith("Keep the letter.")


def test_an_option_and_a_path_are_names_too(forked):
    sources = forked(LOCAL)

    assert told(sources, "letter/denial")["questions.letter.options.denial.next"].now.value == "reason"
    assert list(told(sources, "outcomes.get-the-letter.title")) == ["outcomes.get-the-letter.title"]
    assert "facts.int-180.statement" in told(sources, "int-180")


def test_an_unknown_name_gets_its_neighbor(capsys):
    assert cli.main(["explain", "urgnt"]) == 1
    assert capsys.readouterr().err == 'error: nothing is called "urgnt" (did you mean "urgent"?)\n'


def test_as_json_for_tools(capsys):
    assert cli.main(["explain", "outcomes.urgent.title", "--format", "json"]) == 0
    (part,) = json.loads(capsys.readouterr().out)
    assert part["path"] == "outcomes.urgent.title"
    assert part["now"]["position"]["line"] > 1
