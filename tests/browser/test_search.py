"""The search leads from readers' own words and codes to the right page: asked of the site's own search."""

import re

import pytest
from playwright.sync_api import expect
from search_ranks import ask, rank, searches

pytestmark = pytest.mark.upstream
SEARCHES = searches()
SPELLINGS = ("{group}-{code}", "{group}{code}", "{group} {code}")


@pytest.fixture
def found(page, address):
    """What searches find: `found(searches)`."""
    page.goto(address)
    return lambda searches: ask(page, searches)


def test_what_readers_type_leads_to_the_page_that_has_the_steps(found):
    answers = found(words for places in SEARCHES.values() for typed in places.values() for words in typed)
    lost = [
        f"{words}: {place} is {rank(answers[words], place)}, after {[one[0] for one in answers[words][:3]]}"
        for kind, places in SEARCHES.items()
        for place, typed in places.items()
        for words in typed
        if (rank(answers[words], place) or 99) > (1 if kind == "first" else 3)
    ]

    assert lost == []


def test_there_are_many_searches_and_none_stands_twice():
    typed = [words for places in SEARCHES.values() for some in places.values() for words in some]

    assert len(typed) > 60
    assert len(typed) == len(set(typed))


def test_the_row_of_every_code_comes_first_in_any_spelling(guide, found):
    """Of every reason code with every group, of every other code as it is and in small letters."""
    reference = guide.reference
    groups = [row.codes[0] for row in reference.group_codes]
    rows = {}
    for row in reference.adjustment_codes:
        for code in row.codes:
            for group in [row.with_group] if row.with_group else groups:
                for spelling in SPELLINGS:
                    typed = spelling.format(group=group, code=code)
                    rows[typed] = rows[typed.lower()] = f"codes/#code-{row.codes[0].lower()}"
    for kind, others in (("code", reference.remark_codes), ("service", reference.service_codes)):
        for row in others:
            for code in row.codes:
                if len(code) > 2:  # "95" and "GT" are modifiers and places: numbers that mean much else
                    rows[code] = rows[code.lower()] = f"codes/#{kind}-{row.codes[0].lower()}"
    answers = found(rows)

    assert [typed for typed, place in rows.items() if rank(answers[typed], place) != 1] == []


def test_the_row_is_the_first_result_in_the_dialog_too(page, address):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address)
    box = page.get_by_role("textbox", name="Search")
    box.click()
    box.press_sequentially("co 29")
    results = page.get_by_role("dialog", name="Search").get_by_role("listitem")
    # The index is large, and the theme reads it only now. A result is its page, then the parts of it.
    row = results.first.get_by_role("link").nth(1)
    expect(row).to_have_attribute("href", re.compile(r"codes/#code-29$"), timeout=30_000)
    row.click()
    expect(page).to_have_url(f"{address}codes/#code-29")


def test_no_address_carries_what_was_typed(page, address):
    """`search.highlight` would write it there, so a click would send it."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address)
    features = page.evaluate("JSON.parse(document.getElementById('__config').textContent).features")
    box = page.get_by_role("textbox", name="Search")
    box.click()
    box.press_sequentially("suboxone")
    links = page.get_by_role("dialog", name="Search").get_by_role("listitem").get_by_role("link")
    expect(links.first).to_be_attached(timeout=30_000)

    assert "search.highlight" not in features
    assert [href for link in links.all() if "?" in (href := link.get_attribute("href"))] == []
    assert "?" not in page.url
