"""Every claim's source is on its page: the footnotes are the facts that it cites, in order, nothing else."""

import re
from datetime import UTC, datetime

import pytest
from built import GUIDE, SOURCES, find_all, one_line, page, pages, words_of

every_page = pytest.mark.parametrize("page_id", SOURCES)
FACTS = GUIDE.reference.facts


def cited(built) -> list[tuple[str, str]]:
    """The fact and the number of each mark in the content, in order."""
    marks = find_all(built.content, "a.footnote-ref")
    return [(mark.attrib["href"].removeprefix("#fn:"), words_of(mark)) for mark in marks]


def long_date(day) -> str:
    return f"{day:%B} {day.day}, {day.year}"


@every_page
def test_the_footnotes_are_the_facts_cited_in_the_order_in_which_they_are_cited(site, page_id):
    built = page(site, page_id)

    assert list(built.footnotes) == list(dict.fromkeys(fact for fact, _ in cited(built)))


@every_page
def test_the_marks_are_numbered_from_one_without_a_gap(site, page_id):
    built = page(site, page_id)
    numbers = {fact: str(number) for number, fact in enumerate(built.footnotes, start=1)}

    assert [(fact, number) for fact, number in cited(built) if numbers.get(fact) != number] == []


@every_page
def test_every_footnote_tells_its_statement_its_authority_and_the_day_of_its_review(site, page_id):
    missing = [
        (fact_id, part)
        for fact_id, note in page(site, page_id).footnotes.items()
        for part in (FACTS[fact_id].statement, FACTS[fact_id].authority, long_date(FACTS[fact_id].reviewed))
        if one_line(part) not in note
    ]

    assert missing == []


@every_page
def test_a_footnote_links_to_its_source_and_back_to_its_mark(site, page_id):
    built = page(site, page_id)
    for note in (note for box in find_all(built.content, "div.footnote") for note in find_all(box, "li")):
        fact = FACTS[note.attrib["id"].removeprefix("fn:")]
        links = [link.get("href", "") for link in find_all(note, "a")]
        assert not fact.url or fact.url in links
        assert [link for link in links if link.startswith("#fnref") and link[1:] in built.ids]


@every_page
def test_a_likely_fact_is_not_told_as_sure(site, page_id):
    caution = one_line(GUIDE.interface["fact_likely"])
    notes = page(site, page_id).footnotes
    bold = [
        fact for fact, note in notes.items() if FACTS[fact].confidence == "likely" and caution not in note
    ]
    timid = [fact for fact, note in notes.items() if FACTS[fact].confidence == "verified" and caution in note]

    assert bold == []
    assert timid == []


@every_page
def test_a_fact_that_ends_says_when(site, page_id):
    notes = page(site, page_id).footnotes
    ends = {fact: FACTS[fact].until for fact in notes if FACTS[fact].until}

    assert [fact for fact, until in ends.items() if long_date(until) not in notes[fact]] == []


@every_page
def test_every_mark_carries_the_dates_by_which_a_browser_knows_that_it_is_stale(site, page_id):
    built = page(site, page_id)
    stamps = [
        (stamp.get("data-reviewed"), stamp.get("data-until"))
        for stamp in find_all(built.content, "span.stamp")
    ]
    known = {(str(fact.reviewed), str(fact.until) if fact.until else None) for fact in FACTS.values()}

    assert len(stamps) >= len(cited(built))
    assert set(stamps) <= known


@pytest.mark.parametrize(
    "fact", [fact for fact in FACTS.values() if fact.confidence == "uncertain"], ids=lambda f: f.id
)
def test_an_uncertain_fact_stands_nowhere(site, fact):
    assert [built.id for built in pages(site) if fact.id in built.footnotes] == []
    assert [built.id for built in pages(site) if one_line(fact.statement) in built.everything] == []


def test_no_fact_is_told_before_it_holds(site, epoch):
    built_on = datetime.fromtimestamp(int(epoch), UTC).date()
    early = {
        fact
        for built in pages(site)
        for fact in built.footnotes
        if FACTS[fact].starts and FACTS[fact].starts > built_on
    }

    assert early == set()


@pytest.mark.parametrize("page_id", [*GUIDE.outcomes, "rights", "deadlines", "denied-again-guide"])
def test_a_page_that_makes_claims_has_sources(site, page_id):
    assert page(site, page_id).footnotes


@pytest.mark.parametrize("page_id", ["hub", "find-your-path", "deadlines"])
def test_the_finder_has_no_marks_that_lead_nowhere(site, page_id):
    finders = page(site, page_id).all("path-finder")

    assert [mark for finder in finders for mark in find_all(finder, "sup")] == []
    assert not any(re.search(r"\[\d+\]", words_of(finder)) for finder in finders)
