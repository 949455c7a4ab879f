"""The path finder comes quickly over a poor connection."""

import gzip
from pathlib import Path

import pytest
from built import FILES, page

KILOBYTE = 1024
MOST = {".js": 6 * KILOBYTE, ".css": 3 * KILOBYTE}
"""Bytes of all that the finder runs, and of all that styles it, as a server that compresses sends them."""


def own_files(site: Path, kind: str) -> list[Path]:
    """The finder's scripts or style sheets as pages load them, and what its scripts import."""
    folders = ("path-finder", "fragment")
    return [file for name in folders for file in (site / "assets" / "at").glob(f"*/{name}/*{kind}")]


@pytest.mark.parametrize("kind", MOST)
def test_the_finders_own_files_are_together_no_larger_than_they_may_be(site, kind):
    sent = [len(gzip.compress(file.read_bytes())) for file in own_files(site, kind)]

    assert sent
    assert sum(sent) <= MOST[kind]


@pytest.mark.parametrize("page_id", FILES)
def test_a_page_names_every_module_so_that_none_is_asked_for_late(site, page_id):
    built = page(site, page_id)
    named = [script.get("src") for script in built.all("script") if script.get("type") == "module"]
    named += [link.get("href") for link in built.all("link") if link.get("rel") == "modulepreload"]

    assert named
    for file in own_files(site, ".js"):
        assert [one for one in named if one.endswith(f"{file.parent.name}/{file.name}")] != []


@pytest.mark.parametrize("page_id", FILES)
def test_a_page_waits_for_one_small_style_sheet_of_the_sites_own(site, page_id):
    links = [link for link in page(site, page_id).all("link") if link.get("rel") == "stylesheet"]
    awaited = [link.get("href") for link in links if not link.get("media")]
    own = [sheet for sheet in awaited if "assets/stylesheets/" not in sheet]

    assert len(own) == 1
    sent = gzip.compress((site / own[0][own[0].index("assets/") :]).read_bytes())
    assert len(sent) <= 6 * KILOBYTE
