"""The path finder in a frame on another site, whose page runs our small script, or none."""

import html
import re
from urllib.parse import urlsplit

import pytest
from conftest import ROOT
from framed import HOME, with_attributes
from hosts import NARROWEST, listening
from playwright.sync_api import expect
from reader import fragment
from served import served
from test_accessibility import ways_to_each_step

from decision_tree.project import read_guide

GUIDE = read_guide(ROOT)
WAYS = {
    step: [(answer.question, answer.option) for answer in answers]
    for step, answers in ways_to_each_step(GUIDE.finder).items()
}
URGENT = (("right-now", "care-stopping"), ("who-is-stopping-it", "payment"))
LETTER = (("right-now", "no"), ("letter", "denial"))
REASON = (*LETTER, ("appealed-before", "no"))


@pytest.fixture(scope="module")
def scripted(hosts):
    """The reader in a frame whose host runs our script, for many walks."""
    return hosts.reader(hosts.open(hosts.code["scripted"]))


@pytest.fixture(scope="module")
def plain(hosts):
    """A host's page that runs no script."""
    return hosts.open(hosts.code["plain"])


# On a page with our script


@pytest.mark.parametrize(("step", "answers"), WAYS.items(), ids=WAYS)
def test_every_step_is_reached_and_the_frame_is_as_high_as_it(scripted, step, answers):
    scripted.starts()

    scripted.answers_at_once(*answers)

    scripted.stands_before(step, *answers)
    scripted.sees_frame_fit()


def test_the_next_question_is_brought_into_view(scripted):
    scripted.opens(fragment(REASON)).sees_frame_fit()
    last = list(scripted.question("reason").options.values())[-1]

    scripted.option("reason", last.id).click()

    scripted.is_focused_on(last.next)
    expect(scripted.heading(last.next)).to_be_in_viewport()


def test_our_script_may_come_after_the_frame(hosts):
    page = hosts.open(hosts.code["plain"])
    reader = hosts.reader(page)
    expect(reader.finder).to_have_attribute("data-ready", "")

    page.add_script_tag(url=f"{hosts.address}assets/embed/host.js")

    reader.sees_frame_fit()


def test_two_frames_on_a_page_have_each_its_own_height(hosts):
    both = hosts.code["scripted"] + hosts.code["plain"]
    page = hosts.open(both, viewport={"width": 320, "height": 4000})
    first, second = hosts.reader(page), hosts.reader(page, 1)

    first.answers(*LETTER)

    first.sees_frame_fit()
    second.sees_frame_fit()
    assert first.height != second.height


def test_an_answer_makes_no_request(hosts):
    page = hosts.open(hosts.code["scripted"])
    reader = hosts.reader(page)
    reader.sees_frame_fit()
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    reader.answers_at_once(*URGENT)

    reader.stands_before("urgent", *URGENT)
    reader.sees_frame_fit()
    assert asked == []


def test_the_host_learns_the_height_and_nothing_of_the_answers(hosts):
    page = hosts.open(listening(hosts.code["scripted"]))
    address = page.url
    reader = hosts.reader(page)

    reader.answers(*URGENT).sees_frame_fit()

    heard = page.evaluate("heard")
    assert heard
    for message in heard:
        assert message == {"type": "guide-frame-height", "height": message["height"]}
        assert message["height"] % 100 == 0
    assert page.url == address


# On a page without our script


def test_without_our_script_the_frame_holds_every_question_and_result(hosts, plain):
    for width in (320, 600):
        plain.set_viewport_size({"width": width, "height": 640})
        reader = hosts.reader(plain).opens()
        for step, answers in WAYS.items():
            reader.follows(fragment(answers))
            reader.sees(step)
            assert reader.bottom_of_step <= reader.height, (width, step)


def test_what_comes_below_scrolls_within_the_frame(hosts, plain):
    plain.set_viewport_size(NARROWEST)
    reader = hosts.reader(plain).opens(fragment(REASON))
    button = reader.finder.get_by_role("button", name=reader.words["print"])

    button.scroll_into_view_if_needed()

    expect(button).to_be_in_viewport(ratio=1)


def test_before_our_script_comes_the_frame_is_as_high_as_the_first_question(hosts):
    without = re.sub(r"<script.*?</script>", "", hosts.code["scripted"], flags=re.DOTALL)

    hosts.reader(hosts.open(without)).sees_frame_fit()


# Where little is allowed


def test_with_storage_blocked_all_works(hosts):
    reader = hosts.reader(hosts.open(hosts.code["scripted"], storage=False))

    reader.answers(*URGENT)

    reader.stands_before("urgent", *URGENT)
    reader.sees_frame_fit()


def test_in_a_frame_without_an_origin_all_works_but_the_height(hosts, site):
    with served(site, urlsplit(HOME).path, for_any_origin=True) as address:
        code = hosts.code["scripted"].replace(hosts.address, address)
        page = hosts.open(with_attributes(code, 'sandbox="allow-scripts"'), and_from=[address])
        reader = hosts.reader(page)
        assert reader.page.evaluate("origin") == "null"

        reader.answers(*URGENT)

        reader.stands_before("urgent", *URGENT)
        expect(reader.finder.get_by_text(reader.words["frame_without_script"])).to_be_hidden()
        assert page.locator("iframe").evaluate("frame => frame.style.height") == ""


def test_where_such_a_frame_is_given_no_modules_it_says_so_and_every_answer_is_a_link(hosts):
    page = hosts.open(with_attributes(hosts.code["plain"], 'sandbox="allow-scripts"'))
    reader = hosts.reader(page)
    says_so = reader.finder.get_by_text(reader.words["frame_without_script"])

    expect(says_so).to_be_visible()
    expect(reader.finder.get_by_role("link", name=reader.words["frame_own_page"])).to_have_attribute(
        "href", f"{HOME}find-your-path/"
    )
    for step, answers in WAYS.items():
        reader.opens()
        reader.answers_at_once(*answers)
        reader.sees(step)
    expect(says_so).to_be_visible()


def test_where_the_script_comes_nothing_is_said_of_frames_without_any(hosts, plain):
    reader = hosts.reader(plain).opens()
    expect(reader.finder).to_have_attribute("data-ready", "")

    expect(reader.finder.get_by_text(reader.words["frame_without_script"])).to_be_hidden()


def test_in_a_frame_with_the_permissions_that_we_name_all_works(hosts, site):
    source = html.unescape((site / "share" / "index.html").read_text())
    sandbox = re.search(r'sandbox="[^"]+"', source)[0]
    page = hosts.open(with_attributes(hosts.code["scripted"], sandbox))
    reader = hosts.reader(page)

    reader.answers(*URGENT).sees_frame_fit()
    reader.finder.get_by_role("link", name=reader.title("urgent")).click()

    expect(page).to_have_url(f"{HOME}paths/urgent/")


@pytest.mark.parametrize(
    ("attributes", "options"),
    [('sandbox=""', {}), ("", {"java_script_enabled": False})],
    ids=["refused-to-the-frame", "off"],
)
def test_without_any_script_each_answer_is_a_link(hosts, attributes, options):
    page = hosts.open(with_attributes(hosts.code["plain"], attributes), **options)
    reader = hosts.reader(page)
    reader.sees(GUIDE.finder.start)

    reader.answers(*LETTER)
    reader.sees("appealed-before")
    reader.presses("start_again")

    reader.sees(GUIDE.finder.start)


# Where the links lead


@pytest.mark.parametrize("java_script_enabled", [True, False], ids=["with-script", "without"])
def test_a_results_link_opens_in_the_readers_own_tab(hosts, java_script_enabled):
    page = hosts.open(hosts.code["plain"], java_script_enabled=java_script_enabled)
    reader = hosts.reader(page).answers(*URGENT)

    reader.finder.get_by_role("link", name=reader.title("urgent")).click()

    expect(page).to_have_url(f"{HOME}paths/urgent/")
    assert len(page.context.pages) == 1


def test_a_copied_link_leads_to_the_finders_own_page(hosts):
    reader = hosts.reader(hosts.open(hosts.code["scripted"])).answers(*URGENT)
    reader.page.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.copied = text } }")

    reader.presses("copy_link")

    reader.sees_notice("copied")
    assert reader.page.evaluate("copied") == f"{HOME}find-your-path/{fragment(URGENT)}"
