"""The site as a real server sends it, policy in headers and pages: all works and nothing is blocked."""

import re

import pytest
from nginx_server import served_by_nginx
from playwright.sync_api import expect
from reader import Reader
from served import served

pytestmark = [pytest.mark.xdist_group("nginx in the browser"), pytest.mark.upstream]

WAY = (("right-now", "no"), ("letter", "denial"))
RUN_A_STRANGERS_CODE = """() => {
    window.ran = [];
    const script = document.createElement('script');
    script.textContent = 'window.ran.push("script")';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<a onclick="window.ran.push(`handler`)">Press</a>');
    document.body.lastElementChild.click();
    try { setTimeout('window.ran.push("text as code")', 0); } catch { /* blocked */ }
}"""


@pytest.fixture(scope="module")
def home(site, tmp_path_factory):
    """Where nginx serves the site, with a slash at the end."""
    with served_by_nginx(site, tmp_path_factory.mktemp("nginx")) as nginx:
        yield f"{nginx.origin}/"


# Every page is opened by the accessibility tests, under the policy that stands in the page itself.
@pytest.mark.parametrize("place", ["", "find-your-path/", "paths/urgent/", "deadlines/", "help/", "faq/"])
def test_a_page_opens_without_a_breach(visit, home, place):
    visit.goto(home + place)
    expect(visit.get_by_role("heading", level=1)).to_be_visible()


def test_the_finder_on_the_hub_works(guide, visit, home):
    visit.goto(home)
    finder = visit.locator(f"path-finder#{guide.finder.id}")
    first = guide.finder.questions[guide.finder.start]
    option = next(iter(first.options.values()))
    finder.get_by_role("link").filter(has=visit.get_by_text(option.label, exact=True)).first.click()
    expect(visit).to_have_url(f"{home}#{first.id}={option.id}")


def test_the_finder_leads_to_an_outcomes_page(guide, visit, home):
    reader = Reader(guide, home, visit, guide.finder).opens()
    reader.answers(*WAY)
    reader.stands_before(guide.finder.questions["letter"].options["denial"].next, *WAY)
    visit.goto(f"{home}paths/urgent/")
    expect(visit.get_by_role("heading", level=1)).to_have_text(guide.outcomes["urgent"].title)


def test_search_finds(visit, home):
    visit.goto(home)
    box = visit.get_by_role("textbox", name="Search")
    box.click()
    box.press_sequentially("peer-to-peer")
    results = visit.get_by_role("dialog", name="Search").get_by_role("listitem")
    expect(results.first).to_be_attached(timeout=30_000)


def test_the_colors_can_be_switched(visit, home):
    visit.goto(home)
    visit.get_by_title("Switch to dark colors").locator("visible=true").click()
    expect(visit.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    visit.reload()
    expect(visit.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_code_of_a_stranger_does_not_run_and_is_reported(visit, home):
    visit.goto(home)
    visit.evaluate(RUN_A_STRANGERS_CODE)
    visit.evaluate("() => new Promise(done => setTimeout(done, 0))")

    assert visit.evaluate("window.ran") == []
    # Browsers write the policy's name in two ways.
    assert any(re.search("Content.Security.Policy", complaint) for complaint in visit.complaints)
    visit.complaints.clear()


def test_no_request_leaves_for_another_origin(visit, home):
    visit.goto(home)
    status = visit.evaluate("() => fetch('https://elsewhere.invalid/').then(() => 'sent', () => 'blocked')")

    assert status == "blocked"
    assert any("connect-src" in complaint for complaint in visit.complaints)
    visit.complaints.clear()


def test_opened_from_a_folder_the_pages_still_have_their_looks(browser, site):
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "paths" / "urgent" / "index.html").as_uri())
    expect(page.locator(".crisis")).to_have_css("display", "flex")
    context.close()


# In frames of other sites


@pytest.fixture(scope="module")
def host_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("host")


@pytest.fixture(scope="module")
def host(host_folder):
    with served(host_folder) as address:
        yield address


def framed(visit, host, host_folder, frame):
    """Open a page of another site that holds this frame."""
    (host_folder / "index.html").write_text(f"<!doctype html><title>Host</title><body>{frame}</body>")
    visit.complaints._addresses = (*visit.complaints._addresses, host)
    visit.goto(host)
    return visit.frames[1]


@pytest.mark.parametrize("sandbox", ["", "sandbox='allow-scripts'"], ids=["plain", "sandboxed"])
def test_the_page_for_frames_runs_in_the_page_of_another_site(guide, visit, home, host, host_folder, sandbox):
    frame = framed(visit, host, host_folder, f"<iframe {sandbox} title='Finder' src='{home}embed/'></iframe>")
    (question, answer), *_ = WAY
    option = guide.finder.questions[question].options[answer]
    frame.get_by_role("link").filter(has=frame.get_by_text(option.label, exact=True)).click()
    expect(frame.get_by_role("heading", name=guide.finder.questions[option.next].text)).to_be_focused()
    expect(frame.locator("section:visible")).to_have_count(1)


def test_a_module_of_the_sites_loads_in_a_sandboxed_frame(visit, home, host, host_folder):
    """Such a frame counts as another origin, to which browsers give modules only if the server says so."""
    module = f"{home}assets/path-finder/path-finder.js"
    source = f"<script type=module src={module} onload='document.title = `loaded`'></script>"
    frame = framed(visit, host, host_folder, f'<iframe sandbox="allow-scripts" srcdoc="{source}"></iframe>')

    frame.wait_for_function("document.readyState === 'complete'")
    assert frame.title() == "loaded"


def test_no_other_page_shows_in_the_page_of_another_site(guide, visit, home, host, host_folder):
    frame = framed(visit, host, host_folder, f"<iframe title='Page' src='{home}paths/urgent/'></iframe>")

    expect(frame.get_by_role("heading", name=guide.outcomes["urgent"].title)).to_have_count(0)
    assert visit.complaints
    visit.complaints.clear()
