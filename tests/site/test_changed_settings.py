"""What a fork may turn off or move, and what time does to a site: a build with other settings, years on."""

import json
import re
from datetime import UTC, datetime, time, timedelta
from urllib.parse import urlsplit

import pytest
from built import EMBED, FILES, GUIDE, SOURCES, find_all, own_settings, page, words_of
from copies import copy_project, edit, settle

pytestmark = pytest.mark.xdist_group("changed settings")

FACTS = GUIDE.reference.facts
ENDS = {fact.id: fact.until for fact in FACTS.values() if fact.until}
LATER = max(ENDS.values(), default=max(fact.reviewed for fact in FACTS.values())) + timedelta(days=1)
WARNING = GUIDE.interface["date_passed"]
DESCRIPTION = (
    'They wrote "not a covered benefit" & nothing else. What it means, when 1 < 2, whom to ask, what to send.'
)


@pytest.fixture(scope="module")
def changed(tmp_path_factory, build_site):
    """A site without a way to leave, below a path, with odd characters, whose dates have passed."""
    project = copy_project(tmp_path_factory.mktemp("changed") / "project")
    extra = {**own_settings(project)["extra"], "leave_url": ""}
    settle(
        project,
        extra=extra,
        site_url="https://care.example/some/sub/path/",
        site_name="Mind & Care",
    )
    tree = project / "decision_tree" / "tree.yml"
    old = re.search(r"^ {4}description:.*\n(?: {5,}.*\n)*", tree.read_text(), re.MULTILINE)[0]
    edit(tree, old, f"    description: {json.dumps(DESCRIPTION)}\n")
    build_site(project, project / "site", str(int(datetime.combine(LATER, time(12), UTC).timestamp())))
    return project / "site"


@pytest.mark.parametrize("page_id", FILES)
def test_without_an_address_to_leave_to_there_is_no_such_link(changed, page_id):
    built = page(changed, page_id)

    assert [link for link in built.all("a") if "data-leave" in link.attrib] == []
    assert "988" in words_of(built.all("div.crisis")[0])


@pytest.mark.parametrize("page_id", SOURCES)
def test_a_claim_whose_date_has_passed_is_marked(changed, page_id):
    stamps = [
        stamp for stamp in find_all(page(changed, page_id).content, "span.stamp") if stamp.get("data-until")
    ]
    late = [stamp for stamp in stamps if stamp.get("data-until") < str(LATER)]

    assert [stamp.attrib for stamp in late if words_of(stamp) != WARNING] == []


def test_some_claim_has_a_date_that_can_pass():
    assert ENDS


@pytest.mark.parametrize("page_id", SOURCES)
def test_on_the_day_of_the_commit_only_what_has_passed_by_then_is_marked(site, page_id, epoch):
    day = datetime.fromtimestamp(int(epoch), UTC).date()
    by_dates = {(str(fact.reviewed), str(fact.until or "")): fact.passed(day) for fact in FACTS.values()}
    stamps = find_all(page(site, page_id).content, "span.stamp")
    wrong = [
        stamp.attrib
        for stamp in stamps
        if by_dates[stamp.get("data-reviewed"), stamp.get("data-until", "")] != (words_of(stamp) == WARNING)
    ]

    assert wrong == []


def test_a_description_may_hold_quotation_marks_and_signs(changed):
    described = [built.meta("description") for built in map_pages(changed)]

    assert DESCRIPTION in described
    assert DESCRIPTION in [built.meta("og:description") for built in map_pages(changed)]


def map_pages(site):
    return [page(site, page_id) for page_id in SOURCES]


@pytest.mark.parametrize("page_id", FILES)
def test_a_sites_name_may_hold_an_ampersand(changed, page_id):
    built = page(changed, page_id)

    assert (built.all("title")[0].text or "").endswith("Mind & Care")
    assert built.errors == ()


def test_the_page_for_frames_and_the_code_for_it_name_the_sites_own_address(changed):
    home = "https://care.example/some/sub/path/"
    code = "".join("".join(one.itertext()) for one in find_all(page(changed, "share").content, "code"))
    results = [link.get("href") for link in page(changed, EMBED).all("a") if "data-carry" in link.attrib]

    assert [link for link in re.findall(r'(?:src|href)="([^"]*)"', code) if not link.startswith(home)] == []
    assert f'src="{home}embed/"' in code
    assert [link for link in results if not link.startswith(home)] == []
    assert "Mind & Care" in words_of(page(changed, EMBED).all("footer")[0])


@pytest.mark.parametrize("page_id", FILES)
def test_below_a_path_no_link_leads_to_the_root_of_the_host(changed, page_id):
    links = [element.get(name, "") for element in page(changed, page_id).elements for name in ("href", "src")]
    rooted = [link for link in links if link.startswith("/")]

    assert [link for link in rooted if not urlsplit(link).path.startswith("/some/sub/path")] == []
