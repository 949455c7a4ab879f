"""The path finder comes quickly over a poor connection."""

import gzip

import pytest

KILOBYTE = 1024
MOST = {"path-finder.js": 6 * KILOBYTE, "path-finder.css": 3 * KILOBYTE}
"""Bytes of each file of the finder's own, as a server that compresses sends them."""


@pytest.mark.parametrize("name", MOST)
def test_a_file_of_the_finder_is_no_larger_than_it_may_be(site, name):
    sent = gzip.compress((site / "assets" / "path-finder" / name).read_bytes())

    assert len(sent) <= MOST[name]


def test_the_finder_has_no_other_files(site):
    assert {file.name.removesuffix(".gz") for file in (site / "assets" / "path-finder").iterdir()} == set(
        MOST
    )
