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


@pytest.mark.parametrize(
    ("file", "wrong", "told"),
    [
        ("macros/templates/pages/hub.md", "{{ 1 // 0 }}", "ZeroDivisionError"),
        ("overrides/main.html", "{% block once %}", "TemplateSyntaxError"),
    ],
)
def test_a_mistake_of_our_own_ends_the_build_with_one_line_that_says_what_to_report(
    tmp_path, epoch, file, wrong, told
):
    project = copy_project(tmp_path / "project")
    with (project / file).open("a") as template:
        template.write(wrong)

    run = make_site(project, epoch)

    line, *after = run.stderr.partition("error[crash]: ")[2].splitlines()
    assert run.returncode != 0
    assert line.startswith(f"the program stopped by a mistake of its own, {told}")
    assert "report it" in line
    assert ".build/crash.txt" in line
    assert [words for words in after if not re.match(r"make(?:\[\d+\])?: ", words)] == []
    assert told in (project / ".build" / "crash.txt").read_text()
    assert "Traceback" not in run.stdout + run.stderr
    assert not (project / "site").exists()


def test_a_page_of_a_forks_own_that_links_to_nowhere_is_told(tmp_path, epoch):
    project = copy_project(tmp_path / "project")
    (project / "docs" / "ours.md").write_text("# Ours\n\n[gone](no-such-page.md)\n")

    run = make_site(project, epoch)

    assert run.returncode != 0
    assert re.search("ours.md.*no-such-page.md", run.stdout + run.stderr)
    assert "Traceback" not in run.stdout + run.stderr


def test_two_builds_of_one_commit_give_the_same_bytes(site, tmp_path, epoch):
    project = copy_project(tmp_path / "somewhere else" / "project")
    run = make_site(project, epoch)
    assert run.returncode == 0, run.stdout + run.stderr

    first, second = files_of(site), files_of(project / "site")

    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
