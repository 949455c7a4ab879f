"""The hooks that check a fork before it commits: pre-commit can read them, and their command judges."""

import re
import shlex

import pytest
import yaml
from following import install
from repositories import ROOT, copy_files, run

OFFERED = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
OWN = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())
HOOKS = [*OFFERED, *(hook for repo in OWN["repos"] for hook in repo["hooks"])]
KNOWN = {"id", "name", "description", "entry", "language", "pass_filenames", "files", "types"}
OF_THE_GUIDE = (
    "mkdocs.yml",
    "decision_tree/local.yml",
    "decision_tree/tree.yml",
    "decision_tree/reference/facts.yml",
)

pytestmark = pytest.mark.xdist_group("before each commit")


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_has_what_pre_commit_wants_and_needs_nothing_fetched(hook):
    assert {"id", "name", "entry", "language"} <= set(hook) <= KNOWN
    assert hook["language"] == "system"
    re.compile(hook.get("files", ""))


def test_our_own_hooks_come_from_no_other_repository():
    assert set(OWN) == {"repos"}
    assert [repo["repo"] for repo in OWN["repos"]] == ["local"]


def test_other_repositories_are_offered_the_check_that_we_use_ourselves():
    offered = next(hook for hook in OFFERED if hook["id"] == "check-guide")
    own = next(hook for repo in OWN["repos"] for hook in repo["hooks"] if hook["id"] == "check-guide")

    assert {key: value for key, value in offered.items() if key != "description"} == own


@pytest.mark.parametrize("file", OF_THE_GUIDE)
def test_the_check_runs_when_a_file_of_the_guide_changes(file):
    assert re.search(OFFERED[0]["files"], file)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = copy_files(tmp_path_factory.mktemp("hooks") / "project")
    install(project)
    return project


def test_the_hooks_command_lets_a_right_guide_pass(project):
    done = run(project, *shlex.split(OFFERED[0]["entry"]))

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hooks_command_refuses_a_wrong_one_at_its_line(project):
    local = project / "decision_tree" / "local.yml"
    local.write_text("faq:\n  no-such-question: null\n")
    try:
        done = run(project, *shlex.split(OFFERED[0]["entry"]))
    finally:
        local.unlink()

    assert done.returncode != 0
    assert "decision_tree/local.yml:2:3: error[" in done.stdout
