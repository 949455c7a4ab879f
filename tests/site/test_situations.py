"""Real situations: what such a person answers, where that leads, and what they are told there.

`tests/situations/` has one file a page, by the situation's id. They were written before anyone looked at the
questions; the answers are those of newcomers who read only what is on the screen.

story:     how that person would tell it.
answers:   what they choose, as the path finder's address holds it.
page:      the outcome that this leads to.
rather:    a page that would be better still for them, where the answers do not lead to it. The page links it.
must_say:  what they have to be told on that page, each with a pattern as in points.yml.
"""

from pathlib import Path

import pytest
import yaml
from built import GUIDE, page
from test_points import pattern

pytestmark = pytest.mark.upstream

FILES = sorted((Path(__file__).parent.parent / "situations").glob("*.yml"))
SITUATIONS = {
    id_: situation
    for file in FILES
    for id_, situation in yaml.safe_load(file.read_text(encoding="utf-8")).items()
}

every_situation = pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS.keys())


def answers(situation) -> list[tuple[str, str]]:
    return [tuple(part.split("=")) for part in situation["answers"].split("&")]


@every_situation
def test_the_answers_of_such_a_person_lead_to_the_page(situation):
    at = GUIDE.finder.start
    for question, option in answers(situation):
        assert question == at
        at = GUIDE.finder.questions[question].options[option].next

    assert at == situation["page"]


@every_situation
def test_the_page_tells_such_a_person_what_they_must_know(site, situation):
    said = page(site, situation["page"]).prose

    silent = [point for point, words in situation["must_say"].items() if not pattern(words).search(said)]

    assert silent == []


@every_situation
def test_a_better_page_is_among_the_other_reasons_or_is_a_next_step(site, situation):
    better = situation.get("rather")
    # The way to help in a crisis is the line at the top of every page.
    if better in (None, "in-crisis"):
        return
    links = {link.get("href", "").partition("#")[0] for link in page(site, situation["page"]).all("a")}

    assert f"../{better}/" in links


def test_nearly_every_situation_reaches_a_page_that_is_right_for_it():
    missed = [id_ for id_, situation in SITUATIONS.items() if "rather" in situation]

    assert len(SITUATIONS) >= 190
    assert len(missed) <= len(SITUATIONS) * 0.12


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_situation_stands_in_the_file_of_its_page(file):
    situations = yaml.safe_load(file.read_text(encoding="utf-8"))

    assert {situation["page"] for situation in situations.values()} == {file.stem}
