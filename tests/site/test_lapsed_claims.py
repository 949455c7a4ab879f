"""A claim that has lapsed is marked on its pages and named by the check, and stops nothing: on any day.

Each day here is taken from the facts: the last day of each and the day after, the first day of each and the
day before, and the days on which a review is a year old and older. So the tests hold whichever day it is, in
a fork too, and no fact that lapses makes any other test fail.
"""

import warnings
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from built import FILES, GUIDE, ROOT, find_all, one_line, page, words_of

from decision_tree import checks
from decision_tree.checks.citations import all_citations
from decision_tree.checks.facts import check_fact_period, check_fact_review
from decision_tree.problems import errors_in
from decision_tree.project import read_sources
from macros.context import context_of

pytestmark = pytest.mark.xdist_group("lapsed claims")

DAY, YEAR = timedelta(days=1), timedelta(days=365)
FACTS = GUIDE.reference.facts
SOURCES = read_sources(ROOT, date.max)
CITED = {cited.fact for cited in all_citations(SOURCES)}
ENDING = [fact for fact in FACTS.values() if fact.until]
STARTING = [fact for fact in FACTS.values() if fact.starts]
AFTER_ALL = (
    max([fact.until or fact.reviewed for fact in FACTS.values()] + [GUIDE.releases[0].day]) + YEAR + DAY
)
"""A day on which every fact has lapsed."""

every_ending_fact = pytest.mark.parametrize("fact", ENDING, ids=lambda fact: fact.id)
every_starting_fact = pytest.mark.parametrize("fact", STARTING, ids=lambda fact: fact.id)
every_day_of_review = pytest.mark.parametrize(
    "reviewed", sorted({fact.reviewed for fact in FACTS.values()}), ids=str
)


def named(rule, on: date) -> dict[str, set[str]]:
    """The severities with which a rule names each fact on a day."""
    found = defaultdict(set)
    for problem in rule(replace(SOURCES, on=on)):
        found[problem.message.split('"')[1]].add(problem.severity)
    return found


def mark(fact, on: date) -> str:
    """What a claim that rests on the fact bears on a page that is built on a day."""
    being_built = SimpleNamespace(meta={}, file=SimpleNamespace(src_uri="index.md"))
    return context_of(GUIDE, being_built, on).prose.stale_mark(fact.id)


# Fact by fact


@every_ending_fact
def test_a_fact_is_marked_from_the_day_after_its_last(fact):
    words = GUIDE.interface["date_passed"]
    reviewed_then = replace(fact, reviewed=fact.until)

    assert not reviewed_then.passed(fact.until)
    assert reviewed_then.passed(fact.until + DAY)
    assert words in mark(fact, fact.until + DAY)
    if fact.until - fact.reviewed <= YEAR:
        assert words not in mark(fact, fact.until)


@every_ending_fact
def test_the_check_warns_of_a_fact_from_the_day_after_its_last_where_it_is_cited(fact):
    assert fact.id not in named(check_fact_period, fact.until)
    assert named(check_fact_period, fact.until + DAY)[fact.id] == ({"warning"} if fact.id in CITED else set())


@every_starting_fact
def test_the_check_refuses_a_fact_until_the_day_before_its_first_where_it_is_cited(fact):
    assert named(check_fact_period, fact.starts - DAY)[fact.id] == ({"error"} if fact.id in CITED else set())
    assert "error" not in named(check_fact_period, fact.starts)[fact.id]


@every_day_of_review
def test_a_fact_is_marked_and_warned_of_when_its_review_is_over_a_year_old(reviewed):
    words = GUIDE.interface["date_passed"]
    for fact in (fact for fact in FACTS.values() if fact.reviewed == reviewed):
        assert words in mark(fact, reviewed + YEAR + DAY)
        if not fact.until or fact.until >= reviewed + YEAR:
            assert words not in mark(fact, reviewed + YEAR)
        assert fact.id not in named_once(reviewed + YEAR)
        assert named_once(reviewed + YEAR + DAY)[fact.id] == {"warning"}


_NAMED: dict[date, dict[str, set[str]]] = {}


def named_once(on: date) -> dict[str, set[str]]:
    if on not in _NAMED:
        _NAMED[on] = named(lambda sources: check_fact_review(replace(sources, begun=date.max)), on)
    return _NAMED[on]


# The whole guide


DAYS = sorted(
    {
        AFTER_ALL,
        min([fact.until for fact in ENDING], default=AFTER_ALL) + DAY,
        max([fact.until for fact in ENDING], default=AFTER_ALL) + DAY,
    }
)


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_a_fact_that_lapses_never_makes_an_error(on):
    assert errors_in(checks.run(replace(SOURCES, on=on, begun=date.max))) == ()


@pytest.fixture(scope="module")
def late(tmp_path_factory, build_site):
    """The site as it is built when every fact has lapsed."""
    folder = tmp_path_factory.mktemp("late") / "site"
    noon = datetime(AFTER_ALL.year, AFTER_ALL.month, AFTER_ALL.day, 12, tzinfo=UTC)
    build_site(ROOT, folder, str(int(noon.timestamp())))
    return folder


@pytest.mark.parametrize("page_id", FILES)
def test_a_page_whose_claims_have_lapsed_marks_each_and_says_all_else_as_before(site, late, page_id):
    before, now = page(site, page_id), page(late, page_id)
    stamps, earlier = (find_all(built.root, "span.stamp") for built in (now, before))

    assert {words_of(stamp) for stamp in stamps} <= {one_line(GUIDE.interface["date_passed"])}
    assert [stamp.attrib for stamp in stamps] == [stamp.attrib for stamp in earlier]
    assert without_marks(now) == without_marks(before)
    assert now.ids == before.ids


def without_marks(built) -> str:
    return words_of(built.root, without=("span.stamp", "script"))


# Today


def test_the_facts_that_have_lapsed_by_now_are_listed(epoch):
    """Tell them; the weekly look opens an issue for them, and no test fails."""
    on = datetime.fromtimestamp(int(epoch), UTC).date()
    lapsed = [fact for fact in FACTS.values() if fact.passed(on)]
    if lapsed:
        told = ", ".join(f"{fact.id} ({fact.until or fact.reviewed + YEAR})" for fact in lapsed)
        warnings.warn(f"Facts that have lapsed, each with its last day: {told}", stacklevel=1)

    assert {fact.id for fact in lapsed} == {
        fact.id for fact in FACTS.values() if GUIDE.interface["date_passed"] in mark(fact, on)
    }
