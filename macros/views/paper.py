"""One part of a drawn paper, shown beside the question that it answers."""

from dataclasses import dataclass

from decision_tree.model.guide import Example, ExamplePart
from macros.context import Context


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part with the paper that it is from."""

    example: Example
    part: ExamplePart


def excerpt(context: Context, name: str) -> Excerpt:
    """Return one part of a paper by its "EXAMPLE.PART" name, as a question has it."""
    example_id, part_id = name.split(".")
    example = context.guide.examples[example_id]
    return Excerpt(example, example.part(part_id))
