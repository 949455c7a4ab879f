"""The page of the whole tree says of each question what it asks, where it leads, and what it follows."""

import gzip
from collections import Counter
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

import pytest
from built import GUIDE, address, find_all, one_line, page, search_index, words_of
from hypothesis import given
from hypothesis import strategies as st

from decision_tree.model import Option, Question, Tree
from macros.views.whole_tree import LETTERS, numbered

PLACE = address("tree")
FINDERS = {"path-finder": "find-your-path", "plan-type": "deadlines"}
MOST = 32 * 1024
"""Bytes of the page, as a server that compresses sends it."""

QUESTIONS = [
    pytest.param(tree, question, id=f"{tree.id}:{question.id}")
    for tree in GUIDE.trees.values()
    for question in tree.questions.values()
]
every_question = pytest.mark.parametrize(("tree", "question"), QUESTIONS)
every_tree = pytest.mark.parametrize("tree", GUIDE.trees.values(), ids=GUIDE.trees.keys())


def anchor(tree, question_id):
    return f"{tree.id}-{question_id}"


def title(tree, id_):
    if id_ in tree.questions:
        return f"{numbered(tree)[id_]}. {tree.questions[id_].text}"
    if tree is GUIDE.plan_finder:
        return GUIDE.plan_kinds[id_].title
    outcome = GUIDE.outcomes[id_]
    return f"Path {outcome.path}: {outcome.title}" if outcome.path else outcome.title


def target(tree, id_):
    """Where a link to a question or outcome leads, from the site's root."""
    if id_ in tree.questions:
        return f"{PLACE}#{anchor(tree, id_)}"
    return f"{address('deadlines')}#plan={id_}" if tree is GUIDE.plan_finder else address(id_)


def leads_to(link):
    return urljoin(PLACE, link.get("href"))


def part(site, tree, question):
    """A question's part of the outline."""
    sections = find_all(page(site, "tree").content, "section")
    (found,) = [
        one for one in sections if any(inner.get("id") == anchor(tree, question.id) for inner in one.iter())
    ]
    return found


def options(site, tree, question):
    return find_all(part(site, tree, question), "li")


@every_question
def test_a_question_stands_in_the_outline_under_its_number(site, tree, question):
    (heading,) = find_all(part(site, tree, question), "h3")

    assert words_of(heading) == one_line(title(tree, question.id))
    assert one_line(question.hint) in words_of(part(site, tree, question))


@every_question
def test_each_option_says_where_it_leads_and_links_there(site, tree, question):
    rows = options(site, tree, question)

    assert [leads_to(link) for row in rows for link in find_all(row, "a")] == [
        target(tree, option.next) for option in question.options.values()
    ]
    for row, option in zip(rows, question.options.values(), strict=True):
        said = words_of(row)
        assert said.startswith(one_line(option.label))
        assert said.endswith(one_line(f"{GUIDE.interface['tree_leads_to']} {title(tree, option.next)}"))
        assert one_line(option.hint) in said


@every_question
def test_a_question_says_from_which_questions_it_is_reached(site, tree, question):
    (line,) = find_all(part(site, tree, question), "p.who")
    sources = {
        anchor(tree, source.id)
        for source in tree.questions.values()
        if question.id in {option.next for option in source.options.values()}
    }

    assert {urlsplit(link.get("href")).fragment for link in find_all(line, "a")} == sources
    assert (GUIDE.interface["tree_first"] in words_of(line)) == (question.id == tree.start)


@every_question
def test_a_question_links_to_itself_in_its_finder(site, tree, question):
    (link,) = find_all(find_all(part(site, tree, question), "p.open")[0], "a")

    assert leads_to(link) == f"{address(FINDERS[tree.id])}#q-{question.id}"
    assert one_line(question.text) in words_of(link)


@every_tree
def test_no_option_leads_to_a_lower_number(tree):
    numbers = numbered(tree)
    back = [
        (question.id, option.id)
        for question in tree.questions.values()
        for option in question.options.values()
        if numbers.get(option.next, len(numbers) + 1) <= numbers[question.id]
    ]

    assert sorted(numbers.values()) == list(range(1, len(tree.questions) + 1))
    assert back == []


@st.composite
def trees(draw):
    count = draw(st.integers(0, 8))
    ids = [f"q{number}" for number in range(count)]
    questions = {}
    for number, id_ in enumerate(ids):
        later = st.sampled_from([*ids[number + 1 :], "end", "other-end"])
        leads = draw(st.lists(later, min_size=1, max_size=4))
        questions[id_] = Question(
            id_, id_, {f"o{n}": Option(f"o{n}", "Yes", next=to) for n, to in enumerate(leads)}
        )
    shuffled = {id_: questions[id_] for id_ in draw(st.permutations(ids))}
    return Tree("some", ids[0] if ids else "", shuffled, {"end": "The end", "other-end": "Another end"})


@given(trees())
def test_the_questions_of_any_tree_are_numbered_on_the_way(tree):
    numbers = numbered(tree)
    todo, reached = [tree.start], set()
    while todo:
        if (id_ := todo.pop()) in tree.questions and id_ not in reached:
            reached.add(id_)
            todo.extend(option.next for option in tree.questions[id_].options.values())

    assert set(numbers) == reached
    assert list(numbers.values()) == list(range(1, len(reached) + 1))
    for id_ in reached:
        for option in tree.questions[id_].options.values():
            assert numbers.get(option.next, len(numbers) + 1) > numbers[id_]


# The drawing


def drawings(site):
    return dict(zip(GUIDE.trees, find_all(page(site, "tree").content, "figure.tree-drawing"), strict=True))


def svg_of(figure):
    (svg,) = [element for element in figure.iter() if str(element.tag).endswith("svg")]
    return svg


def inside(element, name):
    return [one for one in element.iter() if str(one.tag).rpartition("}")[2] == name]


@every_tree
def test_the_drawing_has_a_box_for_each_question_and_outcome_that_links_to_it(site, tree):
    links = inside(svg_of(drawings(site)[tree.id]), "a")
    boxes = {leads_to(link): one_line(" ".join(link.itertext())) for link in links}
    reached = {option.next for question in tree.questions.values() for option in question.options.values()}

    assert len(links) == len(boxes)
    assert boxes == {target(tree, id_): one_line(title(tree, id_)) for id_ in (tree.start, *reached)}


@every_tree
def test_the_words_of_a_box_fit_into_it(site, tree):
    for link in inside(svg_of(drawings(site)[tree.id]), "a"):
        (rect,) = inside(link, "rect")
        bottom = int(rect.get("y")) + int(rect.get("height"))
        for row in inside(link, "tspan"):
            assert len((row.text or "").strip()) <= LETTERS
            assert int(rect.get("y")) < int(row.get("y")) < bottom


@every_tree
def test_a_drawing_scrolls_within_itself_and_has_names(site, tree):
    figure = drawings(site)[tree.id]
    (region,) = find_all(figure, "div.scrolls")

    assert region.get("role") == "region"
    assert region.get("tabindex") == "0"
    assert region.get("aria-label")
    assert svg_of(figure).get("aria-label") in region.get("aria-label")
    assert find_all(figure, "figcaption")


@every_tree
def test_a_drawing_takes_its_colors_from_the_page(site, tree):
    colors = {
        value
        for element in svg_of(drawings(site)[tree.id]).iter()
        for name, value in element.attrib.items()
        if name in ("fill", "stroke", "color")
    }

    assert colors == {"none", "currentColor"}


def test_the_names_of_the_two_drawings_differ(site):
    names = Counter(svg_of(figure).get("aria-label") for figure in drawings(site).values())

    assert len(names) == len(GUIDE.trees)


def test_the_page_says_that_the_outline_says_the_same(site):
    assert one_line(GUIDE.interface["tree_drawing_text"]) in page(site, "tree").prose


# The page


def test_the_page_is_no_larger_than_it_may_be(site):
    assert len(gzip.compress((site / PLACE / "index.html").read_bytes())) <= MOST


def test_the_outline_does_not_stand_before_the_pages_themselves_in_the_search(site):
    found = [
        entry
        for entry in search_index(site)
        if entry["location"].startswith(PLACE) and any(q.values[1].text in entry["text"] for q in QUESTIONS)
    ]

    assert found == []


@pytest.mark.parametrize("page_id", ["about", "find-your-path"])
def test_the_page_is_linked_from(site, page_id):
    links = [
        urljoin(address(page_id), link.get("href", "")) for link in page(site, page_id).content.iter("a")
    ]

    assert PLACE in links


def test_a_guide_without_a_plan_finder_has_no_part_for_it():
    empty = replace(GUIDE.plan_finder, start="", questions={}, outcomes=frozenset())

    assert numbered(empty) == {}
