"""Scripts load in one way, each has its subject, and the fragment has one owner."""

import re

import pytest
from built import FILES, ROOT, page

ASSETS = ROOT / "docs" / "assets"
SCRIPTS = {file.relative_to(ASSETS).as_posix(): file for file in sorted(ASSETS.rglob("*.js"))}
OWNER = "fragment/fragment.js"
OF_THE_FRAGMENT = re.compile(
    r"location\.(?:hash|href)\s*=(?!=)|location\.hash|pushState|replaceState"
    r"|[\"'`](?:hashchange|popstate|pageshow)[\"'`]"
)
NOT_OF_A_PAGE = {"search/worker.js"}
"""A worker has an address of its own, and no reader's."""
ELSEWHERE = {"embed/host.js", *NOT_OF_A_PAGE}
"""What other sites load, and what the theme starts, at their addresses."""


def without_comments(script: str) -> str:
    return re.sub(r"/\*.*?\*/|//[^\n]*", "", script, flags=re.DOTALL)


@pytest.mark.parametrize("name", sorted(SCRIPTS.keys() - {OWNER} - NOT_OF_A_PAGE))
def test_only_its_owner_touches_the_fragment(name):
    assert OF_THE_FRAGMENT.findall(without_comments(SCRIPTS[name].read_text())) == []


def test_the_owner_is_found_by_what_the_others_must_not_do():
    assert {"location.hash", "pushState", "replaceState", "'popstate'"} <= set(
        OF_THE_FRAGMENT.findall(SCRIPTS[OWNER].read_text())
    )


@pytest.mark.parametrize("page_id", FILES)
def test_every_script_of_ours_is_a_module_and_comes_before_the_themes(site, page_id):
    scripts = [script for script in page(site, page_id).all("script") if script.get("src")]
    ours = [script for script in scripts if "/javascripts/" not in script.get("src")]
    theirs = [script for script in scripts if script not in ours]

    assert ours
    assert {script.get("type") for script in ours} == {"module"}
    assert scripts == ours + theirs
    assert [script.get("src") for script in theirs if "defer" not in script.attrib] == []


@pytest.mark.parametrize("name", sorted(SCRIPTS.keys() - ELSEWHERE))
def test_every_script_is_loaded_by_a_page(site, name):
    loaded = [
        element.get("src") or element.get("href")
        for page_id in ("hub", "embed")
        for tag in ("script", "link")
        for element in page(site, page_id).all(tag)
    ]

    assert [one for one in loaded if one and one.endswith(f"/{name}")] != []


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_no_longer_than_one_can_overlook(name):
    assert len(SCRIPTS[name].read_text().splitlines()) <= 200
