"""When JavaScript is off, fails or has not come yet: every route can be walked by its links."""

import pytest
from conftest import ROOT
from playwright.sync_api import expect
from reader import Reader

from decision_tree.project import read_guide
from decision_tree.routes import routes

GUIDE = read_guide(ROOT)
QUESTIONS = [
    pytest.param(tree, question, id=f"{tree.id}:{question.id}")
    for tree in GUIDE.trees.values()
    for question in tree.questions.values()
]
# One route to each outcome, the first in the order of the tree.
FIRST_ROUTES = {
    (tree.id, route.outcome): pytest.param(tree, route, id=route.as_text)
    for tree in GUIDE.trees.values()
    for route in reversed(list(routes(tree)))
}


@pytest.fixture(scope="module")
def plain_page(browser):
    """A page without scripting. It keeps nothing between tests but its address."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("tree", "question"), QUESTIONS)
def test_each_option_leads_to_its_step(reads, plain_page, tree, question):
    """Without script a page knows nothing but the step it shows, so every route is a chain of these."""
    reader = reads(plain_page, tree)
    for option in question.options.values():
        plain_page.goto(f"{reader.url}#q-{question.id}", wait_until="domcontentloaded")

        reader.answers((question.id, option.id))

        reader.sees(option.next)


@pytest.mark.parametrize(("tree", "route"), FIRST_ROUTES.values())
def test_each_outcome_is_reached_from_the_start(reads, plain_page, tree, route):
    reader = reads(plain_page, tree).opens()

    reader.answers(*[(answer.question, answer.option) for answer in route.answers])

    reader.sees(route.outcome)


def test_the_first_question_is_shown_alone(reads, plain_page, guide):
    reads(plain_page, guide.finder).opens().sees(guide.finder.start)


def test_start_again_leads_to_the_first_question(reads, plain_page, guide):
    reader = reads(plain_page, guide.finder).opens("#q-letter")
    reader.sees("letter")

    reader.presses("start_again")

    reader.sees(guide.finder.start)


def test_the_browsers_back_button_leads_to_the_question_before(reads, plain_page, guide):
    reader = reads(plain_page, guide.finder).opens()
    reader.answers(("right-now", "no"), ("letter", "denial"))
    reader.sees("appealed-before")

    plain_page.go_back()

    reader.sees("letter")


def test_nothing_is_offered_that_needs_the_script(reads, plain_page, guide):
    reader = reads(plain_page, guide.finder).opens("#o-urgent")

    for name in ("copy_link", "print", "your_answers", "something_else"):
        expect(
            reader.finder.get_by_text(reader.words[name], exact=True).locator("visible=true")
        ).to_have_count(0)


def test_an_outcome_links_to_its_page(reads, plain_page, guide, address):
    reader = reads(plain_page, guide.finder).opens("#o-urgent")

    reader.finder.get_by_role("link", name=guide.outcomes["urgent"].title).click()

    expect(plain_page).to_have_url(f"{address}paths/urgent/")


def test_a_copy_in_a_folder_is_as_without_script(guide, browser, site):
    """Browsers run no modules from there. The theme's own script, which is none, stores nothing."""
    context = browser.new_context()
    page = context.new_page()
    reader = Reader(guide, f"{site.as_uri()}/", page, guide.finder)
    page.goto(f"{reader.url}index.html")
    reader.sees(guide.finder.start)

    reader.answers(("right-now", "no"), ("letter", "denial"))

    reader.sees("appealed-before")
    expect(reader.finder).not_to_have_attribute("data-ready", "")
    expect(reader.finder.get_by_text(reader.words["copy_link"])).to_be_hidden()
    assert page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []
    context.close()


@pytest.mark.parametrize("width", [360, 1200])
def test_nothing_jumps_when_the_script_comes(reads, new_page, guide, width):
    viewport = {"width": width, "height": 640}
    plain = reads(new_page(java_script_enabled=False, viewport=viewport), guide.finder).opens()
    scripted = reads(new_page(viewport=viewport), guide.finder).opens()
    expect(scripted.finder).to_have_attribute("data-ready", "")
    heading = guide.finder.start

    before, after = (reader.heading(heading).bounding_box() for reader in (plain, scripted))

    # Without scripting there is no line for the progress; with it, the line is there before the script is.
    line = scripted.finder.locator(".finder-progress").bounding_box()["height"]
    assert after["y"] - before["y"] == pytest.approx(line, abs=1)
    scripted.page.route(
        "**/path-finder.js", lambda route: route.fulfill(body="", content_type="text/javascript")
    )
    waiting = scripted.opens().heading(heading).bounding_box()
    assert waiting == after
