"""What machines read: the structured data of the questions and answers, and the index of the search."""

import json
import re

import pytest
from built import EMBED, FILES, GUIDE, OWN_FILES, SOURCES, find_all, one_line, page, search_index, words_of

SEARCHED = ("IOP", "CO-197", "peer-to-peer")


def structured_data(site, page_id):
    scripts = page(site, page_id).all("script")
    return [json.loads(script.text) for script in scripts if script.get("type") == "application/ld+json"]


def test_the_structured_data_of_the_faq_is_its_questions_and_answers(site):
    (data,) = structured_data(site, "faq")
    entries = [(entry["name"], entry["acceptedAnswer"]["text"]) for entry in data["mainEntity"]]

    assert (data["@context"], data["@type"]) == ("https://schema.org", "FAQPage")
    assert {(entry["@type"], entry["acceptedAnswer"]["@type"]) for entry in data["mainEntity"]} == {
        ("Question", "Answer")
    }
    assert [name for name, _ in entries] == [entry.question for entry in GUIDE.faq]
    for (_, answer), entry in zip(entries, GUIDE.faq, strict=True):
        assert letters(answer) == letters(without_marks(entry.answer))
        assert not re.search(r"\[\^|\]\(|\*\*|guide:|<", answer)


def test_the_page_shows_the_questions_that_the_structured_data_names(site):
    (data,) = structured_data(site, "faq")
    headings = [words_of(heading) for heading in find_all(page(site, "faq").content, "h2")]

    assert [entry["name"] for entry in data["mainEntity"] if one_line(entry["name"]) not in headings] == []


@pytest.mark.parametrize("page_id", [id_ for id_ in SOURCES if id_ != "faq"])
def test_no_other_page_claims_to_be_the_faq(site, page_id):
    assert [data for data in structured_data(site, page_id) if data["@type"] == "FAQPage"] == []


def without_marks(markdown: str) -> str:
    filled = re.sub(r"(?m)^\{([a-z0-9-]+)\}$", lambda found: GUIDE.passages[found[1]], markdown)
    return re.sub(r"\[\^[^\]]+\]|\]\([^)]*\)", "", filled)


def letters(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", one_line(text).lower()))


# Search


@pytest.mark.parametrize("word", SEARCHED)
def test_the_search_finds(site, word):
    found = [entry["location"] for entry in search_index(site) if word in f"{entry['title']} {entry['text']}"]

    assert found


@pytest.mark.parametrize("page_id", [id_ for id_ in SOURCES if id_ != EMBED])
def test_every_page_can_be_found(site, page_id):
    title = page(site, page_id).all("h1")[0]
    titles = [one_line(re.sub(r"<[^>]+>", "", entry["title"])) for entry in search_index(site)]

    assert words_of(title) in titles


def test_the_search_leads_to_places_that_exist(site):
    by_address = {file.removesuffix("index.html"): page_id for page_id, file in FILES.items()}
    lost = []
    for entry in search_index(site):
        path, _, fragment = entry["location"].partition("#")
        if f"{path}index.html" in OWN_FILES:
            continue
        if path not in by_address or (fragment and fragment not in page(site, by_address[path]).ids):
            lost.append(entry["location"])

    assert lost == []


def test_the_search_leaves_out_what_would_stand_before_the_steps(site):
    """Sources, the finder's questions, what every page repeats: who searches wants the page itself."""
    entries = search_index(site)
    question = next(iter(GUIDE.finder.questions.values()))
    closing = without_marks(GUIDE.passages["for-someone-else"].split("\n")[0])
    said = [letters(re.sub(r"<[^>]+>", " ", f"{entry['title']} {entry['text']}")) for entry in entries]

    assert [entry["location"] for entry in entries if entry["location"].endswith("#sources")] == [
        "about/#sources"
    ]
    assert [words for words in said if letters(question.text) in words] == []
    assert [words for words in said if letters(closing) in words] == []
