"""Any graph without circles gets a drawing in which nothing lies over anything, and always the same one."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.layout import Layout, Sizes, lay_out, layers, spread

SIZES = Sizes()


@st.composite
def graphs(draw):
    """Ids, lines that only lead to later ids, and heights."""
    count = draw(st.integers(1, 14))
    ids = [f"n{number}" for number in range(count)]
    pairs = list(combinations(ids, 2))
    lines = draw(st.lists(st.sampled_from(pairs), max_size=40)) if pairs else []
    shuffled = draw(st.permutations(ids))
    return shuffled, lines, {id_: draw(st.integers(20, 90)) for id_ in ids}


def overlap(one, two) -> bool:
    return (
        one.x < two.x + two.width
        and two.x < one.x + one.width
        and one.y < two.y + two.height
        and two.y < one.y + one.height
    )


def all_places(layout: Layout):
    return [*layout.places.values(), *layout.lanes.values()]


@given(graphs())
def test_no_box_and_no_passing_line_lies_over_another(graph):
    layout = lay_out(*graph)

    assert [pair for pair in combinations(all_places(layout), 2) if overlap(*pair)] == []


@given(graphs())
def test_boxes_of_a_layer_are_a_gap_apart(graph):
    for layer in by_layer(lay_out(*graph)):
        for upper, lower in pairwise(layer):
            assert lower.y - (upper.y + upper.height) >= SIZES.gap


def by_layer(layout: Layout):
    places = sorted(all_places(layout), key=lambda place: (place.layer, place.y))
    return [[place for place in places if place.layer == layer] for layer in {one.layer for one in places}]


@given(graphs())
def test_every_box_is_there_at_its_height_and_within_the_drawing(graph):
    ids, _, heights = graph
    layout = lay_out(*graph)

    assert list(layout.places) == list(ids)
    assert {id_: place.height for id_, place in layout.places.items()} == heights
    for place in all_places(layout):
        assert 0 <= place.x <= place.x + place.width <= layout.width
        assert 0 <= place.y <= place.y + place.height <= layout.height


@given(graphs())
def test_each_line_runs_from_its_box_through_one_layer_after_another_to_its_box(graph):
    _, lines, _ = graph
    layout = lay_out(*graph)

    ends = [(line[0], line[-1]) for line in layout.lines]
    assert ends == [(layout.places[one], layout.places[two]) for one, two in dict.fromkeys(lines)]
    for line in layout.lines:
        assert all(there.layer == here.layer + 1 for here, there in pairwise(line))
        assert all(place in layout.lanes.values() for place in line[1:-1])


@given(graphs())
def test_a_box_stands_right_behind_the_last_one_that_leads_to_it(graph):
    ids, lines, _ = graph
    found = layers(ids, lines)

    for id_ in ids:
        before = [found[one] for one, two in lines if two == id_]
        assert found[id_] == max(before, default=-1) + 1


@given(graphs())
def test_the_same_graph_always_gets_the_same_drawing(graph):
    ids, lines, heights = graph

    assert lay_out(ids, lines, heights) == lay_out(tuple(ids), iter(lines), dict(reversed(heights.items())))


def test_lines_that_need_not_cross_do_not():
    lines = [("a", "y"), ("b", "x"), ("c", "z"), ("root", "a"), ("root", "b"), ("root", "c")]
    ids = ["root", "a", "b", "c", "x", "y", "z"]
    layout = lay_out(ids, lines, dict.fromkeys(ids, 40))

    tops = [(layout.places[one].y, layout.places[two].y) for one, two in lines[:3]]
    assert sorted(tops) == sorted(tops, key=lambda pair: pair[1])


def test_all_lines_to_one_box_share_their_place_in_a_layer_that_they_pass():
    ids = ["a", "b", "c", "d", "end"]
    lines = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "end"), ("a", "end"), ("b", "end")]
    layout = lay_out(ids, lines, dict.fromkeys(ids, 40))

    assert list(layout.lanes) == [("end", 1), ("end", 2), ("end", 3)]


def test_a_graph_of_nothing_has_a_drawing():
    assert lay_out([], [], {}).height == 0


def test_a_long_row_of_boxes_is_laid_out_without_going_deep():
    ids = [f"n{number}" for number in range(3000)]

    assert lay_out(ids, pairwise(ids), dict.fromkeys(ids, 40)).places["n2999"].layer == 2999


@pytest.mark.parametrize(
    ("wished", "tops"),
    [
        ([20.0, 100.0], [0, 80]),
        ([50.0, 50.0], [5, 55]),
        ([100.0, 20.0], [15, 65]),
        ([], []),
    ],
    ids=["room enough", "the same place", "against the order", "nothing"],
)
def test_what_would_overlap_is_moved_apart_as_little_as_can_be(wished, tops):
    assert spread(wished, [40] * len(wished), 10) == tops
