"""The Mermaid flowchart: whole, and safe with any words."""

import argparse
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from decision_tree.cli import main
from decision_tree.commands import diagram as diagram_command
from decision_tree.commands.diagram import diagram
from decision_tree.model.tree import Option, Question, Tree

TREES = Path(__file__).parent / "trees"
LABEL = r'"(?:[^\W_]|[ ,?!\'()]|(?<=[^\W_])[_-](?=[^\W_])|#\d+;)*"'
LINE = re.compile(rf"  [qo]_\w+(?:\[{LABEL}\]|\(\[{LABEL}\]\)| -->\|{LABEL}\| [qo]_\w+)")


def drawn(text="Why?", label="No", title="Urgent"):
    option = Option(id="not-sure", label=label, next="urgent")
    question = Question(id="why-not", text=text, options={"not-sure": option})
    tree = Tree("path-finder", "why-not", {"why-not": question}, {"urgent": title})
    return list(diagram(tree))


def test_a_tree_is_its_questions_its_outcomes_and_an_arrow_for_each_option():
    assert drawn() == [
        "flowchart TD",
        '  q_why_not["Why?"]',
        '  o_urgent(["Urgent"])',
        '  q_why_not -->|"No"| o_urgent',
    ]


def test_signs_of_mermaid_are_written_as_their_numbers():
    assert drawn(text='"]; click x "javascript:#1')[1] == (
        '  q_why_not["#34;#93;#59; click x #34;javascript#58;#35;1"]'
    )


def test_words_in_any_language_stay_readable():
    assert drawn(text="¿Por qué, según la carta?")[1] == '  q_why_not["#191;Por qué, según la carta?"]'


def test_words_that_markdown_takes_for_a_list_are_none():
    assert drawn(text="1. Look")[1] == '  q_why_not["1#46; Look"]'
    assert drawn(text="- Look")[1] == '  q_why_not["#45; Look"]'


@given(st.text(), st.text(), st.text())
def test_any_words_stay_within_their_labels(text, label, title):
    first, *others = drawn(text, label, title)
    assert first == "flowchart TD"
    assert len(others) == 3
    for line in others:
        assert LINE.fullmatch(line), line


def test_the_guides_own_trees_are_drawn_whole(guide, capsys):
    for tree in guide.trees.values():
        assert main(["diagram", "--tree", tree.id]) == 0
        lines = capsys.readouterr().out.splitlines()
        options = sum(len(question.options) for question in tree.questions.values())
        assert len(lines) == 1 + len(tree.questions) + len(tree.outcomes) + options
        # Mermaid draws no more arrows than these, nor longer texts, unless its page is told to.
        assert options < 500
        assert len("\n".join(lines)) < 50_000
        assert all(LINE.fullmatch(line) for line in lines[1:])


def test_a_tree_that_does_not_fit_its_schema_is_not_drawn(capsys):
    assert main(["diagram", str(TREES / "broken.yml")]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert 'has no "label"' in captured.err


def test_a_fork_whose_file_does_not_fit_is_told_so_at_its_own_line(forked, capsys):
    run = diagram_command.run
    options = argparse.Namespace(tree="path-finder", format="text")

    assert run(options, forked("questions: {letter: {options: {no-paper: 5}}}")) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("local.yml:1:42: error[schema]: ")
