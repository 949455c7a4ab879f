"""The pages make every point that they are there to make: points.yml lists them."""

import re
from pathlib import Path

import pytest
from built import GUIDE, SOURCES, page

from decision_tree.reading.load import load

pytestmark = pytest.mark.upstream

READ = load(Path(__file__).with_name("points.yml"))
POINTS = READ.data
GROUPS = {
    "every-outcome": [outcome for outcome in GUIDE.outcomes if outcome != "in-crisis"],
    "every-path": [path.id for path in GUIDE.paths],
}


def points(part: str) -> list:
    """The page, id and `part` of each point that has this part; one of a group stands once for each page."""
    return [
        pytest.param(page_id, point[part], id=f"{page_id}-{name}")
        for place, listed in POINTS.items()
        for page_id in GROUPS.get(place, [place])
        for name, point in listed.items()
        if part in point
    ]


def pattern(words: str) -> re.Pattern[str]:
    """What finds these words in a page's text; " ... " stands for up to 200 characters."""
    return re.compile(words.replace(" ... ", ".{0,200}?"), re.IGNORECASE)


@pytest.mark.parametrize(("page_id", "words"), points("says"))
def test_the_page_makes_the_point(site, page_id, words):
    said = page(site, page_id).prose

    assert [part for part in words if not pattern(part).search(said)] == []


@pytest.mark.parametrize(("page_id", "facts"), points("cites"))
def test_the_page_has_the_sources_of_the_point(site, page_id, facts):
    cited = page(site, page_id).footnotes

    assert [fact for fact in facts if fact not in cited] == []


def test_no_page_stands_twice_so_that_half_of_its_points_are_lost():
    assert READ.problems == ()


@pytest.mark.parametrize("outcome", GUIDE.outcomes)
def test_every_outcome_has_points_of_its_own(outcome):
    assert POINTS.get(outcome)


def test_the_points_are_those_of_pages():
    assert POINTS.keys() - GROUPS.keys() - SOURCES.keys() == set()


@pytest.mark.parametrize("place", POINTS)
def test_every_point_says_how_it_is_known(place):
    assert [name for name, point in POINTS[place].items() if not point.get("says")] == []
