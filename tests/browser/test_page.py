"""What every page does besides its words: the way out, search, menu, scripts, the plan, stale claims."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

PATH_B = "paths/not-medically-necessary/"


@pytest.fixture
def words(guide):
    return guide.interface


def test_leaving_puts_the_other_page_in_the_place_of_this_one(page, address, guide):
    page.goto(address)
    page.goto(address + PATH_B)
    link = page.get_by_role("link", name=guide.site.leave_label)
    # The test stays on this machine: the link leads to another page here.
    link.evaluate("(link, elsewhere) => { link.href = elsewhere }", address + "faq/")
    link.click()
    expect(page).to_have_url(address + "faq/")
    page.go_back()
    expect(page).to_have_url(address)


def test_leaving_works_without_script(new_page, address, guide):
    page = new_page(java_script_enabled=False)
    page.goto(address + PATH_B)
    expect(page.get_by_role("link", name=guide.site.leave_label)).to_have_attribute(
        "href", re.compile("^https://")
    )


@pytest.mark.parametrize("words_sought", ["IOP", "CO-197", "peer-to-peer"])
def test_search_finds_the_words_of_letters(page, address, words_sought):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address)
    box = page.get_by_role("textbox", name="Search")
    box.click()
    box.press_sequentially(words_sought)
    results = page.get_by_role("dialog", name="Search").get_by_role("listitem")
    # The index is large, and the theme reads it only now.
    expect(results.first).to_be_attached(timeout=30_000)
    # The theme splits a word at its hyphens and marks each part of it.
    parts = re.compile(r"\W*".join(map(re.escape, words_sought.split("-"))), re.IGNORECASE)
    expect(results.filter(has_text=parts).first).to_be_attached()


def test_where_the_worker_of_the_search_is_refused_the_search_says_so_and_all_else_works(
    page, address, guide
):
    refused = []
    page.route(
        "**/assets/search/worker.js*", lambda route: (refused.append(route.request.url), route.abort())
    )
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}find-your-path/")
    page.get_by_role("textbox", name="Search").click()
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text(guide.interface["search_refused"])
    page.mouse.click(5, 780)  # beside the dialog, which closes it without any script
    question = guide.finder.questions[guide.finder.start]
    option = next(iter(question.options.values()))
    page.get_by_role("link", name=option.label).click()
    expect(page).to_have_url(re.compile(f"#{question.id}={option.id}$"))
    assert refused


def test_the_menu_opens_and_closes_by_keyboard_on_a_phone(page, address):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(address)
    menu = page.get_by_role("button", name="Navigation")
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("navigation", name="Navigation").locator("a:focus")).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")


def test_what_is_closed_takes_no_focus_on_a_phone(page, address):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(address)
    for _ in range(25):
        page.keyboard.press("Tab")
        box = page.evaluate(
            "(({left, right}) => [left, right])(document.activeElement.getBoundingClientRect())"
        )
        assert box[1] > 0, "the focus went off the screen"
        assert box[0] < 360, "the focus went off the screen"


def test_a_script_is_copied_in_whole(new_page, address, guide, words):
    page = new_page()
    page.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    page.goto(address + PATH_B)
    script = guide.outcomes["not-medically-necessary"].words[0]
    page.get_by_role("button", name=words["copy_words"]).first.click()
    expect(page.get_by_role("status").filter(has_text=words["copied_words"])).to_be_visible()
    copied = page.evaluate("window.copied")
    assert " ".join(copied.split()) == " ".join(script.text.split())


NO_CLIPBOARD = {
    "missing": "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })",
    "refused": "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))",
}


@pytest.mark.parametrize("script", NO_CLIPBOARD.values(), ids=NO_CLIPBOARD)
def test_where_nothing_is_copied_the_words_are_offered_selected(new_page, address, guide, words, script):
    page = new_page()
    page.add_init_script(script)
    page.goto(address + PATH_B)
    page.get_by_role("button", name=words["copy_words"]).first.click()

    field = page.get_by_label(words["copy_yourself"])
    expect(field).to_be_focused()
    text = guide.outcomes["not-medically-necessary"].words[0].text
    selected = field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")
    assert " ".join(selected.split()) == " ".join(text.split())
    expect(page.get_by_text(words["copied_words"], exact=True)).to_have_count(0)


def test_what_was_said_of_an_earlier_copy_does_not_stand_beside_a_refused_one(new_page, address, words):
    page = new_page()
    page.add_init_script("navigator.clipboard.writeText = async () => {}")
    page.goto(address + PATH_B)
    button = page.get_by_role("button", name=words["copy_words"]).first
    copied = page.get_by_text(words["copied_words"], exact=True)
    field = page.get_by_label(words["copy_yourself"])

    button.click()
    expect(copied).to_be_visible()
    page.evaluate(f"() => {{ {NO_CLIPBOARD['refused']} }}")
    button.click()
    expect(field).to_be_visible()
    expect(copied).to_have_count(0)
    page.evaluate("() => { navigator.clipboard.writeText = async () => {} }")
    button.click()
    expect(copied).to_be_visible()
    expect(field).to_have_count(0)


def test_a_script_has_no_dead_button_without_script(new_page, address, words):
    page = new_page(java_script_enabled=False)
    page.goto(address + PATH_B)
    expect(page.get_by_role("button", name=words["copy_words"])).to_have_count(0)


def test_the_chosen_plan_shows_what_is_for_it_and_goes_along(page, address, guide, words):
    page.goto(address + PATH_B)
    page.get_by_label(words["your_plan"]).select_option("tricare")
    expect(page).to_have_url(address + PATH_B + "#plan=tricare")
    label = guide.reference.plans["tricare"].label
    group = page.get_by_role("group").filter(has=page.get_by_text(label, exact=True))
    expect(group.first).to_have_attribute("open", "")
    other = guide.reference.plans["medicare-advantage"].label
    expect(page.get_by_role("group").filter(has=page.get_by_text(other, exact=True))).to_have_count(0)
    page.get_by_role("link", name=words["all_deadlines"]).click()
    expect(page).to_have_url(address + "deadlines/#plan=tricare")
    rows = page.get_by_role("table").locator("tbody:visible")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text(label)


def test_the_finders_result_leads_to_what_is_for_that_plan_on_the_same_page(page, address, guide, words):
    plan = guide.plan_kinds["medicare-advantage"]
    page.goto(f"{address}deadlines/#plan-source=government&which-program=medicare&medicare-part=advantage")

    page.get_by_role("link", name=words["open_more"].format(title=plan.title)).click()

    choice = page.get_by_label(words["your_plan"])
    expect(choice).to_be_focused()
    expect(choice).to_have_value("medicare-advantage")
    expect(choice).to_be_in_viewport()


def test_a_plan_that_came_along_from_another_page_moves_nothing(page, address, words):
    page.goto(f"{address}deadlines/#plan=tricare")

    expect(page.get_by_label(words["your_plan"])).to_have_value("tricare")
    assert page.evaluate("scrollY") == 0


def test_a_plan_without_a_passage_of_its_own_is_told_so(page, address, guide, words):
    passages = guide.outcomes["not-medically-necessary"].plans
    named = {plan for passage in passages for plan in passage.plans}
    plan = next(plan for plan in guide.reference.plans if plan not in named)
    page.goto(f"{address}{PATH_B}#plan={plan}")
    expect(page.get_by_text(words["no_passage"])).to_be_visible()
    for passage in passages:
        expect(page.get_by_text(passage.label, exact=True)).to_be_hidden()


@pytest.mark.parametrize("fragment", ["#plan=nonsense", "#plan=%E0%A4%A", "#plan=<b>", "#sources"])
def test_a_plan_that_is_none_hides_nothing(page, address, guide, fragment):
    page.goto(address + "deadlines/" + fragment)
    expect(page.get_by_role("table").locator("tbody:visible")).to_have_count(len(guide.reference.plans))


def test_the_choice_of_plan_undoes_what_it_did_when_it_leaves(page, address, words):
    page.goto(f"{address}{PATH_B}#plan=tricare")
    link = page.get_by_role("link", name=words["all_deadlines"])
    expect(link).to_have_attribute("href", re.compile("#plan=tricare$"))

    page.locator("your-plan").first.evaluate("element => element.remove()")

    expect(link).not_to_have_attribute("href", re.compile("#"))
    hidden = page.locator("[data-plans]").evaluate_all("all => all.filter(one => one.hidden).length")
    assert hidden == 0


def test_what_pages_share_is_handed_on_whole(page, address, words):
    page.goto(f"{address}{PATH_B}#state=TX&plan=tricare&letter=denial")

    page.get_by_role("link", name=words["all_deadlines"]).click()

    expect(page).to_have_url(f"{address}deadlines/#state=TX&plan=tricare")


def test_a_chosen_plan_leaves_what_others_keep_in_the_address(page, address, words):
    page.goto(f"{address}{PATH_B}#letter=denial&who=parent")

    page.get_by_label(words["your_plan"]).select_option("tricare")

    expect(page).to_have_url(re.compile("#letter=denial&plan=tricare&who=parent$"))


def test_without_script_every_plan_shows_and_nothing_asks(new_page, address, guide, words):
    page = new_page(java_script_enabled=False)
    page.goto(address + "deadlines/")
    expect(page.get_by_role("table").locator("tbody:visible")).to_have_count(len(guide.reference.plans))
    expect(page.get_by_label(words["your_plan"])).to_be_hidden()


def test_a_claim_whose_last_day_has_passed_is_marked_in_the_readers_browser(new_page, address, guide, words):
    page = new_page()
    over_a_year_later = max(fact.reviewed for fact in guide.reference.facts.values()) + timedelta(days=367)
    page.clock.set_fixed_time(f"{over_a_year_later}T12:00:00Z")
    page.goto(address + PATH_B)
    expect(page.get_by_text(words["date_passed"]).first).to_be_visible()


def test_a_claim_in_force_is_not_marked(new_page, address, epoch):
    page = new_page()
    today = datetime.fromtimestamp(int(epoch), UTC).date()
    page.clock.set_fixed_time(f"{today}T12:00:00Z")
    page.goto(address + PATH_B)
    stamps = page.locator(".stamp").evaluate_all("all => all.map(one => [{...one.dataset}, one.textContent])")
    in_force = [
        words
        for dates, words in stamps
        if dates.get("until", "9999") >= str(today) and dates["reviewed"] >= str(today - timedelta(days=365))
    ]
    assert stamps
    assert set(in_force) <= {""}


WEST, EAST = "America/Los_Angeles", "Pacific/Auckland"
CLAIMS = """<ul id="claims">
<li>By its last day.<span class="stamp" data-reviewed="2026-12-01" data-until="2026-12-31"></span></li>
<li>By its review.<span class="stamp" data-reviewed="2025-12-31"></span></li>
</ul></article>"""
"""Both hold through December 31, 2026."""


@pytest.mark.parametrize(
    ("zone", "moment", "passed"),
    [
        (WEST, "2027-01-01T07:59:00Z", False),
        (WEST, "2027-01-01T08:00:00Z", True),
        (EAST, "2026-12-31T10:59:00Z", False),
        (EAST, "2026-12-31T11:00:00Z", True),
    ],
)
def test_a_claims_last_day_ends_with_the_readers_own_day(new_page, address, words, zone, moment, passed):
    page = new_page(timezone_id=zone)
    page.clock.set_fixed_time(moment)

    def add_claims(route):
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace("</article>", CLAIMS))

    page.route(f"{address}{PATH_B}", add_claims)
    page.goto(address + PATH_B)

    mark = f" {words['date_passed']}" if passed else ""
    claims = page.locator("#claims li")
    expect(claims).to_have_text([f"By its last day.{mark}", f"By its review.{mark}"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_all_is_black_on_white_and_nothing_is_folded_away(new_page, address, guide, scheme):
    page = new_page(color_scheme=scheme)
    page.goto(address + PATH_B)
    page.emulate_media(media="print", color_scheme=scheme)
    passage = page.locator("article details.plan p").first
    for words in (page.get_by_role("heading", level=1), page.locator("article li p").first, passage):
        expect(words).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(passage).to_be_visible()
    expect(page.get_by_role("link", name=guide.site.leave_label)).to_be_hidden()
    expect(page.get_by_role("navigation")).to_have_count(0)


def test_no_letter_key_does_anything_on_a_page(page, address):
    page.goto(address + PATH_B)
    for key in "abcdefghijklmnopqrstuvwxyz,./":
        page.keyboard.press(key)
    expect(page).to_have_url(address + PATH_B)
    assert page.evaluate("document.activeElement === document.body")


def test_the_hubs_first_screen_holds_the_crisis_line_and_the_first_question(page, address, guide):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(address)
    first = guide.finder.questions[guide.finder.start]
    expect(page.get_by_text("988").first).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("heading", name=first.text)).to_be_in_viewport(ratio=1)
    for option in first.options.values():
        label = page.get_by_text(option.label, exact=True).locator("visible=true")
        expect(label).to_be_in_viewport(ratio=1)
