"""What an edit does, as `diff` finds it: to routes, ids, words and their order."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from decision_tree.comparing.as_json import as_json
from decision_tree.comparing.as_markdown import LONGEST, as_markdown
from decision_tree.comparing.as_text import as_text
from decision_tree.comparing.difference import compare
from decision_tree.comparing.edition import Edition
from decision_tree.comparing.ways import MOST_ROUTES
from decision_tree.reading.load import load_text

THOROUGH = settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def edition(text, reference=None):
    files = None if reference is None else {"facts": load_text(reference, "facts.yml")}
    return Edition("x", load_text(text, "tree.yml"), files)


def of_data(data):
    """An edition with this data, whatever it is: no YAML stands in between."""
    return Edition("x", replace(load_text("a: b", "tree.yml"), data=data), None)


@pytest.fixture
def edit(good):
    """The difference that edits of the good tree make."""

    def edit_(*edits):
        new = good
        for before, after in edits:
            assert new.count(before) == 1, before
            new = new.replace(before, after)
        return compare(edition(good), edition(new))

    return edit_


def told(difference):
    return list(as_text(difference))


def mirrored(found):
    """A difference as JSON, with what was and what is exchanged."""
    swap = {"old": "new", "new": "old"}
    kinds = ("routes", "ids", "leads", "passages", "order")
    return {
        kind: unordered([{swap.get(key, key): value for key, value in row.items()} for row in found[kind]])
        for kind in kinds
    }


def unordered(rows):
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


# Routes


def test_answers_that_lead_to_another_outcome(edit):
    found = edit(("like: CO-50, next: not-medically-necessary", "like: CO-50, next: get-the-letter"))

    assert told(found) == [
        "Routes: 1 changed",
        "  letter:denial/reason:clinical",
        '    - not-medically-necessary "Not medically necessary"',
        '    + get-the-letter "Get the letter first"',
        "",
        "Where options lead: 1 changed",
        "  questions.reason.options.clinical.next",
        "    - not-medically-necessary",
        "    + get-the-letter",
    ]


def test_a_route_that_goes_on_where_it_ended(edit):
    found = edit(("label: No, next: get-the-letter", "label: No, next: reason"))

    assert told(found)[:8] == [
        "Routes: 1 changed, 2 added",
        "  letter:no-paper",
        '    - get-the-letter "Get the letter first"',
        '    + asks reason "What reason does it give?"',
        "  letter:no-paper/reason:clinical",
        '    + not-medically-necessary "Not medically necessary"',
        "  letter:no-paper/reason:not-sure",
        '    + get-the-letter "Get the letter first"',
    ]


def test_an_option_that_goes_takes_its_routes_along(edit):
    found = edit(("      no-paper: {label: No, next: get-the-letter}\n", ""))

    assert told(found)[:6] == [
        "Routes: 1 removed",
        "  letter:no-paper",
        '    - get-the-letter "Get the letter first"',
        "",
        "Questions, options, outcomes and pages: 1 removed",
        "  option letter/no-paper (links to it break: it has no alias)",
    ]


def test_routes_of_the_plan_finder_name_it(good):
    plans = "plan_finder: {start: a, questions: {a: {options: {b: {next: TO}}}}, outcomes: {c: {}, d: {}}}\n"
    old, new = (edition(good + plans.replace("TO", to)) for to in ("c", "d"))

    assert told(compare(old, new))[:4] == ["Routes: 1 changed", "  plan-type: a:b", "    - c", "    + d"]


def chain(length, *, last, answers=("a", "b")):
    """A tree whose questions fork and meet again, so that each doubles the routes."""
    questions = {
        f"q{n}": {"options": {o: {"next": f"q{n + 1}" if n + 1 < length else last} for o in answers}}
        for n in range(length)
    }
    return of_data({"start": "q0", "questions": questions, "outcomes": {last: {}}})


def test_what_is_the_same_in_both_is_not_walked():
    # 2 to the power of 90 routes.
    assert not compare(chain(90, last="end"), chain(90, last="end"))


@pytest.mark.parametrize("length", [13, 40])
def test_routes_without_number_are_listed_up_to_a_bound_which_is_told(length):
    found = compare(chain(length, last="one"), chain(length, last="two"))

    assert len(found.routes) == MOST_ROUTES
    assert not found.routes_complete
    assert "  More routes differ than are listed here: at most 5,000 of a kind are looked for." in told(found)


def test_a_list_that_stops_at_the_bound_is_the_same_there_and_back():
    one, other = chain(13, last="one"), chain(13, last="two", answers=("b", "a"))
    there, back = (
        {route.answers for route in compare(*pair).routes} for pair in ((one, other), (other, one))
    )

    assert there == back


def test_a_tree_that_goes_round_in_a_circle_is_compared():
    def circle(to):
        options = {"again": {"next": "a"}, "on": {"next": to}}
        return of_data({"start": "a", "questions": {"a": {"options": options}}, "outcomes": {}})

    assert [route.answers[-1].option for route in compare(circle("x"), circle("y")).routes] == ["on"]


# Ids


def test_a_retired_id_with_an_alias_tells_where_links_lead(edit):
    found = edit(
        ("      no-paper: {label: No,", "      nothing: {label: No,"),
        ("{no-letter: get-the-letter}", "{letter/no-paper: letter/nothing}"),
    )

    assert "  option letter/no-paper (links to it lead to the option letter/nothing)" in told(found)
    assert "Links that break" not in as_markdown(found)


def test_a_page_that_comes_is_told_with_its_title(edit):
    found = edit(("pages:\n", "pages:\n  faq: {title: Questions}\n"))

    assert told(found)[:3] == [
        "Questions, options, outcomes and pages: 1 added",
        "  page faq",
        "    + Questions",
    ]


# Words


def test_a_text_that_changes_is_told_by_its_path(edit):
    found = edit(("hint: More than one? Start with the first.", "hint: More than one? Start with any."))

    assert told(found) == [
        "Words: 1 changed",
        "  questions.reason.hint",
        "    - More than one? Start with the first.",
        "    + More than one? Start with any.",
    ]


def test_of_a_long_text_only_what_changed_is_shown_and_json_has_it_whole(good):
    words = [f"w{n}" for n in range(50)]
    old, new = (f"{good}more: {' '.join([*words, middle, *words])}\n" for middle in ("red", "blue"))
    found = compare(edition(old), edition(new))

    assert told(found)[2:] == [
        "    - … w42 w43 w44 w45 w46 w47 w48 w49 red w0 w1 w2 w3 w4 w5 w6 w7 …",
        "    + … w42 w43 w44 w45 w46 w47 w48 w49 blue w0 w1 w2 w3 w4 w5 w6 w7 …",
    ]
    assert as_json(found)["passages"][0]["new"] == " ".join([*words, "blue", *words])


def test_a_few_words_that_did_not_change_are_left_standing(good):
    words = " ".join(f"w{n}" for n in range(10))
    old, new = (edition(f"{good}more: {words} {last}\n") for last in ("red", "blue"))

    assert told(compare(old, new))[2] == f"    - {words} red"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    text: What reason does it give?", "    text: >-\n      What reason\n      does it give?"),
        ("title: Your rights", 'title:   "Your rights"'),
        ("pages:", "# A comment.\n\npages:"),
        ("path: B", "path: 'B'"),
    ],
)
def test_line_breaks_quotes_and_comments_are_no_difference(edit, before, after):
    found = edit((before, after))

    assert not found
    assert told(found) == ["No difference in routes, ids, words or their order."]


def test_a_list_is_one_value(edit):
    found = edit(("related: [not-medically-necessary]", "related: [not-medically-necessary, urgent]"))

    assert told(found)[1:] == [
        "  outcomes.get-the-letter.related",
        '    - ["not-medically-necessary"]',
        '    + ["not-medically-necessary", "urgent"]',
    ]


def test_facts_are_compared_where_both_have_them(good):
    facts = "facts: {int-180: {statement: You get 180 days., until: '2027-01-01'}}"
    old, new = edition(good, facts), edition(good, facts.replace("180 days", "60 days"))

    assert told(compare(old, new)) == [
        "Facts, deadlines and other reference data: 1 changed",
        "  reference.facts.facts.int-180.statement",
        "    - You get 180 days.",
        "    + You get 60 days.",
    ]
    assert not compare(old, edition(good))


# Order


def test_options_that_change_places_are_told(edit):
    found = edit(
        ('      denial: {label: "Yes, a denial", next: reason}\n', ""),
        (
            "\n  reason:\n    text",
            '\n      denial: {label: "Yes, a denial", next: reason}\n  reason:\n    text',
        ),
    )

    assert told(found) == [
        "Order shown: 1 changed",
        "  questions.letter.options",
        "    - denial, no-paper, not-sure",
        "    + no-paper, not-sure, denial",
    ]


def test_the_parts_of_one_thing_may_stand_in_any_order(edit):
    assert not edit(("path: B\n    track: clinical\n", "track: clinical\n    path: B\n"))


# Any two editions


small = st.sampled_from(["a", "b", "c", "d"])
options = st.dictionaries(
    small, st.fixed_dictionaries({"next": small | st.none(), "label": st.text(max_size=3)})
)
questions = st.dictionaries(small, st.fixed_dictionaries({"options": options}))
trees = st.fixed_dictionaries(
    {
        "start": small,
        "questions": questions,
        "outcomes": st.dictionaries(small, st.just({"title": "T"})),
        "aliases": st.dictionaries(small, small, max_size=2),
    }
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(small | st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=12,
)
anything_like_a_tree = trees | st.dictionaries(
    st.sampled_from(["start", "questions", "outcomes", "pages", "plan_finder", "aliases", "faq"]),
    anything | trees,
)


@THOROUGH
@given(anything_like_a_tree | anything, anything_like_a_tree | anything)
def test_any_two_are_compared_and_told_to_the_end(one, other):
    found = compare(of_data(one), of_data(other))

    json.dumps(as_json(found))
    assert all("\n" not in line for line in as_text(found))
    assert len(as_markdown(found)) <= LONGEST


@THOROUGH
@given(anything_like_a_tree | anything)
def test_what_is_compared_with_itself_does_not_differ(data):
    assert not compare(of_data(data), of_data(data))


@THOROUGH
@given(anything_like_a_tree, anything_like_a_tree)
def test_the_way_back_mirrors_the_way_there(one, other):
    there, back = (as_json(compare(of_data(a), of_data(b))) for a, b in ((one, other), (other, one)))

    assert mirrored(there) == {kind: unordered(back[kind]) for kind in mirrored(there)}


def all_routes(data):
    """Every way of answering and where it ends, walked in the plainest way."""
    graph = {
        id_: {option: one["next"] for option, one in value["options"].items() if one["next"] is not None}
        for id_, value in data["questions"].items()
    }
    graph = {id_: options for id_, options in graph.items() if options}
    found = {}

    def walk(at, answers):
        if at not in graph or any(question == at for question, _ in answers):
            found[answers] = at
            return
        for option, to in graph[at].items():
            walk(to, (*answers, (at, option)))

    if data["start"] in graph:
        walk(data["start"], ())
    return found


@THOROUGH
@given(trees, trees)
def test_routes_that_differ_are_those_that_walking_both_trees_shows(one, other):
    before, after = all_routes(one), all_routes(other)
    found = compare(of_data(one), of_data(other)).routes
    ways = {tuple((a.question, a.option) for a in route.answers): (route.old, route.new) for route in found}

    assert len(ways) == len(found)
    for way in before.keys() | after.keys():
        old, new = ways.get(way, (before.get(way), before.get(way)))
        if before.get(way) == after.get(way):
            assert way not in ways
        elif way in before and way in after:
            assert (old, new) == (before[way], after[way])
        else:
            # The other tree has no such route; its answers may still be given there, and lead to a question.
            assert way in ways
            assert (old if way in before else new) == (before if way in before else after)[way]
