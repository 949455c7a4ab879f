"""A fork keeps taking updates: merges are clean, its own words stay, and it hears of corrections."""

import sys
from pathlib import Path

import pytest
import yaml
from repositories import ROOT, commit, days_later, git, guide, new_repository, run

from decision_tree.project import read_guide

pytestmark = pytest.mark.xdist_group("merging")

RELEASED, FORKED, UPDATED = days_later(0), days_later(6), days_later(51)
GUIDE = read_guide(ROOT)
OVERRIDDEN, FOLLOWED, *_ = GUIDE.takeaways
# One that other pages name too, so that what points to it must still find something.
REMOVED = next(
    id_ for id_ in GUIDE.existing(GUIDE.outcomes["medicine"].related) if not GUIDE.outcomes[id_].path
)
OURS = "**Call our helpline first:** we answer on weekdays."
THEIRS = "Upstream found better words for this."
NEWS = "Upstream has news here."


HELPLINE = {
    "title": "Call our helpline",
    "description": "Who answers, on which days, and what to have at hand when you call us.",
    "here_if": "You are here if you want to talk to somebody.",
    "why": "You asked for somebody to talk to.",
    "means": "We answer on weekdays.",
    "today": {"call": {"who": "Us", "do": "Call us."}},
}


def elsewhere(outcome: str, new: str) -> dict:
    """What a fork writes to lead every option that leads to an outcome to another."""
    return {
        question.id: {"options": {option.id: {"next": new} for option in found}}
        for question in GUIDE.finder.questions.values()
        if (found := [option for option in question.options.values() if option.next == outcome])
    }


def rebrand(project: Path) -> None:
    """What FORKING.md tells an organization to do: its name, its words, its own page and picture."""
    settings = yaml.safe_load((project / "mkdocs.yml").read_text())
    settings |= {"site_name": "Care Rights Center", "site_url": "https://care-rights.example/"}
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False))
    local = {
        "takeaways": {OVERRIDDEN: OURS},
        "faq": {"our-hours": {"question": "When do you answer?", "answer": "On weekdays."}},
        "questions": elsewhere(REMOVED, "get-the-letter"),
        "outcomes": {REMOVED: None, "our-helpline": HELPLINE},
    }
    start = local["questions"].setdefault(GUIDE.finder.start, {"options": {}})
    start["options"]["helpline"] = {"label": "I want to talk to somebody", "next": "our-helpline"}
    (project / "docs" / "paths" / "our-helpline.md").write_text('{{ outcome_page("our-helpline") }}\n')
    (project / "decision_tree" / "local.yml").write_text(yaml.safe_dump(local, sort_keys=False))
    (project / "docs" / "our-office.md").write_text("# Our office\n\nCome and see us.\n")
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>\n'
    (project / "docs" / "assets" / "brand" / "our-logo.svg").write_text(picture)


def update(upstream: Path) -> None:
    """Upstream changes a passage that the fork overrides, one that it does not, and its own code."""
    tree = upstream / "decision_tree" / "tree.yml"
    text = tree.read_text()
    for id_, words in ((OVERRIDDEN, THEIRS), (FOLLOWED, NEWS)):
        key = f"\n  {id_}: >-\n"
        assert text.count(key) == 1
        text = text.replace(key, f"{key}    {words}\n")
    tree.write_text(text)
    for name in ("macros/templates/pages/hub.md", "README.md", "docs/assets/page/page.css"):
        with (upstream / name).open("a") as file:
            file.write("\n")
    commit(upstream, "Correct two takeaways", UPDATED)


@pytest.fixture(scope="module")
def fork(tmp_path_factory) -> Path:
    """A fork that has rebranded, and has then taken upstream's update."""
    folder = tmp_path_factory.mktemp("fork")
    upstream = new_repository(folder / "upstream", "Release 1.0.0", RELEASED)
    git(folder, "clone", "--quiet", "upstream", "fork")
    rebrand(folder / "fork")
    commit(folder / "fork", "Our own guide", FORKED)
    update(upstream)
    git(folder / "fork", "pull", "--quiet", "--no-rebase", "--no-edit")
    return folder / "fork"


def test_an_update_merges_without_a_conflict(fork):
    assert git(fork, "status", "--porcelain") == ""
    assert THEIRS in (fork / "decision_tree" / "tree.yml").read_text()
    assert OURS in (fork / "decision_tree" / "local.yml").read_text()


def test_the_check_warns_of_what_upstream_changed_under_the_forks_words_and_shows_both(fork):
    checked = guide(fork, "check")
    warnings = [line for line in checked.stdout.splitlines() if "upstream has changed" in line]

    assert checked.returncode == 0, checked.stdout
    assert len(warnings) == 1
    assert warnings[0].startswith("decision_tree/local.yml:2:3: warning[upstream-changed]: ")
    assert f"takeaways.{OVERRIDDEN}" in warnings[0]
    assert THEIRS in warnings[0]
    assert OURS in warnings[0]


def test_the_site_keeps_the_forks_words_and_takes_upstreams_others(fork):
    built = run(fork, sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet")
    assert built.returncode == 0, built.stdout + built.stderr
    hub = (fork / "site" / "index.html").read_text()

    assert "Call our helpline first" in hub
    assert THEIRS not in hub
    assert NEWS in hub
    assert "Care Rights Center" in hub
    assert "When do you answer?" in (fork / "site" / "faq" / "index.html").read_text()
    assert "Come and see us." in (fork / "site" / "our-office" / "index.html").read_text()


def test_an_outcome_of_the_forks_own_has_its_page_and_is_reached(fork):
    finder = (fork / "site" / "find-your-path" / "index.html").read_text()

    assert "We answer on weekdays." in (fork / "site" / "paths" / "our-helpline" / "index.html").read_text()
    assert 'data-option="helpline" data-next="our-helpline"' in finder


def test_the_address_of_a_removed_outcome_points_on(fork):
    page = (fork / "site" / "paths" / REMOVED / "index.html").read_text()

    assert GUIDE.interface["page_moved"] in page
    assert 'href="../../find-your-path/"' in page
    assert f'data-outcome="{REMOVED}"' not in (fork / "site" / "find-your-path" / "index.html").read_text()


def test_whoever_keeps_their_words_changes_a_comment_and_is_asked_no_more(fork):
    local = fork / "decision_tree" / "local.yml"
    before = local.read_text()
    assert before.count(f"{OURS}'\n") == 1
    local.write_text(before.replace(f"{OURS}'\n", f"{OURS}'  # read upstream's, and kept ours\n"))
    try:
        assert "upstream has changed" not in guide(fork, "check").stdout
    finally:
        local.write_text(before)


# A copy made from a template or a zip has no history in common with upstream


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    upstream = new_repository(folder / "upstream", "Release 1.0.0", RELEASED)
    git(upstream, "tag", f"v{(upstream / 'decision_tree' / 'release.txt').read_text().strip()}")
    copied = new_repository(folder / "copied", "Made from a template", FORKED)
    rebrand(copied)
    commit(copied, "Our own guide", FORKED)
    update(upstream)
    return copied


def test_a_copy_is_tied_to_the_release_that_it_is_of_and_then_merges(copy):
    assert git(copy, "log", "--format=%s").splitlines() == ["Our own guide", "Made from a template"]

    tied = guide(copy, "tie", str(copy.parent / "upstream"))
    assert tied.returncode == 0, tied.stderr
    assert "tied to release" in tied.stdout
    git(copy, "merge", "--no-edit", "upstream/main")

    assert THEIRS in (copy / "decision_tree" / "tree.yml").read_text()
    assert OURS in (copy / "decision_tree" / "local.yml").read_text()
    assert "Care Rights Center" in (copy / "mkdocs.yml").read_text()
    again = guide(copy, "tie", str(copy.parent / "upstream"))
    assert "shares its history with upstream already" in again.stdout


@pytest.fixture
def lone(tmp_path) -> Path:
    """A copy with one commit, tied to nothing yet."""
    return new_repository(tmp_path / "lone", "A copy", FORKED)


def test_a_change_that_is_not_committed_comes_first(lone, copy):
    (lone / "README.md").write_text("ours")

    refused(lone, copy.parent / "upstream", "commit them first")


@pytest.mark.parametrize(
    ("release", "message"), [("0.0.1", "no release 0.0.1"), ("", "which release was copied")]
)
def test_a_copy_that_does_not_know_its_release_is_told(lone, copy, release, message):
    (lone / "decision_tree" / "release.txt").write_text(release)
    commit(lone, "Another release", FORKED)

    refused(lone, copy.parent / "upstream", message)


def test_an_address_without_a_repository_is_told(lone, tmp_path):
    refused(lone, tmp_path / "nowhere", "nowhere")


def refused(project: Path, address: Path, message: str) -> None:
    before = git(project, "rev-parse", "HEAD")
    tied = guide(project, "tie", str(address))

    assert tied.returncode == 1
    assert message in tied.stderr
    assert git(project, "rev-parse", "HEAD") == before
