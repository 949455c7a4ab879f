"""While serving, the search's index is built beside the pages: once a version, and none that is past."""

import pytest

from building import search


class Search(search.LiveSearch):
    """One whose builds only count."""

    def __init__(self, tmp_path):
        super().__init__(tmp_path, "http://127.0.0.1/")
        self.builds = 0

    def _built(self):
        self.builds += 1
        return b"index %d" % self.builds


@pytest.fixture
def live(tmp_path):
    return Search(tmp_path)


def test_a_version_has_one_index_however_often_it_is_asked_for(live):
    assert {live.index(lambda: "1") for _ in range(3)} == {b"index 1"}
    assert live.builds == 1


def test_another_version_has_another_index(live):
    live.index(lambda: "1")

    assert live.index(lambda: "2") == b"index 2"


def test_a_version_that_is_past_once_its_turn_comes_is_not_built(live):
    versions = iter(["1", "2"])

    assert live.index(lambda: next(versions)) is None
    assert live.builds == 0


def test_where_the_site_cannot_be_built_there_is_no_index(live, monkeypatch):
    monkeypatch.setattr(live, "_built", lambda: b"")

    assert live.index(lambda: "1") is None
