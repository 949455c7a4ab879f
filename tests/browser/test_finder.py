"""What the finder does besides walking a route: change, restart, links to a point, two on a page."""

import re

import pytest
from playwright.sync_api import expect
from reader import fragment

LETTER = (("right-now", "no"), ("letter", "denial"))
VISITS = (
    *LETTER,
    ("appealed-before", "no"),
    ("reason", "clinical"),
    ("what-care", "visits"),
    ("visits-how", "fewer"),
)


# Changing an answer


def test_a_changed_answer_keeps_the_later_ones_that_fit_and_says_which_do_not(reader):
    reader.opens().answers(*VISITS)

    reader.changes("letter")
    reader.sees("letter")
    reader.is_focused_on("letter")
    reader.sees_answers(("right-now", "no"))
    reader.sees_kept(*VISITS[2:])

    reader.answers(("letter", "bill"))
    reader.sees("paper-shows")
    reader.sees_notice("dropped_notice")
    reader.sees_dropped(("appealed-before", "no"))
    reader.sees_kept(*VISITS[3:])

    reader.answers(("paper-shows", "refused"))
    reader.sees("not-medically-necessary")
    reader.sees_answers(("right-now", "no"), ("letter", "bill"), ("paper-shows", "refused"), *VISITS[3:])
    reader.sees_kept()
    reader.sees_no_notice()


def test_the_same_answer_given_again_leads_back_to_the_result(reader):
    reader.opens().answers(*VISITS)

    reader.changes("reason")
    reader.answers(("reason", "clinical"))

    reader.sees("not-medically-necessary")
    reader.is_at(*VISITS)


def test_the_kept_answers_outlive_a_reload(reader, page):
    reader.opens().answers(*VISITS)
    reader.changes("letter")

    page.reload(wait_until="domcontentloaded")

    reader.sees("letter")
    reader.sees_kept(*VISITS[2:])


def test_the_back_button_takes_a_change_back(reader, page):
    reader.opens().answers(*VISITS)
    reader.changes("letter")

    page.go_back()

    reader.sees("not-medically-necessary")
    reader.sees_answers(*VISITS)


def test_another_answer_is_a_button_away_from_the_result(reader):
    reader.opens(fragment(VISITS))

    reader.presses("something_else")

    expect(reader.finder.get_by_role("heading", name=reader.words["your_answers"])).to_be_focused()
    reader.is_at(*VISITS)


def test_start_again_forgets_the_answers(reader):
    reader.opens().answers(*LETTER)

    reader.presses("start_again")

    reader.sees("right-now")
    reader.is_focused_on("right-now")
    reader.sees_answers()
    reader.is_at()


# The result


def test_a_result_says_why_this_answer_leads_here(reader, guide):
    reader.opens(fragment([("right-now", "care-stopping"), ("who-is-stopping-it", "payment")]))

    because = guide.finder.questions["who-is-stopping-it"].options["payment"].because
    expect(reader.finder.get_by_text(because)).to_be_visible()
    expect(reader.finder.get_by_text(guide.outcomes["urgent"].why.strip()[:40])).to_be_hidden()


def test_a_result_offers_every_other_reason_with_its_page(reader, page, guide):
    reader.opens(fragment(VISITS) + "&plan=chip")
    heading = reader.finder.get_by_role("heading", name=reader.words["heading_related"])
    others = [outcome for outcome in guide.reasons if outcome.id != "not-medically-necessary"]
    links = reader.finder.locator("[data-part=reasons] li").get_by_role("link")

    expect(heading).to_be_visible()
    expect(links.locator("visible=true")).to_have_text([outcome.reason for outcome in others])
    links.get_by_text(others[0].reason).click()

    expect(page).to_have_url(re.compile(f"/paths/{others[0].id}/#plan=chip$"))


def test_the_way_to_the_page_can_be_read_pointed_at_and_with_the_focus(reader):
    reader.opens(fragment(VISITS))
    way = reader.finder.locator("[data-current]").get_by_role(
        "link", name=reader.title("not-medically-necessary")
    )
    at_rest = way.evaluate("link => getComputedStyle(link).color")

    way.hover()
    expect(way).to_have_css("color", at_rest)
    way.focus()
    expect(way).to_have_css("color", at_rest)


def test_no_question_offers_other_reasons_and_nor_does_a_result_that_stands_alone(reader):
    for answers in ((), LETTER, [("right-now", "not-safe")]):
        reader.opens(fragment(answers))

        expect(reader.finder.get_by_text(reader.words["heading_related"])).to_be_hidden()


def test_a_result_shows_the_first_three_steps_and_leads_to_its_page(reader, page, guide, address):
    reader.opens(fragment(VISITS))
    outcome = guide.outcomes["not-medically-necessary"]

    for step in outcome.today[:3]:
        expect(reader.finder.get_by_text(step.do)).to_be_visible()
    reader.finder.get_by_role("link", name=outcome.title).click()

    expect(page).to_have_url(f"{address}paths/not-medically-necessary/")


def test_a_link_opened_in_a_new_tab_leads_where_a_click_does(reader):
    reader.opens().answers(*LETTER)

    expect(reader.option("appealed-before", "no")).to_have_attribute(
        "href", fragment([*LETTER, ("appealed-before", "no")])
    )


# Links to a point


def test_a_deep_link_shows_that_point_and_leaves_focus_and_scrolling_alone(reader, page):
    reader.opens(fragment(VISITS[:4]))

    reader.sees("what-care")
    reader.sees_answers(*VISITS[:4])
    reader.has_focus_nowhere()
    assert page.evaluate("scrollY") == 0


def test_a_link_made_without_script_shows_its_step(reader):
    reader.opens("#q-letter")

    reader.sees("letter")
    reader.answers(("letter", "denial"))
    reader.sees("appealed-before")
    reader.sees_no_notice()


def test_the_copied_link_leads_to_the_same_point(new_page, reads, guide):
    page = new_page()
    page.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    reader = reads(page, guide.finder).opens(fragment(VISITS))

    reader.presses("copy_link")

    reader.sees_notice("copied")
    assert page.evaluate("window.copied") == reader.url + fragment(VISITS)


NO_CLIPBOARD = {
    "missing": "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })",
    "refused": "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))",
}


@pytest.mark.parametrize("script", NO_CLIPBOARD.values(), ids=NO_CLIPBOARD)
def test_where_nothing_can_be_copied_the_link_is_shown_selected(new_page, reads, guide, script):
    page = new_page()
    page.add_init_script(script)
    reader = reads(page, guide.finder).opens(fragment(VISITS))

    reader.presses("copy_link")

    field = reader.finder.get_by_label(reader.words["copy_by_hand"])
    expect(field).to_have_value(reader.url + fragment(VISITS))
    expect(field).to_be_focused()
    assert (
        field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")
        == field.input_value()
    )
    reader.sees_no_notice()


def test_what_was_said_of_an_earlier_link_does_not_stand_beside_a_refused_one(new_page, reads, guide):
    page = new_page()
    page.add_init_script("navigator.clipboard.writeText = async () => {}")
    reader = reads(page, guide.finder).opens(fragment(VISITS))
    field = reader.finder.get_by_label(reader.words["copy_by_hand"])

    reader.presses("copy_link")
    reader.sees_notice("copied")
    page.evaluate(f"() => {{ {NO_CLIPBOARD['refused']} }}")
    reader.presses("copy_link")
    expect(field).to_be_visible()
    reader.sees_no_notice()
    page.evaluate("() => { navigator.clipboard.writeText = async () => {} }")
    reader.presses("copy_link")
    reader.sees_notice("copied")
    expect(field).to_be_hidden()


@pytest.mark.parametrize("other", ["sources", "__skip", "q-", "fn:some-fact", "%E0%A4%A", ""])
def test_the_answers_stay_when_the_fragment_is_not_the_finders(reader, other):
    reader.opens().answers(*LETTER)

    reader.follows(other)

    reader.sees("appealed-before")
    reader.sees_answers(*LETTER)
    reader.sees_no_notice()
    reader.is_at(*LETTER)
    reader.answers(("appealed-before", "no"))
    reader.is_at(*LETTER, ("appealed-before", "no"))


HOSTILE = {
    "script": "#right-now=<script>alert(1)</script>",
    "script-as-key": "#<img src=x onerror=alert(1)>=1",
    "malformed-escape": "#right-now=%E0%A4%A",
    "malformed-key": "#%E0%A4%A=no",
    "quotation-marks": '#"]=\'"',
    "empty-pairs": "#=&=&=",
    "prototype": "#__proto__=x&constructor=toString",
    "prototype-as-option": "#right-now=__proto__",
    "unknown-question": "#no-such-question=no",
    "unknown-option": "#right-now=no-such-option",
    "wrong-order": "#letter=denial&right-now=no",
    "from-the-middle": "#reason=clinical&what-care=visits",
    "too-long": "#right-now=no&" + "plan=x&" * 1000,
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_broken_or_hostile_link_shows_the_start_with_a_notice(reader, hostile):
    reader.opens(hostile)

    reader.sees("right-now")
    reader.sees_notice("broken_link_notice")
    reader.sees_answers()
    reader.answers(*LETTER)
    reader.sees("appealed-before")
    reader.is_at(*LETTER)
    reader.sees_no_notice()


PARTLY = {
    "unknown-option": "&appealed-before=gone",
    "unknown-question": "&gone=no&appealed-before=no",
    "asked-twice": "&letter=denial",
    "a-question-left-out": "&reason=clinical",
    "malformed-escape": "&appealed-before=%E0%A4%A",
}


@pytest.mark.parametrize("rest", PARTLY.values(), ids=PARTLY.keys())
def test_a_partly_broken_link_keeps_its_good_beginning_and_says_so(reader, rest):
    reader.opens(fragment(LETTER) + rest)

    reader.sees("appealed-before")
    reader.sees_answers(*LETTER)
    reader.sees_notice("partly_broken_notice")


ALIASES = {
    "a-question": ('{"paper":"letter"}', "#right-now=no&paper=denial"),
    "an-option": ('{"letter/have-it":"denial"}', "#right-now=no&letter=have-it"),
    "an-option-with-its-question": ('{"paper/have-it":"letter/denial"}', "#right-now=no&paper=have-it"),
    "an-option-that-was-split": (
        '{"appealed-before/never":"appealed-before/"}',
        "#right-now=no&letter=denial&appealed-before=never",
    ),
    "twice-renamed": ('{"page":"paper","paper":"letter"}', "#right-now=no&page=denial"),
}


@pytest.mark.parametrize(("aliases", "old"), ALIASES.values(), ids=ALIASES.keys())
def test_a_link_with_a_retired_id_still_leads_to_its_place(reader, page, aliases, old):
    serve(page, reader.url, lambda html: with_aliases(html, aliases))
    reader.opens(old)

    reader.sees("appealed-before")
    reader.sees_answers(*LETTER)
    reader.sees_no_notice()


def test_a_kept_answer_that_was_split_is_given_again_and_those_behind_it_stay(reader, page):
    serve(page, reader.url, lambda html: with_aliases(html, '{"appealed-before/never":"appealed-before/"}'))
    reader.opens(f"#right-now=no&letter=&appealed-before=never&{fragment(VISITS[3:])[1:]}")

    reader.sees("letter")
    reader.sees_kept(*VISITS[3:])
    reader.sees_no_notice()


def test_a_link_to_a_retired_outcome_shows_the_one_that_replaces_it(reader, page):
    serve(page, reader.url, lambda html: with_aliases(html, '{"very-urgent":"urgent"}'))
    reader.opens("#o-very-urgent")

    reader.sees("urgent")


def test_a_circle_of_aliases_ends(reader, page):
    serve(page, reader.url, lambda html: with_aliases(html, '{"a":"b","b":"a"}'))
    reader.opens("#a=no")

    reader.sees_notice("broken_link_notice")


# Keys of other parts of the site


def test_reserved_keys_are_carried_along_behind_the_answers(reader):
    reader.opens("#plan=marketplace&who=parent")
    reader.sees_no_notice()

    reader.answers(*LETTER)
    reader.is_at(*LETTER, ("plan", "marketplace"), ("who", "parent"))
    reader.presses("start_again")
    reader.is_at(("plan", "marketplace"), ("who", "parent"))


def test_reserved_keys_go_along_to_the_outcomes_page_and_answers_do_not(reader, page, address):
    reader.opens(
        fragment([("right-now", "care-stopping"), ("who-is-stopping-it", "payment")]) + "&plan=chip&state=TX"
    )

    reader.finder.get_by_role("link", name=reader.title("urgent")).click()

    expect(page).to_have_url(f"{address}paths/urgent/#plan=chip&state=TX")


def test_the_plan_finders_result_names_the_plan_and_keeps_its_answers(reads, page, guide):
    reader = reads(page, guide.plan_finder).opens()
    reader.answers(("plan-source", "school"))

    reader.finder.get_by_role("link", name=reader.title("student")).click()

    reader.is_at(("plan-source", "school"), ("plan", "student"))
    reader.sees("student")


# The page around it


def test_the_title_follows_the_question_and_the_first_one_stays_neutral(reader, page, guide):
    reader.opens()
    own = page.title()
    assert guide.finder.questions["right-now"].text not in own

    reader.answers(*LETTER)
    expect(page).to_have_title(f"{reader.title('appealed-before')} - {own}")
    reader.changes("right-now")
    expect(page).to_have_title(f"{guide.finder.questions['right-now'].neutral_title} - {own}")
    reader.answers(LETTER[0])
    reader.presses("start_again")
    expect(page).to_have_title(own)


def test_the_progress_counts_the_questions_and_the_most_that_can_come(reader, guide):
    reader.opens()
    most = longest(guide.finder, guide.finder.start)
    expect(
        reader.finder.get_by_text(reader.words["progress"].format(number=1, left=most - 1))
    ).to_be_visible()

    reader.opens(fragment(VISITS[:5]))
    expect(reader.finder.get_by_text(reader.words["progress_last"].format(number=6))).to_be_visible()


def test_no_letter_key_leads_away_from_the_finder(reader, page):
    reader.opens().answers(*LETTER)

    for key in "abcdefghijklmnopqrstuvwxyz0123456789/.,?":
        page.keyboard.press(key)

    reader.sees("appealed-before")
    reader.is_focused_on("appealed-before")
    reader.is_at(*LETTER)


def test_a_translated_page_works_as_before(reader, page):
    reader.opens()
    page.evaluate(
        """() => { for (const text of document.querySelectorAll('path-finder h2, path-finder span')) {
            if (!text.children.length) text.innerHTML = `<font><font>[${text.textContent}]</font></font>`;
        } }"""
    )

    page.locator("[data-option=no]:visible").click()
    page.locator("[data-option=denial]:visible").click()

    expect(page.locator("[data-question=appealed-before]")).to_be_visible()
    reader.is_at(*LETTER)


def test_moved_and_put_back_it_works_once_for_each_click(new_page, reads, guide):
    page = new_page()  # a browser counts no more than fifty entries of a page's history
    reader = reads(page, guide.finder).opens().answers(LETTER[0])
    reader.finder.evaluate(
        "finder => { const home = finder.parentElement; finder.remove(); home.append(finder) }"
    )
    length = page.evaluate("history.length")
    reader.sees_answers(LETTER[0])
    expect(page).to_have_title(re.compile(f"^{re.escape(reader.title('letter'))} - "))

    reader.answers(LETTER[1])

    reader.sees("appealed-before")
    assert page.evaluate("history.length") == length + 1
    assert page.evaluate("history.state") is None


def test_removed_it_leaves_the_address_alone_and_gives_the_title_back(reader, page):
    reader.opens()
    own = page.title()
    reader.answers(*LETTER)
    reader.finder.evaluate("finder => finder.remove()")
    expect(page).to_have_title(own)

    page.go_back()

    reader.is_at(LETTER[0])


def test_on_paper_stand_the_step_the_answers_and_where_the_link_leads(reader, page, address):
    reader.opens(fragment(VISITS))
    page.emulate_media(media="print")

    reader.sees("not-medically-necessary")
    reader.sees_answers(*VISITS)
    expect(reader.finder.get_by_text(reader.words["copy_link"])).to_be_hidden()
    link = reader.finder.get_by_role("link", name=reader.title("not-medically-necessary"))
    printed = link.evaluate("link => getComputedStyle(link, '::after').content")
    assert f"{address}paths/not-medically-necessary/" in printed
    page.emulate_media(media="screen")


# Two on a page


@pytest.fixture
def two(reads, page, guide, reader, address):
    """The path finder and the plan finder on one page."""
    plain = page.request.get(f"{address}deadlines/").text()
    second = re.search(r'<div class="finder">\s*<path-finder.*?</path-finder>\s*</div>', plain, re.DOTALL)
    serve(page, reader.url, lambda html: html.replace("</article>", f"{second[0]}</article>"))
    reader.opens()
    return reader, reads(page, guide.plan_finder)


def test_two_finders_share_the_address_and_leave_each_others_answers_alone(two, page):
    finder, plan_finder = two

    finder.answers(*LETTER)
    plan_finder.answers(("plan-source", "government"))
    finder.is_at(("plan-source", "government"), *LETTER)
    finder.answers(("appealed-before", "no"))
    finder.is_at(*LETTER, ("appealed-before", "no"), ("plan-source", "government"))

    page.reload(wait_until="domcontentloaded")
    finder.sees("reason")
    plan_finder.sees("which-program")
    finder.sees_no_notice()
    plan_finder.sees_no_notice()

    page.go_back()
    finder.sees("appealed-before")
    plan_finder.sees("which-program")
    finder.presses("start_again")
    finder.is_at(("plan-source", "government"))


# What the tests arrange


def serve(page, url, change):
    """Serve the page at `url` with its HTML changed."""

    def fulfill(route):
        response = route.fetch()
        route.fulfill(response=response, body=change(response.text()))

    page.route(url, fulfill)


def with_aliases(html, aliases):
    changed = re.sub(r'data-aliases="[^"]*"', f'data-aliases="{aliases.replace(chr(34), "&quot;")}"', html)
    assert changed != html
    return changed


def longest(tree, step):
    if step not in tree.questions:
        return 0
    return 1 + max(longest(tree, option.next) for option in tree.questions[step].options.values())
