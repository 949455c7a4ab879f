"""`make routes`, `release-ids` and `keys` write a whole file in the place of the old one, or nothing."""

import pytest
from copies import copy_project, make

WRITTEN = {
    "routes": ["routes.txt"],
    "release-ids": ["released_ids.txt"],
    "keys": ["KEYS.md", "RULES.md", "local.schema.json"],
}
BROKEN = {"routes": "tree.yml", "release-ids": "tree.yml", "keys": "tree.schema.json"}
"""What each is made from."""


@pytest.fixture
def project(tmp_path):
    return copy_project(tmp_path / "project")


def contents(project, target):
    return [(project / "decision_tree" / name).read_text() for name in WRITTEN[target]]


@pytest.mark.parametrize("target", WRITTEN)
def test_a_target_that_fails_leaves_the_old_files(project, epoch, target):
    before = contents(project, target)
    source = project / "decision_tree" / BROKEN[target]
    source.write_text("{ broken")

    run = make(project, target, epoch)

    assert run.returncode != 0
    assert contents(project, target) == before


@pytest.mark.parametrize("target", WRITTEN)
def test_a_target_that_works_writes_the_files(project, epoch, target):
    for name in WRITTEN[target]:
        (project / "decision_tree" / name).write_text("old\n")

    run = make(project, target, epoch)

    assert run.returncode == 0, run.stderr
    assert "old\n" not in contents(project, target)
