"""Templates name only what there is, import components in one way, and none is left over."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import meta, nodes

from decision_tree.model.guide import outcome_file, page_file
from decision_tree.project import read_guide
from macros.context import Context, context_of
from macros.pages import fixed_page, outcome_page
from macros.rendering import TEMPLATES, templates
from macros.views import VIEWS

ROOT = Path(__file__).parent.parent.parent
GUIDE = read_guide(ROOT)
NAMES = sorted(file.relative_to(TEMPLATES).as_posix() for file in TEMPLATES.rglob("*.*"))
every_template = pytest.mark.parametrize("name", NAMES)

KNOWN = {*(field.name for field in fields(Context)), "views"}
SUBJECTS = {
    "outcome.md": {"outcome", "title"},
    "in-crisis.md": {"outcome", "title"},
    "moved.md": {"target", "there"},
    "components": set(),
}
"""What a template is about, as `pages` gives it; a fixed page's template is about its page."""


def parsed(name: str) -> nodes.Template:
    return templates().parse((TEMPLATES / name).read_text(encoding="utf-8"))


def asked_of(name: str, variable: str) -> Iterator[str]:
    """The attributes and keys that a template asks of one variable by their names."""
    for node in parsed(name).find_all((nodes.Getattr, nodes.Getitem, nodes.Call)):
        asked = node.args[:1] if isinstance(node, nodes.Call) else [getattr(node, "arg", None)]
        if isinstance(node.node, nodes.Name) and node.node.name == variable:
            if isinstance(node, nodes.Getattr):
                yield node.attr
            yield from (key.value for key in asked if isinstance(key, nodes.Const))


@every_template
def test_a_template_names_only_its_subject_its_context_and_the_views(name):
    subject = SUBJECTS.get(name.split("/")[0], {"page"})
    # What is set in one branch only counts as undeclared: rendering stops where it is then missing.
    own = {node.name for node in parsed(name).find_all(nodes.Name) if node.ctx == "store"}

    assert meta.find_undeclared_variables(parsed(name)) <= KNOWN | subject | own


@every_template
def test_what_a_template_asks_for_by_name_is_there(name):
    here = context("index.md")

    assert set(asked_of(name, "views")) <= set(VIEWS)
    for variable in ("prose", "addresses", "guide", "settings"):
        assert [
            asked for asked in asked_of(name, variable) if not hasattr(getattr(here, variable), asked)
        ] == []
    words = {asked for asked in asked_of(name, "words") if not hasattr(here.words, asked)}
    assert words <= set(GUIDE.interface)


@every_template
def test_a_template_brings_in_components_by_name_and_nothing_else(name):
    imports = list(parsed(name).find_all((nodes.FromImport, nodes.Import, nodes.Include, nodes.Extends)))

    assert [node for node in imports if not isinstance(node, nodes.FromImport)] == []
    for node in imports:
        assert node.template.value.startswith("components/")
        assert node.with_context


@every_template
def test_a_template_looks_into_no_tree(name):
    into = [
        node.attr
        for node in parsed(name).find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Getattr) and node.node.attr in ("finder", "plan_finder")
    ]

    assert into == []


def test_every_template_is_shown_by_a_page(monkeypatch):
    shown = set()
    load = templates().loader.get_source
    monkeypatch.setattr(
        templates().loader, "get_source", lambda env, name: (shown.add(name), load(env, name))[1]
    )
    templates().cache.clear()
    for id_ in (*GUIDE.pages, "a-page-that-was-removed"):
        fixed_page(context(page_file(id_)), id_)
    for id_ in GUIDE.outcomes:
        outcome_page(context(outcome_file(id_)), id_)

    assert shown == set(NAMES)


def context(source: str) -> Context:
    page = SimpleNamespace(meta={}, file=SimpleNamespace(src_uri=source))
    return context_of(GUIDE, page, date.max, "https://example.org/")
