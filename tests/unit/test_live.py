"""While serving: files are read as they are, and the index of the search is built beside the pages."""

import pytest

from building import search
from building.live import Live


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


def test_what_is_edited_while_the_files_are_read_is_read_once_more(tmp_path, monkeypatch):
    live = Live(tmp_path, "http://127.0.0.1/")
    looks = iter([{"docs/ours.md": 1}, {"docs/ours.md": 2}, {"docs/ours.md": 2}])
    read = []
    monkeypatch.setattr(live, "_read", lambda: read.append(1))

    wrong, seen = live.renew(lambda: next(looks))

    assert len(read) == 2
    assert seen == {"docs/ours.md": 2}
    assert wrong == ()
