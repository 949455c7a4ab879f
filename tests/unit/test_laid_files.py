"""Any number of files lie over each other: here a translation over the tree, and a fork's file over both."""

import json
from dataclasses import replace
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_guide import GOOD, sources

from decision_tree import checks
from decision_tree.commands.explain import explain
from decision_tree.reading.layers import lay, merged
from decision_tree.reading.load import load_text

TRANSLATION = """
outcomes:
  get-the-letter:
    title: Pida la carta
    means: El plan debe decirle por qué.
passages:
  closing: Guarde la carta. Vea [sus derechos](guide:rights).
"""
LOCAL = """
outcomes:
  get-the-letter:
    title: Llámenos
"""
TITLE = ("outcomes", "get-the-letter", "title")
MEANS = ("outcomes", "get-the-letter", "means")
WHY = ("outcomes", "get-the-letter", "why")


def guide(translation=TRANSLATION, local=LOCAL):
    """The small guide with a translation over its tree, and a fork's file over both."""
    small = sources()
    translated = replace(small, tree=lay(small.tree, load_text(translation, "es.yml")))
    return translated.with_local(load_text(local, "local.yml"))


def told(translation=TRANSLATION, local=LOCAL):
    """What is wrong with the layers, and is not with the small guide itself."""
    return [str(problem) for problem in sorted({*checks.run(guide(translation, local))} - ALONE)]


ALONE = {*checks.run(sources())}


def test_each_value_knows_the_layer_that_it_comes_from():
    tree = guide().tree

    assert [str(tree.position(path)) for path in (TITLE, MEANS)] == ["local.yml:4:12", "es.yml:5:12"]
    assert tree.position(WHY).file == "tree.yml"
    assert [tree.origin(path).file for path in (TITLE, MEANS, WHY)] == ["local.yml", "es.yml", "tree.yml"]
    assert str(tree.find(MEANS, "por qué")) == "es.yml:5:33"
    assert tree.words(MEANS) == "El plan debe decirle por qué."
    assert told() == []


@pytest.mark.parametrize(
    ("translation", "local", "message"),
    [
        (
            "passages: {closing: 'Guarde.[^int-181]'}",
            LOCAL,
            'es.yml:1:29: error[fact-unknown]: the fact "int-181"',
        ),
        (
            TRANSLATION,
            "passages: {closing: 'Llame.[^int-181]'}",
            "local.yml:1:28: error[fact-unknown]: the fact",
        ),
        (
            "outcomes: {get-the-letter: {titel: X}}",
            LOCAL,
            'es.yml:1:29: error[unknown-key]: unknown key "titel"',
        ),
        ("passages:\n  closing: Guarde el n.º #1", LOCAL, "es.yml:2:25: error[cut-text]: the text ends here"),
        (
            "questions: {letter: {options: {no-paper: {next: urgnt}}}}",
            LOCAL,
            "es.yml:1:49: error[unknown-target]: option",
        ),
        ("passages: {closing: [", LOCAL, "es.yml:2:1: error[yaml]: a value is missing"),
    ],
    ids=["a-fact", "a-fact-above", "a-key", "a-text-that-is-cut", "a-target", "no-yaml"],
)
def test_a_mistake_in_any_layer_is_told_at_its_own_line(translation, local, message):
    assert [one for one in told(translation, local) if one.startswith(message)]


def test_a_removal_is_told_at_the_line_of_the_layer_that_removes():
    assert told(translation="outcomes: {get-the-letter: {means: null}}") == [
        (
            'es.yml:1:29: error[removal-needed]: "means" is removed here, '
            "but outcomes.get-the-letter needs it (delete this line, or write your own)"
        )
    ]


def test_what_one_layer_removes_the_next_may_write_anew():
    tree = guide("outcomes: {get-the-letter: {title: null, means: null}}", LOCAL).tree

    assert tree.removal(TITLE) is None
    assert str(tree.position(TITLE)) == "local.yml:4:12"
    assert str(tree.removal(MEANS)) == "es.yml:1:42"
    assert tree.removed_keys(TITLE[:-1]) == ("means",)


def test_upstream_is_what_lies_below_the_forks_own_layer():
    both, only_codes = guide(), guide(local="reference: {facts: {facts: {int-180: {topic: Ours}}}}")

    assert both.upstream.tree.data["outcomes"]["get-the-letter"]["title"] == "Pida la carta"
    assert list(both.tree.overridden()) == [TITLE]
    # A fork's file that says nothing of the tree lies over the others alone.
    assert (list(only_codes.forked), only_codes.upstream.tree) == (["facts"], only_codes.tree)


def test_a_removal_of_what_only_a_lower_layer_has_removes_something():
    assert told(TRANSLATION + "  more: Pida.\n", "passages: {more: null}") == []


def test_a_thing_is_explained_with_what_it_stands_in_place_of():
    parts = {part.path: part for part in explain(guide(), "get-the-letter")}
    title, means, why = (parts[".".join(path)] for path in (TITLE, MEANS, WHY))

    assert (title.now.value, title.upstream.value) == ("Llámenos", "Pida la carta")
    assert (means.now.position.file, means.upstream.position.file) == ("es.yml", "tree.yml")
    assert why.upstream is None


def test_a_document_has_every_layer_as_it_was_written():
    assert [(one.file, one.text) for one in guide().tree.layers] == [
        ("tree.yml", GOOD),
        ("es.yml", TRANSLATION),
        ("local.yml", LOCAL),
    ]


words = st.text("abc", min_size=1, max_size=2)
data = st.recursive(
    st.none() | st.integers(0, 9) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=12,
)


@given(st.lists(st.dictionaries(words, data, min_size=1), min_size=1, max_size=4))
def test_every_value_stands_in_the_layer_that_it_comes_from(layers):
    documents = [load_text(json.dumps(value), f"{number}.yml") for number, value in enumerate(layers)]
    laid = reduce(lay, documents)

    assert laid.data == reduce(merged, layers)
    assert laid.layers == tuple(documents)
    for path, value in leaves(laid.data):
        origin = laid.origin(path)
        assert at(origin.data, path) == value
        assert laid.position(path) == origin.position(path)


def leaves(value, path=()):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    else:
        yield path, value


def at(value, path):
    for step in path:
        value = value[step]
    return value
