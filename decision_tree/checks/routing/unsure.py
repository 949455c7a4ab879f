"""Every question has a way on for people who do not know: an option with the id `not-sure`.

Passes: `not-sure: {label: I'm not sure, next: get-the-letter}`. Fails: a question without it, which is told
where a fork removes it.
"""

from collections.abc import Iterator

from decision_tree.model.tree import NOT_SURE
from decision_tree.problems import Problem, quoted
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each question without the option."""
    for finder in sources.finders:
        for question in finder.questions.values():
            if NOT_SURE not in question.options:
                wrong = f'the question {quoted(question.id)} has no option "{NOT_SURE}"'
                message = f"{wrong} (add one that leads somewhere useful)"
                removed = sources.tree.removal((*question.path, "options", NOT_SURE))
                yield Problem.at(removed or sources.tree.key_position(question.path), message)
