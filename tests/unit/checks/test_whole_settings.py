"""What must stand in a fork's settings, and what must not be left in them."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

from dataclasses import replace
from pathlib import Path

import pytest
from small_guide import sources

from decision_tree import checks
from decision_tree.project import ROOT
from decision_tree.reading.load import load, load_text
from decision_tree.settings import SettingsFile

RULES = ("setting-missing", "placeholder")
LEFT = "stands here as in the instructions (write your own in its place)"


def told(document, local=None):
    if isinstance(document, str):
        document = load_text(document, "mkdocs.yml")
    seen = replace(sources(docs={}), settings=SettingsFile(document, Path("nowhere")), local=local)
    return [str(problem) for rule in RULES for problem in checks.RULES[rule](seen)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "site_name: Care Guide",
            (
                'mkdocs.yml:1:1: error[setting-missing]: "INHERIT" is missing; without it the site has no pages and no looks '
                "(write this line: INHERIT: mkdocs.base.yml)"
            ),
        ),
        (
            "INHERIT: mkdocs.base.yml",
            (
                'mkdocs.yml:1:1: error[setting-missing]: "site_name" is missing; without it the site cannot be built '
                "(write this line: site_name: Care Guide)"
            ),
        ),
        (
            "site_name: Care Guide\nINHERIT: base.yml",
            (
                'mkdocs.yml:2:10: error[setting-missing]: the settings follow "base.yml", not upstream\'s '
                "(write INHERIT: mkdocs.base.yml)"
            ),
        ),
    ],
)
def test_what_the_site_is_built_from_must_be_there(text, message):
    assert told(text) == [message]


MINE = "INHERIT: mkdocs.base.yml\nsite_name: Care Guide\n"


@pytest.mark.parametrize(
    ("line", "column", "left"),
    [
        ("site_url: https://YOUR-NAME.github.io/guide/", 19, "YOUR-NAME"),
        ("site_url: https://example.org/", 19, "example.org"),
        ("extra: {brand: {contact: help@example.org}}", 31, "example.org"),
        ("extra: {leave_url: https://www.example.com/}", 28, "www.example.com"),
    ],
)
def test_a_placeholder_in_a_copy_with_a_name_of_its_own_is_a_warning(line, column, left):
    assert told(MINE + line) == [f'mkdocs.yml:3:{column}: warning[placeholder]: "{left}" {LEFT}']


def test_the_addresses_of_a_fork_are_no_placeholders():
    assert told(MINE + "site_url: https://care.example.edu/\nextra: {brand: {contact: us@care.org}}") == []


@pytest.mark.upstream
def test_upstreams_picture_of_link_previews_is_told_in_a_copy_with_a_name_of_its_own():
    settings = SettingsFile(load_text(MINE, "mkdocs.yml"), ROOT / "docs")
    seen = replace(sources(docs={}), settings=settings)

    assert [str(problem) for problem in checks.RULES["placeholder"](seen)] == [
        (
            "docs/assets/brand/share.png:1:1: warning[placeholder]: this picture of link previews shows upstream's "
            "name (put your own in its place, or delete it)"
        )
    ]


@pytest.mark.parametrize("picture", [None, b"\x89PNG ours"])
def test_a_picture_of_ones_own_and_none_are_no_problem(tmp_path, picture):
    brand = tmp_path / "assets" / "brand"
    brand.mkdir(parents=True)
    if picture:
        (brand / "share.png").write_bytes(picture)
    seen = replace(sources(docs={}), settings=SettingsFile(load_text(MINE, "mkdocs.yml"), tmp_path))

    assert list(checks.RULES["placeholder"](seen)) == []


@pytest.mark.upstream
def test_upstreams_own_file_is_whole_and_a_local_file_makes_it_somebodys():
    own = load(ROOT / "mkdocs.yml", "mkdocs.yml")

    assert told(own) == []
    assert told(own, local=load_text("a: b", "local.yml")) == [
        f'mkdocs.yml:6:19: warning[placeholder]: "example.org" {LEFT}'
    ]
