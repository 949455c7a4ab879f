"""The page for frames on other sites, and the page with the code for it, as HTML."""

import re
from urllib.parse import urlsplit

import html5lib
import pytest
from built import EMBED, GUIDE, address, find_all, page, search_index, words_of
from links import HOME

OWN_ACTIONS = ("option", "action")
"""What a link of the finder's own is marked with."""


@pytest.fixture
def embed(site):
    return page(site, EMBED)


def codes(site) -> list[str]:
    """The pieces of code on the page to copy from, in order."""
    return ["".join(code.itertext()) for code in find_all(page(site, "share").content, "code")]


def elements(code: str, tag: str):
    return list(html5lib.parseFragment(code, namespaceHTMLElements=False).iter(tag))


# The page for frames


def test_it_has_nothing_of_the_theme_but_the_sites_colors(site, embed):
    loaded = [
        element.get("src") or element.get("href")
        for element in (*embed.all("script"), *embed.all("link"))
        if element.get("rel") != "canonical"
    ]

    assert [file for file in loaded if not file.startswith("../assets/")] == []
    assert [file for file in loaded if re.search(r"/(javascripts|stylesheets)/|site\.js$", file)] == []
    style = "".join(own_sheets(site, embed))
    for name in ("palette", "stale-mark", "paper", "path-finder"):
        assert (site / "assets" / name / f"{name}.css").read_text() in style
    assert not re.search(r"\.md-[a-z]", style)
    assert [name for name in ("header", "nav", "form") if embed.all(name)] == []


def own_sheets(site, built) -> list[str]:
    """What the style sheets hold that the page's look waits for; paper's it does not wait for."""
    links = [link for link in built.all("link") if link.get("rel") == "stylesheet" and not link.get("media")]
    return [(site / "embed" / link.get("href")).read_text() for link in links]


def test_search_engines_and_the_sites_own_search_leave_it_out(site, embed):
    assert embed.meta("robots") == "noindex"
    assert [entry for entry in search_index(site) if entry["location"].startswith(address(EMBED))] == []


def test_every_link_leaves_the_frame_but_the_finders_own(embed):
    (base,) = embed.all("base")
    links = embed.all("a")
    stay = [link for link in links if link.get("target") == "_self"]
    own = [link for link in links if any(f"data-{name}" in link.attrib for name in OWN_ACTIONS)]

    assert base.attrib == {"target": "_top"}
    assert [link.get("target") for link in links if link not in stay and link.get("target")] == []
    assert stay == own
    assert [link.get("href") for link in stay if not link.get("href", "#").startswith("#")] == []


def test_every_link_that_leaves_the_frame_is_whole(embed):
    leaving = [link.get("href") for link in embed.all("a") if link.get("target") != "_self"]
    carried = [value for link in embed.all("a") if (value := link.get("data-carry"))]

    assert [link for link in leaving if not link.startswith((HOME, "https://", "tel:"))] == []
    assert [link for link in carried if not link.startswith(HOME)] == []


@pytest.mark.parametrize("outcome", GUIDE.outcomes)
def test_a_result_leads_to_its_page(embed, outcome):
    (link,) = find_all(embed.section("outcome", outcome), "a.finder-open")

    assert link.get("href") == link.get("data-carry") == f"{HOME}paths/{outcome}/"


def test_a_copied_link_leads_to_the_finders_own_page(embed):
    (finder,) = embed.all("path-finder")

    assert finder.get("data-page") == HOME + address("find-your-path")


def test_it_says_whose_it_is(embed):
    links = {link.get("href"): words_of(link) for link in embed.all("a")}
    name = page_name(embed)

    assert name in links[HOME]


def page_name(built) -> str:
    return built.all("title")[0].text.rpartition(" - ")[2]


# The page to copy from


def test_the_code_shows_the_page_for_frames_and_says_what_it_is(site):
    frames = [frame for code in codes(site) for frame in elements(code, "iframe")]

    assert len(frames) == 2
    for frame in frames:
        assert frame.get("src") == HOME + address(EMBED)
        assert frame.get("title") == GUIDE.pages[EMBED].title
        assert frame.get("referrerpolicy") == "no-referrer"
        assert "scrolling" not in frame.attrib


def test_one_piece_of_code_has_no_script_and_the_other_has_a_file_of_the_site(site):
    scripts = [elements(code, "script") for code in codes(site) if elements(code, "iframe")]

    assert sorted(len(found) for found in scripts) == [0, 1]
    (script,) = [script for found in scripts for script in found]
    assert script.get("src").startswith(HOME)
    assert (site / script.get("src").removeprefix(HOME)).is_file()


def test_every_address_in_the_code_is_whole_and_the_sites_own(site):
    found = [link for code in codes(site) for link in re.findall(r'(?:src|href)="([^"]*)"', code)]

    assert found
    assert [link for link in found if not link.startswith(HOME) or not urlsplit(link).netloc] == []


def test_each_piece_of_code_can_be_copied(site):
    boxes = find_all(page(site, "share").content, "copy-text")

    assert len(boxes) == len(codes(site))
    assert {words_of(button) for box in boxes for button in box.iter("button")} == {
        GUIDE.interface["copy_code"]
    }
