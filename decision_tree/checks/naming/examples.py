"""The drawn paper that a question shows exists, with the part it names.

Passes: `example: denial-letter.reason` where that letter has such a part.
Fails: `example: denial-letter.raeson`.
"""

from collections.abc import Iterator

from decision_tree.problems import Names, Problem, quoted
from decision_tree.reading.plain import mapping
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each `example` that is not drawn."""
    papers = mapping(mapping(sources.tree.data).get("examples"))
    drawn = Names(
        [
            f"{paper}.{part}"
            for paper, value in papers.items()
            for part in mapping(mapping(value).get("parts"))
        ]
    )
    for finder in sources.finders:
        for question in finder.questions.values():
            example = question.example
            if example and example not in drawn:
                advice = drawn.advice(example, "write EXAMPLE.PART, as in examples")
                message = f"the example {quoted(example)} is not drawn{advice}"
                yield Problem.at(sources.tree.position((*question.path, "example")), message)
