"""Every question has a way on for people who do not know: an option with the id `not-sure`.

Passes: `not-sure: {label: I'm not sure, next: get-the-letter}`. Fails: a question without it.
"""

from collections.abc import Iterator

from decision_tree.outline import NOT_SURE, mapping
from decision_tree.problems import Problem, quoted
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each question without the option."""
    for finder in sources.finders:
        for id_, question in finder.questions.items():
            if NOT_SURE not in mapping(question.get("options")):
                wrong = f'the question {quoted(id_)} has no option "{NOT_SURE}"'
                message = f"{wrong} (add one that leads somewhere useful)"
                yield Problem.at(sources.tree.key_position(finder.path(id_)), message)
