"""The command line, as an editor and as a tool sees it."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
import yaml

from decision_tree import cli
from decision_tree.cli import ROOT, main
from decision_tree.judged_day import last_day_begun

TREES = Path(__file__).parent / "trees"
SMALL = TREES / "finder-only.yml"
BROKEN = "tests/unit/trees/broken.yml"
FACTS = yaml.safe_load((ROOT / "decision_tree" / "reference" / "facts.yml").read_text())["facts"]
FIRST = min(date.fromisoformat(fact["reviewed"]) for fact in FACTS.values())
"""The day of the oldest review: on it, none is over a year ago."""


def epoch_of(day):
    return str(int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()))


@pytest.fixture(autouse=True)
def _in_the_project(monkeypatch, epoch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)


def test_a_clean_tree_is_one_line_of_counts(capsys):
    assert main(["check", str(SMALL), "--on", str(FIRST)]) == 0
    assert capsys.readouterr().out == "2 questions, 5 options, 2 outcomes, 4 routes, 0 facts cited\n"


def test_the_projects_own_tree_is_clean(capsys):
    assert main(["check"]) == 0
    assert " routes, " in capsys.readouterr().out


def test_every_problem_is_printed_at_once_sorted(capsys):
    assert main(["check", BROKEN, "--on", str(FIRST)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f'{BROKEN}:3:3: error[no-way-on]: the question "letter" has no option "not-sure" (add one that leads somewhere useful)',
        f'{BROKEN}:6:34: error[unknown-target]: option "denial" leads to "urgnt", which does not exist (did you mean "urgent"?)',
        f'{BROKEN}:7:7: error[missing-key]: questions.letter.options.no-paper has no "label" (add it)',
        f'{BROKEN}:7:18: error[unknown-key]: unknown key "lable" in questions.letter.options.no-paper (did you mean "label"?)',
    ]


def test_problems_as_json(capsys):
    assert main(["check", BROKEN, "--format", "json", "--on", str(FIRST)]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert rows[0] == {
        "file": BROKEN,
        "line": 3,
        "column": 3,
        "severity": "error",
        "rule": "no-way-on",
        "message": 'the question "letter" has no option "not-sure" (add one that leads somewhere useful)',
    }


def test_no_problems_as_json(capsys):
    assert main(["check", str(SMALL), "--format", "json", "--on", str(FIRST)]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_warnings_count_only_where_they_are_meant_to(capsys):
    late = ["check", str(SMALL), "--on", str(FIRST + timedelta(days=366))]
    assert main(late) == 0
    assert ": warning[fact-review]: the review of " in capsys.readouterr().out
    assert main([*late, "--strict"]) == 1


def test_the_day_is_that_of_source_date_epoch(capsys, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch_of(FIRST + timedelta(days=366)))
    assert main(["check", str(SMALL)]) == 0
    assert "over a year ago" in capsys.readouterr().out


@pytest.fixture
def reviewed(tmp_path, monkeypatch, epoch):
    """Check a copy committed 1,000 days ago, one of whose facts is reviewed so many days from today in UTC.

    It is late in the evening there, and tomorrow in Guam.
    """
    evening = datetime.fromtimestamp(int(epoch), UTC).replace(hour=20) + timedelta(days=1000)
    for name in ("decision_tree", "docs", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "mkdocs.base.yml"):
        shutil.copy2(ROOT / name, tmp_path / name)
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    monkeypatch.setattr(cli, "last_day_begun", partial(last_day_begun, now=evening))

    def reviewed(days: int) -> int:
        day = evening.date() + timedelta(days=days)
        file = tmp_path / "decision_tree" / "reference" / "facts.yml"
        before, key, after = file.read_text().partition("    reviewed: ")
        file.write_text(f'{before}{key}"{day}"{after[after.index(chr(10)) :]}')
        return main(["check"])

    return reviewed


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_fact_may_be_reviewed_today_before_anything_is_committed_today(reviewed, days):
    assert reviewed(days) == 0


def test_a_fact_cannot_be_reviewed_tomorrow(reviewed, capsys):
    assert reviewed(2) == 1
    assert ", is still to come (write the day it was read)" in capsys.readouterr().out


@pytest.mark.parametrize("path", ["no-such-file.yml", str(TREES)])
def test_a_file_that_cannot_be_read_ends_with_2(path, capsys):
    assert main(["check", path]) == 2
    assert capsys.readouterr().out.startswith(f"{path}:1:1: error[unreadable]: cannot read this file: ")


@pytest.mark.parametrize(
    "arguments",
    [[], ["chekc"], ["check", "--on", "tomorrow"], ["routes", "--tree", "oak"], ["check", "a", "b"]],
)
def test_arguments_that_are_not_understood_end_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_an_epoch_that_is_no_number_ends_with_2(capsys, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert main(["check"]) == 2
    assert capsys.readouterr().err.startswith("error: SOURCE_DATE_EPOCH is 'soon'")


def test_a_mistake_of_our_own_is_one_line_that_says_what_to_report(capsys, monkeypatch, tmp_path):
    def fails(*_):
        raise KeyError("no such thing")

    monkeypatch.setattr(cli, "read_sources", fails)
    monkeypatch.setattr(cli, "ROOT", tmp_path)

    assert main(["check"]) == 3

    (line,) = capsys.readouterr().err.splitlines()
    assert line == (
        "error[crash]: the program stopped by a mistake of its own, KeyError: 'no such thing' (nothing is lost; "
        "report it as an issue where this project comes from, with the file .build/crash.txt, which has the details)"
    )
    details = (tmp_path / ".build" / "crash.txt").read_text()
    assert "KeyError: 'no such thing'" in details
    assert str(tmp_path) not in details


def test_a_fork_that_knows_upstream_reports_there(capsys, monkeypatch, tmp_path):
    def fails(*_):
        raise KeyError("no such thing")

    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    for name, path in (("origin", "us/guide"), ("upstream", "them/g.git")):
        subprocess.run(
            ["git", "remote", "add", name, f"https://host.example/{path}"], cwd=tmp_path, check=True
        )
    monkeypatch.setattr(cli, "read_sources", fails)
    monkeypatch.setattr(cli, "ROOT", tmp_path)

    assert main(["check"]) == 3
    assert "report it at https://host.example/them/g/issues, " in capsys.readouterr().err


def test_routes_as_text(capsys):
    assert main(["routes", str(SMALL)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "letter:denial/care:going-on -> urgent",
        "letter:denial/care:not-sure -> get-the-letter",
        "letter:no-paper -> get-the-letter",
        "letter:not-sure -> get-the-letter",
    ]


def test_routes_as_json(capsys):
    assert main(["routes", str(SMALL), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == 4
    assert rows[2] == {"answers": [{"question": "letter", "option": "no-paper"}], "outcome": "get-the-letter"}


def test_routes_of_the_other_tree(capsys):
    assert main(["routes", "--tree", "plan-type"]) == 0
    assert capsys.readouterr().out.startswith("plan-source:")


def test_routes_of_a_tree_without_one_are_an_empty_list(capsys):
    assert main(["routes", str(SMALL), "--tree", "plan-type", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_tree_whose_options_lead_nowhere_has_no_routes(capsys):
    assert main(["routes", BROKEN]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "urgnt" in captured.err


def test_a_reader_that_closes_the_pipe_sees_no_traceback():
    command = f"{sys.executable} -m decision_tree routes | head -n 1"
    result = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.stdout.count("\n") == 1
    assert result.stderr == ""


def test_a_terminal_without_the_letters_shows_their_numbers(tmp_path):
    tree = tmp_path / "t.yml"
    tree.write_text("start: café\n", encoding="utf-8")
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "decision_tree", "check", str(tree)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, env=env, check=False)
    assert result.returncode == 1
    assert b"caf\\xe9" in result.stdout
    assert b"Traceback" not in result.stderr
