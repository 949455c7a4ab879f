"""FORKING.md does what it says: its commands run, from a fresh clone to a site and an update."""

import re
import shutil
import xml.etree.ElementTree as ET

import pytest
import yaml
from following import Walk, addresses, install, steps
from repositories import ROOT, commit, days_later, git, guide, new_repository, run

from decision_tree.reading.load import load

pytestmark = [pytest.mark.xdist_group("forking guide"), pytest.mark.upstream]

TEXT = (ROOT / "FORKING.md").read_text(encoding="utf-8")
STEPS = list(steps(TEXT))
LOCAL = yaml.safe_load(next(step.text for step in STEPS if step.file.endswith("local.yml")))
SETTINGS = yaml.safe_load(next(step.text for step in STEPS if step.file == "mkdocs.yml"))
TREE = load(ROOT / "decision_tree" / "tree.yml").data
OVERRIDDEN = next(iter(LOCAL["takeaways"]))
RELEASED, UPDATED = days_later(0), days_later(51)
THEIRS = "Upstream found better words for this."
PICTURES = re.findall(r"!\[([^\]]*)\]\((pictures/[^)]+)\)", TEXT)
SVG = "{http://www.w3.org/2000/svg}"


def correct(upstream):
    """Upstream corrects the very sentence that the document replaces."""
    tree = upstream / "decision_tree" / "tree.yml"
    before, key, after = tree.read_text().partition(f"\n  {OVERRIDDEN}: >-\n")
    assert key
    tree.write_text(f"{before}{key}    {THEIRS}\n{after}")
    commit(upstream, "Correct a takeaway", UPDATED)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """Upstream as it is here, with a release and an update after it; and what GitHub keeps of a fork."""
    folder = tmp_path_factory.mktemp("forking")
    upstream = new_repository(folder / "upstream", "Release 1.0.0", RELEASED)
    git(upstream, "tag", f"v{(upstream / 'decision_tree' / 'release.txt').read_text().strip()}")
    git(folder, "clone", "--quiet", "--bare", "upstream", "fork.git")
    git(folder, "clone", "--quiet", "upstream", "zip")
    correct(upstream)
    return folder


@pytest.fixture(scope="module")
def walk(world):
    """Somebody who has followed the document to its end, on a computer."""
    (world / "home").mkdir()
    walk = Walk(world / "home", addresses(owner=world / "upstream", your_name=world / "fork.git"))
    for step in STEPS:
        if not step.scenario:
            walk.take(step)
    return walk


def seen(walk, command):
    """What they saw after the last block with this command."""
    return [printed for text, printed in walk.seen.items() if command in text][-1]


def test_the_document_gives_a_command_for_each_step_that_it_names():
    commands = "".join(step.text for step in STEPS if not step.file)

    for named in ("git clone", "make guide", "make site", "explain", "git push", "git merge", "tie"):
        assert named in commands


def test_the_check_counts_what_the_guide_holds(walk):
    assert re.search(r"\d+ questions, .* \d+ routes", walk.seen["make guide"])
    assert "error[" not in walk.seen["make guide"]


def test_the_site_has_the_forks_name_and_words_and_lacks_what_it_removed(walk):
    site = walk.folder / "site"
    hub = (site / "index.html").read_text()
    questions = (site / "faq" / "index.html").read_text()

    assert SETTINGS["site_name"] in hub
    assert "We can help you with it." in hub
    for entry in LOCAL["faq"].values():
        assert entry["question"] in questions
    assert LOCAL["reference"]["facts"]["facts"]["our-reply-time"]["statement"] in questions
    removed = [TREE["not_to_do"][id_]["do_not"] for id_, value in LOCAL["not_to_do"].items() if value is None]
    assert removed
    assert [words for words in removed if words in hub] == []


def test_the_site_has_the_forks_brand(walk):
    brand = SETTINGS["extra"]["brand"]
    hub = (walk.folder / "site" / "index.html").read_text()

    assert (walk.folder / "site" / brand["logo"]).exists()
    for shown in (brand["tagline"], brand["helpline"]["label"], brand["helpline"]["number"], brand["legal"]):
        assert shown in hub


def test_the_site_has_the_forks_own_page_and_the_path_to_which_its_answer_leads(walk):
    site = walk.folder / "site"
    added = yaml.safe_load(next(step.text for step in STEPS if step.adds))
    (path,), (page,) = added["outcomes"], added["pages"]
    (answer,) = (answer for one in added["questions"].values() for answer in one["options"])

    assert (
        added["outcomes"][path]["today"]["call"]["do"] in (site / "paths" / path / "index.html").read_text()
    )
    assert f'href="../../{page}/"' in (site / "paths" / path / "index.html").read_text()
    assert 'href="../../our-clinic/"' in (site / "paths" / path / "index.html").read_text()
    assert added["pages"][page]["intro"] in (site / page / "index.html").read_text()
    assert (
        f'data-option="{answer}" data-next="{path}"' in (site / "find-your-path" / "index.html").read_text()
    )


@pytest.mark.parametrize("page", ["our-team", "our-clinic"])
def test_both_kinds_of_a_page_of_ones_own_have_what_the_document_says(walk, page):
    html = (walk.folder / "site" / page / "index.html").read_text()
    brand = SETTINGS["extra"]["brand"]

    assert f" - {brand['name']}</title>" in html
    for shown in ('href="tel:988"', TREE["site"]["disclaimer"], brand["contact"], brand["legal"]):
        assert shown in html


def test_a_page_of_ones_own_that_cannot_be_built_is_named_with_its_line_and_the_reason(walk):
    page = walk.folder / "docs" / "our-notes.md"
    page.write_text("# Our notes\n\nDear {{ reader }}.\n")
    try:
        made = run(walk.folder, "make", "site")
    finally:
        page.unlink()

    assert made.returncode != 0
    assert "our-notes.md:3:6: error" in made.stdout
    assert "{{ reader }}" in made.stdout
    assert (walk.folder / "site" / "index.html").exists()


def test_explain_says_where_the_forks_words_stand(walk):
    assert "decision_tree/local.yml:" in seen(walk, "explain")


def test_the_fork_on_github_has_the_words_and_the_update(walk, world):
    messages = git(world / "fork.git", "log", "--format=%s", "main").splitlines()

    assert "Our name, our colors, our words" in messages
    assert "Correct a takeaway" in messages
    assert git(walk.folder, "status", "--porcelain") == ""


def test_after_the_update_the_check_shows_what_upstream_changed_under_the_forks_words(walk):
    printed = seen(walk, "git merge")

    assert f"upstream has changed takeaways.{OVERRIDDEN}" in printed
    assert THEIRS in printed


def test_a_note_behind_the_line_ends_the_question_as_the_document_says(walk):
    local = walk.folder / "decision_tree" / "local.yml"
    before = local.read_text()
    line = next(line for line in before.splitlines() if line.startswith(f"  {OVERRIDDEN}:"))
    local.write_text(before.replace(line, f"{line}  # compared"))
    try:
        assert "upstream has changed" not in guide(walk.folder, "check").stdout
    finally:
        local.write_text(before)


def test_the_error_that_it_shows_is_the_one_that_the_check_prints(walk):
    shown = re.search(r"(?m)^decision_tree/local\.yml:(\d+):\d+: error\[removal\]: \"([\w-]+)\".*$", TEXT)
    local = walk.folder / "decision_tree" / "local.yml"
    before = local.read_text()
    lines = before.splitlines()
    lines[int(shown[1]) - 1] = f"  {shown[2]}: null"
    local.write_text("\n".join(lines))
    try:
        assert shown[0] in guide(walk.folder, "check").stdout.splitlines()
    finally:
        local.write_text(before)


def test_a_copy_that_is_no_fork_is_tied_and_takes_the_update(world):
    shutil.rmtree(world / "zip" / ".git")
    install(world / "zip")
    walk = Walk(world / "zip", addresses(owner=world / "upstream"))
    for step in STEPS:
        if step.scenario == "copy":
            walk.take(step)

    assert "This copy is tied to release" in seen(walk, "tie")
    assert THEIRS in (world / "zip" / "decision_tree" / "tree.yml").read_text()


def test_it_says_after_each_step_what_one_will_see():
    sections = re.split(r"(?m)^## (?=\d\. )", TEXT)[1:]
    silent = [section.splitlines()[0] for section in sections if "You will see" not in section]

    # Two steps are a look at the finished site and a choice for later.
    assert [title for title in silent if not title.startswith(("7.", "8."))] == []


def test_it_has_pictures_and_uses_all_that_there_are():
    drawn = {f"pictures/{file.name}" for file in (ROOT / "pictures").glob("*.svg")}

    assert {name for _, name in PICTURES} == drawn


@pytest.mark.parametrize(("words", "name"), PICTURES, ids=lambda value: value[-20:])
def test_a_picture_is_told_in_words_and_holds_nothing_foreign(words, name):
    picture = ET.parse(ROOT / name).getroot()
    kinds = {element.tag.removeprefix(SVG) for element in picture.iter()}

    assert len(words) > 20
    assert picture.get("role") == "img"
    assert picture.find(f"{SVG}title").text
    assert picture.find(f"{SVG}desc").text
    assert kinds <= {"svg", "title", "desc", "rect", "text", "line", "circle", "polygon"}
