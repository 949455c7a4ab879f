"""Every option, and the start, leads to a question or an outcome of its own tree.

Passes: `next: letter` where `questions` has `letter`. Fails: `next: leter`.
"""

from collections.abc import Iterator

from decision_tree.problems import Names, Problem, quoted
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each start and each `next` that leads nowhere."""
    for finder in sources.finders:
        questions = Names(finder.questions)
        if finder.start is not None and finder.start not in questions:
            advice = questions.advice(finder.start, "name a question")
            position = sources.tree.position((*finder.base, "start"))
            yield Problem.at(position, f"the start {quoted(finder.start)} is no question{advice}")
        ids = Names((*finder.questions, *finder.outcomes))
        for edges in finder.edges.values():
            for edge in edges:
                if edge.to not in finder.questions and edge.to not in finder.outcomes:
                    advice = ids.advice(edge.to, "add it, or name a question or an outcome")
                    wrong = f"option {quoted(edge.option)} leads to {quoted(edge.to)}, which does not exist"
                    yield Problem.at(sources.tree.position(edge.path), wrong + advice)
