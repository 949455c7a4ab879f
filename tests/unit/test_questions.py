"""How the path finder asks: few questions, few answers, and a way on for whoever does not know."""

import pytest

from decision_tree.project import ROOT, read_guide

GUIDE = read_guide(ROOT)
MOST_OPTIONS = 9
every_question = pytest.mark.parametrize(
    "question",
    [question for tree in GUIDE.trees.values() for question in tree.questions.values()],
    ids=lambda question: question.id,
)


@pytest.mark.upstream
@every_question
def test_a_question_has_no_more_options_than_a_reader_can_weigh(question):
    assert len(question.options) <= MOST_OPTIONS


@pytest.mark.upstream
@every_question
def test_no_two_options_of_a_question_say_the_same(question):
    labels = [option.label.casefold() for option in question.options.values()]

    assert len(set(labels)) == len(labels)


@every_question
def test_the_way_on_for_the_unsure_stands_last(question):
    assert list(question.options)[-1] == "not-sure"
