"""A visit leaves nothing in the browser's storage, but for colors that the reader switched to."""

import pytest
from conftest import Complaints, served
from hosts import BLOCK_STORAGE
from playwright.sync_api import expect

NOTHING = {"cookies": [], "origins": []}
OTHER = {"light": "dark", "dark": "light"}
SCHEMES = {"light": "default", "dark": "slate"}
"""What the theme calls the colors that a system asks for."""
STORED_UNASKED = """
const scope = location.pathname.split('/').slice(0, -1).join('/') + '/';
localStorage.setItem(`${scope}.__palette`, JSON.stringify({
    index: 1,
    color: { media: '(prefers-color-scheme: dark)', scheme: 'slate', primary: 'custom', accent: 'custom' },
}));"""
"""What an earlier release of this site stored by itself, at the first page."""
KEEP_FIRST_COLORS = """
new MutationObserver((_, observer) => {
    if (document.querySelector('main')) {
        window.firstColors = document.body.getAttribute('data-md-color-scheme');
        observer.disconnect();
    }
}).observe(document, { childList: true, subtree: true });"""
"""Notes a page's colors when the first of its content is there: nothing of it has been painted by then."""


@pytest.fixture(params=["mkdocs", pytest.param("zensical", marks=pytest.mark.xdist_group("second engine"))])
def home(request):
    """Where the site is served as each of the engines builds it."""
    if request.param == "mkdocs":
        yield request.getfixturevalue("address")
    else:
        with served(request.getfixturevalue("second_site")) as address:
            yield address


@pytest.fixture
def open_page(browser, home):
    """Opens the page with the theme's script at work: `open_page(path, **options)`."""
    opened = []

    def open_(path="", script="", **options):
        context = browser.new_context(viewport={"width": 1280, "height": 800}, **options)
        opened.append((context, Complaints(context, home)))
        page = context.new_page()
        page.add_init_script(KEEP_FIRST_COLORS + script)
        page.goto(home + path)
        expect(switch(page)).to_be_visible()
        return page

    yield open_
    for context, _ in opened:
        context.close()
    reported = [complaint for _, complaints in opened for complaint in complaints]
    # The second engine's script sets styles that the policy blocks.
    assert [complaint for complaint in reported if "style-src" not in complaint] == []


def switch(page):
    """What switches the colors; the theme's script shows it."""
    return page.locator("label[for^=__palette]").locator("visible=true")


def stored(page):
    """All that the browser keeps of this visit."""
    session = page.evaluate("Object.keys(sessionStorage)")
    caches = page.evaluate("caches.keys()")
    assert (session, caches) == ([], [])
    return page.context.storage_state(indexed_db=True)


def shows(page, colors):
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[colors])


@pytest.mark.parametrize("colors", OTHER)
def test_a_visit_stores_nothing(open_page, home, guide, colors):
    page = open_page(color_scheme=colors)
    assert stored(page) == NOTHING

    # The second engine's search is built otherwise.
    if (box := page.get_by_role("textbox", name="Search")).is_visible():
        box.press_sequentially("IOP")
        results = page.get_by_role("dialog", name="Search").get_by_role("listitem")
        expect(results.first).to_be_attached(timeout=30_000)
    page.goto(f"{home}find-your-path/")
    first = guide.finder.questions[guide.finder.start]
    label = next(iter(first.options.values())).label
    page.get_by_role("link").filter(has=page.get_by_text(label, exact=True)).first.click()
    page.goto(f"{home}paths/not-medically-necessary/")
    page.get_by_label(guide.interface["your_plan"]).select_option("tricare")
    page.locator(".steps input").first.check()
    page.reload()
    expect(switch(page)).to_be_visible()

    assert stored(page) == NOTHING


@pytest.mark.parametrize("colors", OTHER)
def test_without_a_choice_the_first_look_is_in_the_systems_colors(open_page, colors):
    page = open_page(color_scheme=colors)

    assert page.evaluate("firstColors") == SCHEMES[colors]
    shows(page, colors)


def test_without_a_choice_the_colors_follow_the_system_while_one_reads(open_page):
    page = open_page(color_scheme="light")

    page.emulate_media(color_scheme="dark")

    shows(page, "dark")
    assert stored(page) == NOTHING


@pytest.mark.parametrize("colors", OTHER)
def test_the_colors_one_switches_to_are_kept_and_come_first_on_the_next_page(open_page, home, colors):
    page = open_page(color_scheme=colors)

    switch(page).click()
    shows(page, OTHER[colors])
    page.goto(f"{home}about/")
    expect(switch(page)).to_be_visible()

    assert page.evaluate("firstColors") == SCHEMES[OTHER[colors]]
    shows(page, OTHER[colors])
    (origin,) = stored(page)["origins"]
    assert len(origin["localStorage"]) == 1


def test_a_choice_stays_when_the_system_comes_to_the_same(open_page):
    page = open_page(color_scheme="light")
    switch(page).click()

    page.emulate_media(color_scheme="dark")
    page.emulate_media(color_scheme="light")
    page.reload()

    shows(page, "dark")


def test_the_switch_works_by_keyboard_and_keeps_the_choice(open_page):
    page = open_page(color_scheme="light")

    page.locator("input[name=__palette]").first.press("Enter")
    shows(page, "dark")
    page.reload()

    shows(page, "dark")


def test_switching_back_erases_the_choice(open_page):
    page = open_page(color_scheme="light")
    switch(page).click()
    shows(page, "dark")

    switch(page).click()
    shows(page, "light")

    assert stored(page) == NOTHING
    page.emulate_media(color_scheme="dark")
    shows(page, "dark")


def test_what_an_earlier_release_stored_unasked_is_erased(open_page):
    page = open_page(color_scheme="light", script=STORED_UNASKED)

    shows(page, "light")
    assert stored(page) == NOTHING


@pytest.mark.parametrize("colors", OTHER)
def test_where_storage_is_blocked_the_page_works_and_the_colors_switch(open_page, colors):
    page = open_page(script=BLOCK_STORAGE, color_scheme=colors)

    assert page.evaluate("firstColors") == SCHEMES[colors]
    switch(page).click()
    shows(page, OTHER[colors])
    page.emulate_media(color_scheme=OTHER[colors])
    page.emulate_media(color_scheme=colors)
    shows(page, OTHER[colors])


def test_a_visit_to_a_page_that_is_not_there_stores_nothing(browser, site):
    # As a host serves it: at the root of the site, whatever the address.
    with served(site) as address:
        context = browser.new_context(color_scheme="dark")
        page = context.new_page()
        page.goto(f"{address}404.html")
        shows(page, "dark")
        assert stored(page) == NOTHING
        context.close()


def test_the_page_for_frames_stores_nothing(page, address):
    page.goto(f"{address}embed/")

    assert stored(page) == NOTHING


def test_how_to_leave_no_trace_says_what_is_stored(page, address):
    page.goto(f"{address}about/#no-trace")

    section = page.get_by_role("article")
    expect(section).to_contain_text("stores that choice until you switch back")
