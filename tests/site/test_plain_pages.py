"""Every page has the same frame, in either engine: also a plain one, and that for wrong addresses."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from built import FILES, GUIDE, NOT_FOUND, find_all, parsed, words_of
from copies import copy_project, edit, settle

pytestmark = [pytest.mark.xdist_group("own pages"), pytest.mark.upstream]

HOME = "https://care.example/guide/"
NAME, CONTACT, REGION = "Care Center", "us@care.example", 'Ohio & <the "West">'
PLAIN = {
    "our-clinic.md": "# Our *clinic* & you\n\nCall first. [Your rights](rights.md)\n",
    "team/here/who-we-are.md": "# Who we are\n\nFive people. [The clinic](../../our-clinic.md)\n",
}
TITLES = {"our-clinic/index.html": "Our clinic & you", "team/here/who-we-are/index.html": "Who we are"}
FRAME = "No advice. [Urgent](guide:urgent#do-this-today), [home](guide:hub), [our clinic](guide:our-clinic)."
"""What the foot says, with links that must be right from every page."""
LINKS = {"Urgent": "paths/urgent/#do-this-today", "home": "", "our clinic": "our-clinic/"}
LOCAL = {
    "site": {"disclaimer": FRAME, "leave": {"note": "It hides nothing. [Why](guide:our-clinic)."}},
    "faq": {"our-clinic": {"question": "Where are you?", "answer": "At [our clinic](guide:our-clinic)."}},
}
every_plain_page = pytest.mark.parametrize("file", TITLES)
every_page = pytest.mark.parametrize("file", [*TITLES, *FILES.values()])


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def own(request, tmp_path_factory, build_site, epoch) -> Path:
    """The site of a fork with two plain pages, below a path of its host, as each engine builds it."""
    project = copy_project(tmp_path_factory.mktemp("own-pages") / "project")
    shutil.rmtree(project / "overrides" / "made", ignore_errors=True)
    brand = {"name": NAME, "contact": CONTACT, "region": REGION}
    settle(
        project, site_name=NAME, site_url=HOME, extra={"brand": brand, "leave_url": "https://news.example/"}
    )
    (project / "decision_tree" / "local.yml").write_text(yaml.safe_dump(LOCAL, sort_keys=False))
    for name, text in PLAIN.items():
        (project / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "docs" / name).write_text(text)
    build_site(project, ".build/site", epoch, engine=request.param)
    return project / ".build" / "site"


@every_page
def test_a_page_has_the_crisis_line(own, file):
    (crisis,) = parsed(own / file).all("div.crisis")

    assert {"tel:988", "tel:911"} <= {link.get("href") for link in find_all(crisis, "a")}


@every_page
def test_a_page_has_the_disclaimer_with_links_that_lead_to_their_places(own, file):
    (footer,) = parsed(own / file).all("footer.site-footer")
    found = {words_of(link): link.get("href") for link in find_all(footer, "a")}
    # The page for wrong addresses is served at any of them.
    here = urljoin(HOME, "no/such/page" if file == FILES[NOT_FOUND] else file.removesuffix("index.html"))

    assert "No advice." in words_of(footer)
    for words, place in LINKS.items():
        assert urljoin(here, found[words]) == HOME + place


def test_the_page_for_frames_has_whole_addresses_in_its_disclaimer(own):
    (footer,) = parsed(own / FILES["embed"]).all("footer.site-footer")

    assert [link.get("href") for link in find_all(footer, "a")] == [
        *(HOME + place for place in LINKS.values()),
        HOME,
    ]


@every_page
def test_a_page_has_the_words_for_a_date_that_has_passed(own, file):
    (footer,) = parsed(own / file).all("footer.site-footer")

    assert footer.get("data-date-passed") == GUIDE.interface["date_passed"]


@pytest.mark.parametrize("file", [*TITLES, FILES[NOT_FOUND], FILES["urgent"]])
def test_a_page_has_contact_region_leave_note_feed_and_preview(own, file):
    built = parsed(own / file)
    (footer,) = built.all("footer.site-footer")
    (feed,) = [link for link in built.all("link") if link.get("type") == "application/atom+xml"]
    here = urljoin(HOME, file.removesuffix("index.html"))

    assert f"mailto:{CONTACT}" in [link.get("href") for link in find_all(footer, "a")]
    assert REGION in words_of(footer)
    assert "It hides nothing. Why." in words_of(footer)
    assert urljoin(here, feed.get("href")) == f"{HOME}changes.xml"
    assert NAME in feed.get("title")
    assert built.meta("og:image") == f"{HOME}assets/brand/share.png"
    assert built.meta("og:site_name") == NAME
    assert words_of(built.all("a.leave")[0]) == GUIDE.site.leave_label


@every_plain_page
def test_a_plain_page_has_its_first_heading_as_its_title(own, file):
    built = parsed(own / file)

    assert words_of(built.all("title")[0]) == f"{TITLES[file]} - {NAME}"
    assert built.meta("og:title") == TITLES[file]


@every_plain_page
def test_a_plain_page_is_valid_html(own, file):
    # The second engine's own header names its search twice.
    assert [error for error in parsed(own / file).errors if "duplicate-attribute" not in error] == []


def test_a_text_of_the_guide_leads_to_a_plain_page(own):
    links = find_all(parsed(own / FILES["faq"]).content, "a")

    assert urljoin(
        f"{HOME}faq/", next(link.get("href") for link in links if words_of(link) == "our clinic")
    ) == (f"{HOME}our-clinic/")


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_pages_are_built_without_words_where_the_guide_has_errors_and_none_stops_at_them(
    tmp_path, epoch, engine
):
    project = copy_project(tmp_path / "project")
    shutil.rmtree(project / "overrides" / "made", ignore_errors=True)
    edit(project / "mkdocs.base.yml", "on_error_fail: true", "on_error_fail: false")
    (project / "decision_tree" / "local.yml").write_text("site: {disclaimer: null}\n")
    (project / "docs" / "our-clinic.md").write_text(PLAIN["our-clinic.md"])

    run = subprocess.run(
        [sys.executable, "-m", engine, "build", "--clean"],
        cwd=project,
        env={**os.environ, "SITE_DIR": ".build/site", "PYTHONPATH": str(project), "SOURCE_DATE_EPOCH": epoch},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]

    page = parsed(project / ".build" / "site" / "our-clinic" / "index.html")
    assert "Call first." in words_of(page.content)
    assert words_of(page.all("div.crisis")[0]) == ""
