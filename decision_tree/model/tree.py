"""A decision tree: questions whose options lead to further questions or to outcomes.

The model knows trees, not *the* tree: the path finder and the plan finder are two of them. It is the one idea
of a tree that there is: the checks, the drawings, the comparisons and the pages all walk it. So it is made of
plain data that may still be wrong. What has another shape comes out empty; the schema tells of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from decision_tree.reading.plain import Keys, mapping, text

PATH_FINDER = "path-finder"
PLAN_FINDER = "plan-type"

PLACES: Mapping[str, Keys] = {PATH_FINDER: (), PLAN_FINDER: ("plan_finder",)}
"""Where each tree stands in `tree.yml`."""

NOT_SURE = "not-sure"
"""The id of the option that every question has for people who do not know."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a question, e.g. "Yes, a denial letter"."""

    id: str
    label: str
    """The words of the answer."""
    next: str
    """Id of the question or outcome it leads to; empty where it leads nowhere, which the schema refuses."""
    hint: str = ""
    """Shown under the label, smaller."""
    like: str = ""
    """Words and codes that letters use for this."""
    because: str = ""
    """Markdown: why this answer leads straight to its outcome; empty where the outcome's reason will do."""
    path: Keys = ()
    """Where it stands in its file, e.g. `("questions", "letter", "options", "denial")`."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, e.g. "Do you have a letter or other paper about it?"."""

    id: str
    text: str
    options: Mapping[str, Option]
    """By option id, in the order shown."""
    neutral_title: str = ""
    """What the browser's history shows instead of the text, where it should not tell."""
    hint: str = ""
    example: str = ""
    """EXAMPLE.PART of the drawn papers that answers the question."""
    path: Keys = ()

    @property
    def title(self) -> str:
        """What `document.title` shows while the question is open."""
        return self.neutral_title or self.text

    @property
    def leading(self) -> tuple[Option, ...]:
        """The options that lead somewhere, in the order shown: all of them, once the schema has passed."""
        return tuple(option for option in self.options.values() if option.next)


@dataclass(frozen=True, slots=True)
class Tree:
    """Questions reached from one start, and the outcomes that they may lead to."""

    id: str
    """What `--tree` and the page's markup call it, e.g. "path-finder"."""
    start: str
    """Id of the first question; empty where there is none."""
    questions: Mapping[str, Question]
    outcomes: Mapping[str, str]
    """The title of each outcome that ends a route, by its id."""
    path: Keys = ()
    """Where it stands in its file: empty for the path finder."""

    def place(self, id_: str) -> Keys:
        """Return where a question or an outcome stands in the file."""
        return (*self.path, "questions" if id_ in self.questions else "outcomes", id_)


def trees(data: object) -> tuple[Tree, ...]:
    """Return the path finder and, where a tree file's data has one, the plan finder."""
    has_plans = isinstance(mapping(data).get("plan_finder"), dict)
    return tuple(tree_of(data, id_) for id_ in (PATH_FINDER, *([PLAN_FINDER] if has_plans else [])))


def tree_of(data: object, id_: str) -> Tree:
    """Return the path finder or the plan finder of a tree file's data; without questions if there is none."""
    path = PLACES[id_]
    raw = mapping(data)
    for step in path:
        raw = mapping(raw.get(step))
    outcomes = mapping(raw.get("outcomes")).items()
    return Tree(
        id=id_,
        start=text(raw.get("start")),
        questions=_questions(mapping(raw.get("questions")), (*path, "questions")),
        outcomes=MappingProxyType({key: text(mapping(value).get("title")) for key, value in outcomes}),
        path=path,
    )


def _questions(raw: Mapping[str, Any], path: Keys) -> Mapping[str, Question]:
    return MappingProxyType({key: _question(key, mapping(value), (*path, key)) for key, value in raw.items()})


def _question(id_: str, raw: Mapping[str, Any], path: Keys) -> Question:
    return Question(
        id=id_,
        text=text(raw.get("text")),
        options=_options(mapping(raw.get("options")), (*path, "options")),
        neutral_title=text(raw.get("neutral_title")),
        hint=text(raw.get("hint")),
        example=text(raw.get("example")),
        path=path,
    )


def _options(raw: Mapping[str, Any], path: Keys) -> Mapping[str, Option]:
    # A fork's own options come behind ours, but whoever is not sure looks last.
    in_order = sorted(raw.items(), key=lambda option: option[0] == NOT_SURE)
    return MappingProxyType({key: _option(key, mapping(value), (*path, key)) for key, value in in_order})


def _option(id_: str, raw: Mapping[str, Any], path: Keys) -> Option:
    return Option(
        id=id_,
        label=text(raw.get("label")),
        next=text(raw.get("next")),
        hint=text(raw.get("hint")),
        like=text(raw.get("like")),
        because=text(raw.get("because")),
        path=path,
    )
