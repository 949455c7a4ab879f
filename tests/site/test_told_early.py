"""Where the pages tell what each situation must be told first: the points of `tests/told/told.yml`.

`pytest -rP tests/site/test_told_early.py` prints a table: for every option, how many of its points stand in
the page's first words, how many further down, how many nowhere. Words are counted as a reader meets them who
opens every fold: without sources, hidden text and the choices of lists.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from statistics import median
from xml.etree.ElementTree import Element

import pytest
from built import GUIDE, BuiltPage, classes, find, find_all, page
from told_first import Point, Told, points, told

pytestmark = pytest.mark.upstream

EARLY = 900
"""As many words as an outcome's page may show on a phone, once it opens for one situation."""
UNREAD = frozenset({"script", "template", "select"})
ROW = "{:<52}{:>8}{:>7}{:>8}{:>8}{:>8}".format

every_outcome = pytest.mark.parametrize("outcome", points())


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand on one page, in words from its top."""

    parts: dict[str, int] = field(default_factory=dict)
    """By id: each step, and whatever has an address of its own."""
    facts: dict[str, int] = field(default_factory=dict)
    """By the id of a fact: where it is cited first."""

    def of(self, point: Point) -> int | None:
        """Return where the page tells a point; None where it does nowhere."""
        return self.facts.get(point.fact) if point.fact else self.parts.get(point.part)


def places(built: BuiltPage) -> Places:
    """Find every part and every citation of an outcome's page."""
    labels = find_all(find(built.content, "div.steps"), "label")
    steps = zip(labels, GUIDE.outcomes[built.id].today, strict=True)
    names = {id(label): step.id for label, step in steps}
    found, words = Places(), 0
    for place in _read(built.content):
        if isinstance(place, str):
            words += len(place.split())
        elif "footnote-ref" in classes(place):
            found.facts.setdefault(place.get("href", "").removeprefix("#fn:"), words)
        elif part := names.get(id(place), place.get("id", "")):
            found.parts.setdefault(part, words)
    return found


def _read(element: Element) -> Iterator[Element | str]:
    """Yield the elements and the words below one, in the order of the page."""
    yield element
    # The number of a citation is no word.
    if "footnote-ref" in classes(element):
        return
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in UNREAD and "footnote" not in classes(child):
            yield from _read(child)
        yield child.tail or ""


@every_outcome
def test_parts_are_found_in_the_order_of_the_page(site, outcome):
    at = places(page(site, outcome)).parts
    steps = [step.id for step in GUIDE.outcomes[outcome].today]

    order = [
        at[part] for part in ("what-this-means", "do-this-today", *steps, "your-deadline", "if-it-fails")
    ]

    assert order == sorted(order)
    assert len(set(order)) == len(order)


@every_outcome
def test_every_point_stands_on_the_page_or_is_marked_as_missing(site, outcome):
    at = places(page(site, outcome))

    lost = [point.id for point in points()[outcome].values() if not point.missing and at.of(point) is None]

    assert lost == []


@every_outcome
def test_a_point_is_marked_as_missing_only_while_its_page_does_not_cite_its_fact(site, outcome):
    at = places(page(site, outcome))

    told_now = [
        point.id for point in points()[outcome].values() if point.missing and at.of(point) is not None
    ]

    assert told_now == []


def test_how_early_each_option_is_told_what_decides(site):
    rows = list(measured(site, told()))

    print(ROW("option", "points", "early", "buried", "absent", "median"))
    for outcome, group in groupby(rows, key=lambda row: row[0].outcome):
        of_outcome = list(group)
        print(summed(outcome.upper(), [place for _, found in of_outcome for place in found]))
        for said, found in of_outcome:
            print(summed(f"  {said.option}", found))
    print(summed("ALL", [place for _, found in rows for place in found]))
    assert [said.option for said, found in rows if all(place is None for place in found)] == []


def measured(site, options: Iterable[Told]) -> Iterator[tuple[Told, list[int | None]]]:
    """Yield each option with the place of each of its points on the page."""
    for said in options:
        at = places(page(site, said.outcome))
        yield said, [None if point.missing else at.of(point) for point in said.first]


def summed(name: str, found: list[int | None]) -> str:
    """Word a row: all points, the early, the buried, the absent, and how far down half of them stand."""
    there = [place for place in found if place is not None]
    early = sum(place <= EARLY for place in there)
    middle = round(median(there)) if there else "-"
    return ROW(name, len(found), early, len(there) - early, len(found) - len(there), middle)
