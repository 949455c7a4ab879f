"""What the page of the whole tree needs: each finder as an outline, numbered, and as a drawing.

The words of both are the tree's own. Where the boxes of the drawing stand is left to `layout`.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from decision_tree.model import Tree
from macros.layout import Layout, Sizes, lay_out, layers

if TYPE_CHECKING:
    from macros.pages import Pages

SIZES = Sizes()
LINE = 18
"""Pixels from one line of text in a box to the next; the text is 14 pixels high."""
BASELINE = 13
"""Pixels from the top of a line to the foot of its letters."""
PADDING = 8
"""Pixels around the text in a box."""
LETTERS = 20
"""Letters that surely fit beside one another in a box; of scripts with wide letters, half as many."""


def outline(pages: Pages, tree: Tree) -> list[dict[str, Any]]:
    """Every question of a tree in the order in which readers may come to it, each with what it leads to."""
    numbers = numbered(tree)
    reached: dict[str, list[str]] = {id_: [] for id_ in numbers}
    for id_ in numbers:
        for target in dict.fromkeys(option.next for option in tree.questions[id_].options.values()):
            if target in reached:
                reached[target].append(id_)
    finder = pages.addresses.href("deadlines" if tree is pages.guide.plan_finder else "find-your-path")
    return [
        {
            "anchor": anchor(tree, id_),
            "title": f"{number}. {tree.questions[id_].text}",
            "text": tree.questions[id_].text,
            "hint": tree.questions[id_].hint,
            "is_first": id_ == tree.start,
            "reached_from": [_target(pages, tree, numbers, source) for source in reached[id_]],
            "options": [
                {"option": option, **_target(pages, tree, numbers, option.next)}
                for option in tree.questions[id_].options.values()
            ],
            "finder_href": f"{finder}#q-{id_}",
        }
        for id_, number in numbers.items()
    ]


def drawing(pages: Pages, tree: Tree) -> dict[str, Any]:
    """The same as boxes and lines: plain numbers for an SVG, and where each box leads."""
    numbers = numbered(tree)
    ids = [*numbers, *_outcomes(tree, numbers)]
    targets = {id_: _target(pages, tree, numbers, id_) for id_ in ids}
    texts = {id_: _wrapped(target["title"]) for id_, target in targets.items()}
    heights = {id_: len(lines) * LINE + 2 * PADDING for id_, lines in texts.items()}
    layout = lay_out(ids, _lines(tree, numbers), heights, SIZES)
    return {
        "width": layout.width + 2 * PADDING,
        "height": layout.height + 2 * PADDING,
        "lines": "".join(_paths(layout)),
        "boxes": [
            {
                "href": targets[id_]["href"],
                "is_question": id_ in tree.questions,
                "x": place.x + PADDING,
                "y": place.y + PADDING,
                "width": place.width,
                "height": place.height,
                "rows": [
                    {
                        "x": place.x + 2 * PADDING,
                        "y": place.y + 2 * PADDING + LINE * row + BASELINE,
                        "text": text,
                    }
                    for row, text in enumerate(texts[id_])
                ],
            }
            for id_, place in layout.places.items()
        ],
    }


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


def _target(pages: Pages, tree: Tree, numbers: Mapping[str, int], id_: str) -> dict[str, str]:
    """What a question or outcome is called here, and where a link to it leads."""
    guide, href = pages.guide, pages.addresses.href
    if id_ in numbers:
        return {"title": f"{numbers[id_]}. {tree.questions[id_].text}", "href": f"#{anchor(tree, id_)}"}
    if id_ in guide.plan_kinds and tree is guide.plan_finder:
        return {"title": guide.plan_kinds[id_].title, "href": f"{href('deadlines')}#plan={id_}"}
    outcome = guide.outcomes[id_]
    path = f"{guide.interface['path_letter'].format(letter=outcome.path)}: " if outcome.path else ""
    return {"title": f"{path}{outcome.title}", "href": href(id_)}


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
