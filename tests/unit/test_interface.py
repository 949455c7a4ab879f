"""Every word of the interface is used, where its schema says that readers meet it, and with its blanks."""

import json
import re
from collections import defaultdict
from dataclasses import replace
from datetime import date
from functools import cache
from types import SimpleNamespace

import pytest

from decision_tree.judged_day import judged_day
from decision_tree.model.changes import Change, Release
from decision_tree.model.guide import outcome_file, page_file
from decision_tree.project import ROOT, read_guide
from decision_tree.schemas.bundled import bundled
from decision_tree.settings import Settings
from decision_tree.settings.brand import Brand
from macros.addresses import FRAMED
from macros.context import context_of
from macros.pages import fixed_page, outcome_page
from macros.theme_words import theme_words
from macros.words import Words
from publish.feed import Site, feed

pytestmark = pytest.mark.upstream

GUIDE = read_guide(ROOT)
KEYS = bundled(ROOT / "decision_tree" / "interface.schema.json")["properties"]
BLANK = re.compile(r"\{([a-z_]+)\}")
EVERYWHERE = {"site", "search", "path-finder", "phrase", "sources", "paper"}
"""Components that stand on many pages: whichever has the word will do."""
ON = {
    "outcome-page": "an outcome's page",
    "on-this-page": "an outcome's page",
    "scripts": "an outcome's page",
    "copy-code": "share",
    "copy-text": "share",
    "words-page": "words",
    "code-row": "codes",
    "offices": "help",
    "deadline": "deadlines",
    "deadlines-page": "deadlines",
    "timeline": "deadlines",
    "plan-summary": "deadlines",
    "your-plan": "deadlines",
    "frame": "embed",
    "paths-page": "paths",
    "whole-tree": "tree",
    "changes-page": "changes",
    "moved-page": "a page that is no more",
    "not-found-page": "the page for wrong addresses",
}
"""The page on which each other component is looked for."""
ELSEWHERE = {
    "all_deadlines": "an outcome's page",  # it leads to the page of deadlines
    "changes_local": "the feed",
}


def marked() -> dict[str, str]:
    """Texts by which each key can be told, with the blanks of its own text."""
    return {
        key: f"⟦{key}⟧{''.join(f'{{{blank}}}' for blank in BLANK.findall(text))}"
        for key, text in GUIDE.interface.items()
    }


def context(file: str, guide, day):
    meta = {"template": FRAMED} if file == "embed.md" else {}
    page = SimpleNamespace(meta=meta, file=SimpleNamespace(src_uri=file))
    settings = Settings("https://example.org/", Brand(name="Ours", region="Ohio", contact="a@example.org"))
    return context_of(guide, page, day, "https://example.org/", settings)


@cache
def shown() -> dict[str, set[str]]:
    """The keys that each page shows; outcomes' pages are taken as one."""
    # Each month occurs, and what comes to an end.
    dated = {
        id_: replace(fact, reviewed=date(2026, number % 12 + 1, 3), until=fact.until or date(2100, 1, 1))
        for number, (id_, fact) in enumerate(GUIDE.reference.facts.items())
    }
    change = Change("What", "faq.cost")
    guide = replace(
        GUIDE,
        interface=marked(),
        reference=replace(GUIDE.reference, facts=dated),
        releases=(
            *GUIDE.releases,
            Release("9.0.0", date(2026, 1, 1), "All", (change,), (change,), (change,)),
        ),
    )
    told: dict[str, set[str]] = defaultdict(set)

    def tell(name: str, *texts: object) -> None:
        told[name] |= set(re.findall(r"⟦(\w+)⟧", "".join(map(str, texts))))

    for id_ in guide.pages:
        built = fixed_page(context(page_file(id_), guide, judged_day(ROOT)), id_)
        tell(id_, built.markdown, built.head)
    for id_ in guide.outcomes:
        # By then some claims have passed.
        built = outcome_page(context(outcome_file(id_), guide, date(2200, 1, 1)), id_)
        tell("an outcome's page", built.markdown, built.head)
    gone = fixed_page(context("gone.md", guide, judged_day(ROOT)), "gone")
    tell("a page that is no more", gone.markdown, gone.head)
    everywhere = theme_words(context("index.md", guide, judged_day(ROOT)))
    for name in (*told, "the page for wrong addresses"):
        tell(name, everywhere)
    words = Words(guide.interface)
    tell(
        "the feed", feed(Site("", "Ours", "en"), "Changes", guide.releases, words, date(2026, 1, 1)).decode()
    )
    # A deadline may be of any length, whichever lengths the guide has today.
    tell(
        "deadlines", *(words.count(unit, number) for unit in ("hours", "days", "months") for number in (1, 2))
    )
    return told


def test_the_guide_has_the_keys_that_the_schema_describes():
    assert set(GUIDE.interface) == set(KEYS)


def test_a_text_has_the_blanks_that_its_key_says_and_no_others():
    wrong = {
        key: text
        for key, text in GUIDE.interface.items()
        if set(BLANK.findall(text)) != {*KEYS[key].get("blanks", ())}
    }

    assert wrong == {}


def test_no_key_is_named_like_what_the_class_of_the_words_can_do():
    assert [key for key in KEYS if hasattr(Words({}), key)] == []


@pytest.mark.parametrize("key", KEYS)
def test_each_word_is_shown_where_its_component_is(key):
    component = KEYS[key]["component"]
    found = {page for page, keys in shown().items() if key in keys}

    assert found, "no page shows it"
    if component not in EVERYWHERE:
        assert ELSEWHERE.get(key, ON[component]) in found


def test_a_text_with_an_odd_brace_or_none_of_its_blanks_stops_no_page():
    odd = {key: f"{{ {{{key} }} {{0}} {{}} %" for key in GUIDE.interface}
    guide = replace(GUIDE, interface=odd)

    for id_ in guide.pages:
        assert fixed_page(context(page_file(id_), guide, judged_day(ROOT)), id_).markdown
    for id_ in guide.outcomes:
        assert outcome_page(context(outcome_file(id_), guide, judged_day(ROOT)), id_).markdown


def test_the_schema_of_the_tree_leaves_the_interface_to_its_own():
    tree = json.loads((ROOT / "decision_tree" / "tree.schema.json").read_text(encoding="utf-8"))

    assert tree["properties"]["interface"]["$ref"] == "interface.schema.json"
