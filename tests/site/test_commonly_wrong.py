"""What popular guides get wrong stands right here, and nowhere wrong: commonly_wrong.yml lists it."""

import re
from pathlib import Path

import pytest
from built import FILES, GUIDE, page, pages
from test_points import pattern

from decision_tree.reading.load import load

pytestmark = pytest.mark.upstream

READ = load(Path(__file__).with_name("commonly_wrong.yml"))
ROWS = READ.data

every_row = pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
every_row_on_its_pages = pytest.mark.parametrize(
    ("row", "page_id"),
    [
        pytest.param(row, page_id, id=f"{name}-{page_id}")
        for name, row in ROWS.items()
        for page_id in row["pages"]
    ],
)


def wrong(row) -> list[re.Pattern[str]]:
    return [re.compile(words, re.IGNORECASE) for words in row["never"]]


def wrong_sentences(row) -> list[str]:
    return [row["error"], *row["examples"]]


def test_no_row_stands_twice_so_that_the_first_is_lost():
    assert READ.problems == ()


@every_row_on_its_pages
def test_the_page_says_it_right(site, row, page_id):
    said = page(site, page_id).prose

    assert [words for words in row["says"] if not pattern(words).search(said)] == []


@every_row_on_its_pages
def test_the_page_cites_the_facts_that_set_it_right(site, row, page_id):
    cited = page(site, page_id).footnotes

    assert [fact for fact in row.get("cites", row["facts"]) if fact not in cited] == []


@every_row
def test_no_page_says_it_wrong(site, row):
    found = [
        (built.id, match[0])
        for built in pages(site)
        for text in (built.prose, *built.footnotes.values())
        for words in wrong(row)
        if (match := words.search(text))
    ]

    assert found == []


@every_row
def test_every_wrong_sentence_would_be_found(row):
    missed = [
        sentence
        for sentence in wrong_sentences(row)
        if not any(words.search(sentence) for words in wrong(row))
    ]

    assert missed == []


@every_row
def test_every_wrong_form_finds_a_wrong_sentence(row):
    idle = [words.pattern for words in wrong(row) if not any(map(words.search, wrong_sentences(row)))]

    assert idle == []


@every_row
def test_every_fact_named_exists(row):
    facts = GUIDE.reference.facts

    assert row["facts"]
    assert [fact for fact in row["facts"] if fact not in facts] == []


def test_the_pages_named_exist():
    assert {page_id for row in ROWS.values() for page_id in row["pages"]} - FILES.keys() == set()
