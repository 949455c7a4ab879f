"""The weekly look: a report that says what to do, and one issue: opened, brought up to date, closed."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from decision_tree.commands.shell import CLEAN, PROBLEMS
from publish.links.__main__ import _parser

ROOT = Path(__file__).parent.parent.parent
WEEKLY = ROOT / ".github" / "weekly"

GH = """#!/bin/sh
# Stands for GitHub's command: notes what it is asked, and answers as told.
printf '%s\\n' "$*" >> "$NOTES"
case "$1 $2" in
  "repo view") echo "$HAS_ISSUES" ;;
  "issue list") printf '%s' "$OPEN" ;;
esac
"""
PYTHON = """#!/bin/sh
# Stands for Python: notes what it is to run, and has found what it was told to find.
printf '%s\\n' "$*" >> "$NOTES"
case "$*" in
  *decision_tree*) found=$DATES ;;
  *) found=$LINKS ;;
esac
[ -z "$found" ] || { echo "$found"; exit 1; }
echo "nothing found"
"""


@pytest.fixture
def program(tmp_path):
    """Puts a program in the place of a real one."""

    def program(name, text):
        file = tmp_path / "bin" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
        file.chmod(0o755)
        return file

    return program


def run(tmp_path, script, *arguments, **environment):
    notes = tmp_path / "notes"
    notes.write_text("")
    path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", str(WEEKLY / script), *map(str, arguments)],
        env={**os.environ, "PATH": path, "NOTES": str(notes), "GH_REPO": "name/repo", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done, notes.read_text().splitlines()


# The report


@pytest.fixture
def look(tmp_path, program):
    python = program("python", PYTHON)
    report = tmp_path / "report.md"

    def look(*, dates="", links=""):
        done, notes = run(tmp_path, "look.sh", python, report, DATES=dates, LINKS=links)
        assert done.returncode == 0, done.stderr
        return report.read_text(), notes

    return look


def test_where_all_is_well_the_report_is_empty(look):
    assert look()[0] == ""


def test_the_report_says_what_was_found_and_what_to_do_one_section_each(look):
    report, _ = look(
        dates="facts.yml:3:1: warning[fact-review]: over a year",
        links="facts.yml:9:1: error[dead-link]: gone",
    )

    assert report.startswith("## What the check says today\n\nEach line says in brackets what to do;")
    assert "read the fact in its authority again" in report
    assert "\n    facts.yml:3:1: warning[fact-review]: over a year\n" in report
    assert "\n## Pages of others\n" in report
    assert "\n    facts.yml:9:1: error[dead-link]: gone\n" in report


def test_a_section_without_a_finding_is_left_out(look):
    assert "What the check says" not in look(links="facts.yml:9:1: error[dead-link]: gone")[0]


def test_what_was_found_is_shown_as_it_is_and_means_nothing_to_markdown(look):
    report, _ = look(dates="@everyone <b>`x`\n# heading")

    assert "\n    @everyone <b>`x`\n    # heading\n" in report


def test_a_report_is_never_longer_than_an_issue_may_be(look):
    assert len(look(dates="x y\n" * 30_000, links="x" * 70_000)[0]) < 65_000


def test_it_judges_today_strictly_and_asks_for_the_pages_of_others(look):
    before = datetime.now(UTC).date()
    _, (check, links) = look()
    after = datetime.now(UTC).date()

    assert check in {f"-m decision_tree check --strict --on {day}" for day in (before, after)}
    assert links == "-m publish.links"


def test_the_real_commands_take_these_arguments(look):
    _, (check, links) = look()
    done = subprocess.run([sys.executable, *check.split()], cwd=ROOT, capture_output=True, check=False)

    assert done.returncode in (CLEAN, PROBLEMS)
    assert _parser().parse_args(links.split()[2:])


# The issue


@pytest.fixture
def issue(tmp_path, program):
    program("gh", GH)
    report = tmp_path / "report.md"

    def issue(words, *, number="", has_issues="true"):
        report.write_text(words)
        done, notes = run(tmp_path, "issue.sh", report, OPEN=number, HAS_ISSUES=has_issues)
        return done, [note for note in notes if not note.startswith(("repo view", "issue list"))]

    return issue


def test_the_first_finding_opens_an_issue(issue):
    done, (label, created) = issue("## Dates")

    assert done.returncode == 0
    assert label.startswith("label create weekly-check ")
    assert created.startswith("issue create --title Weekly check")
    assert created.endswith("report.md")


def test_the_next_finding_changes_that_issue_and_opens_no_other(issue):
    done, (edited,) = issue("## Dates", number="17")

    assert done.returncode == 0
    assert edited.startswith("issue edit 17 --body-file ")


def test_when_all_is_well_the_issue_is_closed(issue):
    _, (closed,) = issue("", number="17")

    assert closed == "issue close 17 --comment All is well again."


def test_when_all_is_well_and_no_issue_is_open_nothing_is_done(issue):
    done, notes = issue("")

    assert (done.returncode, notes) == (0, [])


def test_a_repository_without_issues_gets_the_report_in_the_run_which_fails(issue):
    done, notes = issue("## Dates", has_issues="false")

    assert done.returncode == 1
    assert "## Dates" in done.stdout
    assert notes == []


def test_a_repository_without_issues_where_all_is_well_has_a_run_that_succeeds(issue):
    assert issue("", has_issues="false")[0].returncode == 0
