"""Jumps within a page cost no answer: skip link, footnote and its way back, contents, and what follows."""

import json
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from reader import Reader, fragment

from publish.hosts.headers import content_type

WAY = (("plan-source", "government"),)
PLAN = "tricare"
JUMPS = {
    "the-skip-link": "a.md-skip",
    "the-contents": ".md-sidebar--secondary a[href*='#'] >> nth=-1",
    "a-footnote": "a.footnote-ref >> nth=20",
}
"""Links within the page of deadlines, on which a finder, a choice of plan and footnotes stand."""
INSTANT = '"features": ["navigation.instant", '
IS_TARGET = """link => {
    const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return document.querySelector(':target') === place;
}"""
COMES_AFTER_THE_TARGET = """() => {
    const following = Node.DOCUMENT_POSITION_FOLLOWING;
    return !!(document.querySelector(':target').compareDocumentPosition(document.activeElement) & following);
}"""


@pytest.fixture(params=["as-it-is", "with-instant-navigation"])
def reader(request, reads, page, guide):
    """A reader of a page that holds answers, as it is, or with the theme's instant navigation switched on."""
    page.set_viewport_size({"width": 1280, "height": 700})
    reader = reads(page, guide.plan_finder)
    if request.param != "as-it-is":

        def switch_on(route):
            response = route.fetch()
            text, found = re.subn(r'"features": \[', INSTANT, response.text())
            assert found == 1
            route.fulfill(response=response, body=text)

        page.route(re.compile(re.escape(reader.url) + "$"), switch_on)
    reader.opens()
    # The theme's script is at work when it has shown what switches the colors.
    expect(page.locator("label[for^=__palette]").locator("visible=true")).to_be_visible()
    return reader.answers(*WAY)


@pytest.fixture
def answered(reader):
    """What the page shows as long as no answer is lost."""

    def holds(*others):
        reader.is_at(*WAY, *others)
        reader.sees("which-program")
        reader.sees_answers(*WAY)
        reader.sees_no_notice()

    return holds


def target_of(page, link):
    """What a link within the page names."""
    return page.locator(f"[id={json.dumps(link.evaluate('link => decodeURIComponent(link.hash.slice(1))'))}]")


@pytest.mark.parametrize("selector", JUMPS.values(), ids=JUMPS)
def test_a_jump_costs_no_answer_and_neither_does_a_reload_after_it(page, answered, selector):
    link = page.locator(selector)

    link.evaluate("link => link.click()")

    expect(target_of(page, link)).to_be_in_viewport()
    assert link.evaluate(IS_TARGET)
    answered()
    page.reload(wait_until="domcontentloaded")
    answered()


@pytest.mark.parametrize("selector", JUMPS.values(), ids=JUMPS)
def test_back_and_forward_lead_over_a_jump_as_over_any_other(reader, page, answered, selector):
    link = page.locator(selector)
    before = page.evaluate("scrollY")
    link.evaluate("link => link.click()")
    there = page.evaluate("scrollY")
    assert there != before

    page.go_back()
    page.wait_for_function("before => Math.abs(scrollY - before) < 5", arg=before)
    answered()
    page.go_forward()
    page.wait_for_function("there => Math.abs(scrollY - there) < 5", arg=there)
    answered()
    page.go_back()
    page.go_back()
    reader.sees("plan-source")
    reader.is_at()


def test_a_footnote_and_its_way_back(page, answered):
    note = page.locator("a.footnote-ref >> nth=20")
    number = note.evaluate("link => link.hash")

    note.press("Enter")
    expect(target_of(page, note)).to_be_in_viewport()
    back = page.locator(f"[id={json.dumps(number[1:])}] a.footnote-backref >> nth=0")
    back.press("Enter")

    expect(target_of(page, back)).to_be_in_viewport()
    assert back.evaluate(IS_TARGET)
    answered()


def test_after_the_skip_link_the_keyboard_goes_on_from_its_place(page, answered):
    page.locator("a.md-skip").press("Enter")

    page.keyboard.press("Tab")

    assert page.evaluate(COMES_AFTER_THE_TARGET)
    answered()


def test_a_jump_opens_what_is_folded_over_its_place(page, answered):
    link = page.locator("a.footnote-ref >> nth=20")
    target_of(page, link).evaluate(
        """place => {
            const [outer, inner] = [document.createElement('details'), document.createElement('details')];
            place.replaceWith(outer);
            outer.append(inner);
            inner.append(place);
        }"""
    )

    link.evaluate("link => link.click()")

    expect(target_of(page, link)).to_be_in_viewport()
    answered()


@pytest.mark.usefixtures("reader")
def test_what_the_reader_opened_stays_open_over_a_jump(page):
    example = page.locator("article details:visible >> nth=0")
    example.evaluate("details => { details.open = true }")

    page.locator("a.footnote-ref >> nth=20").evaluate("link => link.click()")
    page.go_back()

    expect(example).to_have_attribute("open", "")


def test_the_chosen_plan_stays_too(page, answered, guide):
    page.get_by_label(guide.interface["your_plan"]).select_option(PLAN)
    answered(("plan", PLAN))

    page.locator("a.footnote-ref:visible >> nth=0").evaluate("link => link.click()")
    page.reload(wait_until="domcontentloaded")

    answered(("plan", PLAN))
    expect(page.get_by_label(guide.interface["your_plan"])).to_have_value(PLAN)


def test_the_link_that_is_copied_after_a_jump_holds_the_answers(reader, page):
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.copied = text } }")
    page.locator("a.footnote-ref >> nth=20").evaluate("link => link.click()")

    reader.presses("copy_link")

    reader.sees_notice("copied")
    assert page.evaluate("copied") == reader.url + fragment(WAY)


def test_an_address_that_is_typed_with_a_place_in_it_costs_no_answer(reader, page, answered):
    name = page.locator("a.footnote-ref >> nth=20").evaluate("link => link.hash.slice(1)")

    reader.follows(name)

    answered()


def test_a_link_to_a_question_is_no_jump(reader, page):
    page.locator("article").evaluate(
        """article => article.insertAdjacentHTML('beforeend', '<a href="#q-no-group" id="there">There</a>')"""
    )
    first = reader.finder.locator("section[data-question]").nth(1).get_attribute("id")
    link = page.locator("#there")
    link.evaluate("(link, id) => { link.href = `#${id}` }", first)

    link.click()

    expect(page.locator(f"#{first}")).to_be_visible()
    expect(page).to_have_url(f"{reader.url}#{first}")


def test_another_page_by_instant_navigation_begins_anew_and_back_leads_to_the_answers(browser, site, guide):
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        # The theme takes a link for one of the site's own only at an address without a port.
        context.route("**/*", lambda route: switched_on(site, route))
        page = context.new_page()
        reader = Reader(guide, "http://guide.test/", page, guide.finder)
        with page.expect_response("**/sitemap.xml"):
            reader.opens("#plan=tricare")
        own = page.title()
        expect(page.locator("label[for^=__palette]").locator("visible=true")).to_be_visible()
        page.evaluate("window.isSame = true")
        reader.answers(("right-now", "no"))

        page.locator(".md-sidebar--primary").get_by_role("link", name="Deadlines").click()
        plans = Reader(guide, "http://guide.test/", page, guide.plan_finder)
        plans.sees("plan-source")
        expect(page).to_have_title(re.compile("^Deadlines - "))
        plans.answers(*WAY)
        expect(page).to_have_title(re.compile(f"^{re.escape(plans.title('which-program'))} - Deadlines - "))
        page.go_back()
        page.go_back()

        reader.sees("letter")
        reader.is_at(("right-now", "no"), ("plan", "tricare"))
        expect(page).to_have_title(f"{reader.title('letter')} - {own}")
        assert page.evaluate("isSame")


def switched_on(site, route):
    """Answer with a file of the site, instant navigation switched on in pages."""
    file = site / urlsplit(route.request.url).path.removeprefix("/")
    file = file / "index.html" if file.is_dir() else file
    body = file.read_bytes()
    if file.suffix == ".html":
        body = body.replace(b'"features": [', INSTANT.encode())
    route.fulfill(body=body, content_type=content_type(file.name))


def test_where_nothing_is_answered_a_jump_is_in_the_address(reads, page, guide):
    reader = reads(page, guide.plan_finder).opens()
    link = page.locator("a.footnote-ref >> nth=20")

    link.evaluate("link => link.click()")

    expect(page).to_have_url(reader.url + link.evaluate("link => link.hash"))
    reader.sees("plan-source")


def test_on_paper_the_address_has_no_answers_and_on_the_screen_they_come_back(reader, page, answered):
    page.evaluate("addEventListener('beforeprint', () => { window.printed = location.href })")

    page.pdf()

    assert page.evaluate("printed") == reader.url
    answered()
