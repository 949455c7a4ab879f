"""The day on which the guide is judged."""

import subprocess
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from decision_tree.judged_day import judged_day, last_day_begun


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


# Which days have come


NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
EPOCH = {"SOURCE_DATE_EPOCH": str(int(NOON.timestamp()))}
ZONES = {"Guam": 10, "New York": -5, "Hawaii": -10, "Kiribati": 14}


@pytest.mark.parametrize("hours", ZONES.values(), ids=ZONES)
@pytest.mark.parametrize("hour", range(0, 24, 3))
def test_the_day_on_an_editors_wall_has_come_wherever_they_are(hours, hour):
    now = NOON.replace(hour=hour)
    on_the_wall = now.astimezone(timezone(timedelta(hours=hours))).date()

    assert on_the_wall <= last_day_begun({}, now)


def test_a_day_that_has_begun_nowhere_has_not_come():
    assert last_day_begun({}, NOON) < date(2026, 11, 29)
    assert last_day_begun({}, NOON.replace(hour=9)) == date(2026, 11, 27)


def test_what_is_written_after_the_last_commit_may_have_todays_date():
    assert last_day_begun(EPOCH, NOON + timedelta(days=40)) == date(2027, 1, 7)


@pytest.mark.parametrize("days", [0, 1, 400])
def test_what_a_commit_said_on_its_day_it_can_say_by_any_clock_that_is_behind(days):
    assert last_day_begun(EPOCH, NOON - timedelta(days=days)) == last_day_begun(EPOCH, NOON)


@pytest.mark.parametrize("epoch", ["253402300799", "-62135596800"])
def test_the_first_and_the_last_moment_of_the_calendar_are_days_like_others(epoch):
    assert last_day_begun({"SOURCE_DATE_EPOCH": epoch}, NOON) in (date(9999, 12, 31), date(2026, 11, 28))


def test_here_too_an_epoch_that_is_no_number_is_named():
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH is"):
        last_day_begun({"SOURCE_DATE_EPOCH": "soon"})
