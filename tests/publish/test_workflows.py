"""The workflows: valid, pinned, safe for pull requests of strangers, and naming only what exists."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
every_workflow = pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)


def read(file):
    # The base loader keeps `on` the word that it is.
    return yaml.load(file.read_text(), Loader=yaml.BaseLoader)


def steps(file):
    return [step for job in read(file)["jobs"].values() for step in job["steps"]]


def commands(file):
    return "\n".join(step["run"] for step in steps(file) if "run" in step)


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.dependabot", [ROOT / ".github" / "dependabot.yml"]),
    ],
)
def test_the_files_are_what_github_reads(schema, files):
    checker = [str(Path(sys.executable).with_name("check-jsonschema")), "--builtin-schema", schema]
    run = subprocess.run([*checker, *map(str, files)], capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr


def test_there_is_a_workflow_for_each_need():
    assert [file.stem for file in WORKFLOWS] == ["deploy", "preview", "test", "weekly"]


@every_workflow
def test_every_action_is_pinned_by_the_hash_of_a_commit_with_its_version_beside_it(file):
    used = re.findall(r"uses: (.*)", file.read_text())

    assert [
        one for one in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)
    ] == []


def test_an_action_has_the_same_version_everywhere():
    used = {pin for file in WORKFLOWS for pin in re.findall(r"uses: (\S+)@(\S+)", file.read_text())}

    assert len({name for name, _ in used}) == len(used)


@every_workflow
def test_a_job_may_only_read_unless_it_says_what_it_writes(file):
    assert read(file)["permissions"] == {"contents": "read"}


@every_workflow
def test_no_job_runs_for_ever(file):
    assert [name for name, job in read(file)["jobs"].items() if "timeout-minutes" not in job] == []


@every_workflow
def test_no_secret_is_named_and_no_strangers_code_is_run_with_rights(file):
    text = file.read_text()

    assert "secrets." not in text
    assert "pull_request_target" not in text
    assert "workflow_run" not in text


def test_a_job_that_may_write_runs_nothing_of_a_pull_request():
    started = [file for file in WORKFLOWS if "pull_request" in read(file)["on"]]
    writing = [
        job
        for file in started
        for job in read(file)["jobs"].values()
        if "write" in job.get("permissions", {}).values()
    ]

    assert [job["if"] for job in writing] == [
        "github.event.pull_request.head.repo.full_name == github.repository"
    ]
    assert [step for job in writing for step in job["steps"] if "uses" in step] == []


@every_workflow
def test_what_github_fills_in_never_becomes_part_of_a_command(file):
    """A branch may be called `$(…)`: values go through the environment."""
    assert "${{" not in commands(file)


@every_workflow
def test_the_checkout_has_the_whole_history_and_leaves_no_key_behind(file):
    for step in steps(file):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"] == {"fetch-depth": "0", "persist-credentials": "false"}


@every_workflow
def test_every_command_names_what_exists(file):
    targets = set(re.findall(r"(?m)^(\S+):", (ROOT / "Makefile").read_text())) | {".venv/site", ".venv/test"}
    written = commands(file)

    assert set(re.findall(r"\bmake (\S+)", written)) <= targets
    assert [name for name in re.findall(r"\bsh (\S+\.sh)", written) if not (ROOT / name).is_file()] == []
    assert [
        name for name in re.findall(r"-m ([\w.]+)", written) if importlib.util.find_spec(name) is None
    ] == []


def test_the_tests_run_in_each_python_and_in_each_browser():
    jobs = read(ROOT / ".github" / "workflows" / "test.yml")["jobs"]

    assert jobs["python"]["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13"]
    assert jobs["browser"]["strategy"]["matrix"]["browser"] == ["chromium", "firefox", "webkit"]
    assert [step["run"] for step in jobs["engines"]["steps"] if "run" in step] == ["make test-engines"]


def test_the_site_is_published_from_the_main_branch_only():
    assert read(ROOT / ".github" / "workflows" / "deploy.yml")["on"]["push"] == {"branches": ["main"]}


def test_the_weekly_check_comes_once_a_week():
    (moment,) = read(ROOT / ".github" / "workflows" / "weekly.yml")["on"]["schedule"]

    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", moment["cron"])
