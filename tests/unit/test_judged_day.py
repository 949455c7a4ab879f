"""The day on which the guide is judged."""

import subprocess
from datetime import UTC, date, datetime

import pytest

from decision_tree.judged_day import judged_day


def test_source_date_epoch_comes_first(tmp_path):
    assert judged_day(tmp_path, {"SOURCE_DATE_EPOCH": "1795392000"}) == date(2026, 11, 23)


def test_then_the_day_of_the_last_commit(tmp_path):
    commit = [
        "-c",
        "user.name=x",
        "-c",
        "user.email=x@example.org",
        "commit",
        "--quiet",
        "--allow-empty",
        "-m",
        "x",
    ]
    subprocess.run(["git", "-C", tmp_path, "init", "--quiet"], check=True)
    env = {"PATH": "/usr/bin:/bin", "GIT_COMMITTER_DATE": "2020-02-29T12:00:00Z", "HOME": str(tmp_path)}
    subprocess.run(["git", "-C", tmp_path, *commit], check=True, env=env)
    assert judged_day(tmp_path, {}) == date(2020, 2, 29)


def test_then_today(tmp_path):
    before = datetime.now(UTC).date()
    assert before <= judged_day(tmp_path, {}) <= datetime.now(UTC).date()


@pytest.mark.parametrize("epoch", ["yesterday", "9" * 30, "1e9"])
def test_an_epoch_that_is_no_number_of_seconds_is_named(tmp_path, epoch):
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH is"):
        judged_day(tmp_path, {"SOURCE_DATE_EPOCH": epoch})
