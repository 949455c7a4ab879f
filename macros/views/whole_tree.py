"""Every question of a finder on one page: as an outline, numbered, and as a drawing of boxes and lines.

The words of both are the tree's own. Where the boxes of the drawing stand is left to `layout`.
"""

import textwrap
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from decision_tree.model import Option, Question, Tree
from macros.context import Context
from macros.layout import Layout, Place, Sizes, lay_out, layers

SIZES = Sizes()
LINE = 18
"""Pixels from one line of text in a box to the next; the text is 14 pixels high."""
BASELINE = 13
"""Pixels from the top of a line to the foot of its letters."""
PADDING = 8
"""Pixels around the text in a box."""
LETTERS = 20
"""Letters that surely fit beside one another in a box; of scripts with wide letters, half as many."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a question or outcome is called here, and where a link to it leads."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class OptionEntry:
    """An option with what it leads to."""

    option: Option
    to: Target


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """One question of the outline."""

    anchor: str
    title: str
    """The question's number and text."""
    question: Question
    is_first: bool
    reached_from: tuple[Target, ...]
    options: tuple[OptionEntry, ...]
    finder_href: str
    """Where the finder shows this question."""


@dataclass(frozen=True, slots=True)
class TextRow:
    """One line of text in a box; x and y are where its letters stand, in pixels."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """One box of the drawing; x and y are its upper left corner, all in pixels."""

    href: str
    is_question: bool
    x: int
    y: int
    width: int
    height: int
    rows: tuple[TextRow, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The boxes, and the lines between them as one SVG path."""

    width: int
    height: int
    lines: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class WholeTree:
    """One finder, whole; `id` is the anchor of its outline."""

    id: str
    name: str
    outline: tuple[QuestionEntry, ...]
    drawing: Drawing


def whole_trees(context: Context) -> tuple[WholeTree, ...]:
    """Return both finders, without one that has no questions."""
    guide, words = context.guide, context.words
    finders = (
        ("questions", words["tree_path_finder"], guide.finder),
        ("plan-questions", words["heading_find_plan"], guide.plan_finder),
    )
    return tuple(
        WholeTree(id_, name, outline(context, tree), drawing(context, tree))
        for id_, name, tree in finders
        if tree.questions
    )


def outline(context: Context, tree: Tree) -> tuple[QuestionEntry, ...]:
    """Return every question of a tree in the order in which readers may come to it."""
    numbers = numbered(tree)
    reached: dict[str, list[str]] = {id_: [] for id_ in numbers}
    for id_ in numbers:
        for target in dict.fromkeys(option.next for option in tree.questions[id_].options.values()):
            if target in reached:
                reached[target].append(id_)
    finder = context.addresses.href("deadlines" if tree is context.guide.plan_finder else "find-your-path")
    return tuple(
        QuestionEntry(
            anchor=anchor(tree, id_),
            title=_numbered_title(context, tree, numbers, id_),
            question=tree.questions[id_],
            is_first=id_ == tree.start,
            reached_from=tuple(_target(context, tree, numbers, source) for source in reached[id_]),
            options=tuple(
                OptionEntry(option, _target(context, tree, numbers, option.next))
                for option in tree.questions[id_].options.values()
            ),
            finder_href=f"{finder}#q-{id_}",
        )
        for id_ in numbers
    )


def drawing(context: Context, tree: Tree) -> Drawing:
    """Return the same as boxes and lines."""
    numbers = numbered(tree)
    ids = [*numbers, *_outcomes(tree, numbers)]
    targets = {id_: _target(context, tree, numbers, id_) for id_ in ids}
    texts = {id_: _wrapped(target.title) for id_, target in targets.items()}
    heights = {id_: len(lines) * LINE + 2 * PADDING for id_, lines in texts.items()}
    layout = lay_out(ids, _lines(tree, numbers), heights, SIZES)
    return Drawing(
        width=layout.width + 2 * PADDING,
        height=layout.height + 2 * PADDING,
        lines="".join(_paths(layout)),
        boxes=tuple(
            _box(targets[id_].href, id_ in tree.questions, place, texts[id_])
            for id_, place in layout.places.items()
        ),
    )


def _box(href: str, is_question: bool, place: Place, lines: list[str]) -> Box:
    left, top = place.x + 2 * PADDING, place.y + 2 * PADDING + BASELINE
    return Box(
        href=href,
        is_question=is_question,
        x=place.x + PADDING,
        y=place.y + PADDING,
        width=place.width,
        height=place.height,
        rows=tuple(TextRow(left, top + LINE * row, text) for row, text in enumerate(lines)),
    )


def numbered(tree: Tree) -> dict[str, int]:
    """The questions that can be reached, each with its number: no option leads to a lower one."""
    reached = [tree.start] if tree.start in tree.questions else []
    for id_ in reached:
        options = tree.questions[id_].options.values()
        new = dict.fromkeys(option.next for option in options if option.next in tree.questions)
        reached.extend(target for target in new if target not in reached)
    inner = [
        (id_, option.next)
        for id_ in reached
        for option in tree.questions[id_].options.values()
        if option.next in tree.questions
    ]
    layer = layers(reached, inner)
    in_order = sorted(reached, key=lambda id_: layer[id_])
    return {id_: number for number, id_ in enumerate(in_order, start=1)}


def anchor(tree: Tree, question_id: str) -> str:
    """The id of a question's part of the page; the tree's id keeps the two finders apart."""
    return f"{tree.id}-{question_id}"


def _outcomes(tree: Tree, numbers: Mapping[str, int]) -> list[str]:
    """The outcomes that can be reached, in the order in which the questions lead to them."""
    return list(dict.fromkeys(target for _, target in _lines(tree, numbers) if target in tree.outcomes))


def _lines(tree: Tree, numbers: Mapping[str, int]) -> list[tuple[str, str]]:
    return [(id_, option.next) for id_ in numbers for option in tree.questions[id_].options.values()]


def _target(context: Context, tree: Tree, numbers: Mapping[str, int], id_: str) -> Target:
    guide, href = context.guide, context.addresses.href
    if id_ in numbers:
        return Target(_numbered_title(context, tree, numbers, id_), f"#{anchor(tree, id_)}")
    if id_ in guide.plan_kinds and tree is guide.plan_finder:
        return Target(guide.plan_kinds[id_].title, f"{href('deadlines')}#plan={id_}")
    outcome = guide.outcomes[id_]
    return Target(context.words.title(outcome.path, outcome.title), href(id_))


def _numbered_title(context: Context, tree: Tree, numbers: Mapping[str, int], id_: str) -> str:
    return context.words("tree_numbered", number=numbers[id_], question=tree.questions[id_].text)


def _wrapped(text: str) -> list[str]:
    """The lines of a text in a box; all but the last end in the space that stood between the words."""
    is_wide = any(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    lines = textwrap.wrap(text, LETTERS // 2 if is_wide else LETTERS)
    return [*(f"{line} " for line in lines[:-1]), *lines[-1:]]


def _paths(layout: Layout) -> Iterator[str]:
    """SVG paths: bent between two layers, straight through one that a line only passes; each stretch once."""
    passed = set(layout.lanes.values())
    stretches = dict.fromkeys(pair for line in layout.lines for pair in pairwise(line))
    for here, there in stretches:
        left, right = here.x + here.width + PADDING, there.x + PADDING
        up, down = here.middle + PADDING, there.middle + PADDING
        middle = (left + right) // 2
        straight = f"H{right + there.width}" if there in passed else ""
        yield f"M{left} {up}C{middle} {up} {middle} {down} {right} {down}{straight}"
