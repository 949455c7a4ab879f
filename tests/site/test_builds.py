"""A build is whole or is not, and the same commit always gives the same bytes."""

import re

import pytest
from built import GUIDE
from copies import copy_project, edit, files_of, make_site

pytestmark = pytest.mark.xdist_group("builds")


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """A project that has a site, and whose tree now cites a fact that does not exist."""
    project = copy_project(tmp_path_factory.mktemp("broken") / "project")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the site before")
    cited = next(fact for fact in GUIDE.reference.facts if f"[^{fact}]" in tree_of(project).read_text())
    edit(tree_of(project), f"[^{cited}]", "[^no-such-fact]")
    return project


def tree_of(project):
    return project / "decision_tree" / "tree.yml"


def test_a_fact_that_does_not_exist_stops_the_build_and_leaves_the_site_as_it_was(broken, epoch):
    run = make_site(broken, epoch)

    assert run.returncode != 0
    assert files_of(broken / "site") == {"index.html": b"the site before"}
    assert re.search(
        r"decision_tree/tree\.yml:\d+:\d+: error\[fact-unknown\]: .*no-such-fact", run.stdout + run.stderr
    )
    assert "Traceback" not in run.stdout + run.stderr


def test_the_engine_refuses_it_too_where_nobody_checked_before(broken, build_site, epoch):
    with pytest.raises(AssertionError, match="no-such-fact"):
        build_site(broken, broken / ".build" / "alone", epoch)


def test_two_builds_of_one_commit_give_the_same_bytes(site, tmp_path, epoch):
    project = copy_project(tmp_path / "somewhere else" / "project")
    run = make_site(project, epoch)
    assert run.returncode == 0, run.stdout + run.stderr

    first, second = files_of(site), files_of(project / "site")

    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
