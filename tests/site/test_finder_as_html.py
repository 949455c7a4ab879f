"""The finder's HTML says the same as the tree: its links alone lead along every route to the right page."""

import pytest
from built import EMBED, FILES, GUIDE, address, find_all, one_line, page, words_of

from decision_tree.routes import routes

FINDER_PAGES = {"path-finder": ("hub", "find-your-path", EMBED), "plan-type": ("deadlines",)}
"""Where each tree's finder stands."""

PLACES = [
    (GUIDE.trees[tree_id], page_id) for tree_id, page_ids in FINDER_PAGES.items() for page_id in page_ids
]
every_finder = pytest.mark.parametrize(
    ("tree", "page_id"), PLACES, ids=[f"{tree.id}@{id_}" for tree, id_ in PLACES]
)
ROUTES = [
    pytest.param(tree, page_id, route, id=f"{page_id}:{route.as_text}")
    for tree, page_id in PLACES
    if page_id not in ("hub", EMBED)  # their finder is the same, which a test below holds
    for route in routes(tree)
]


def finder_of(built, tree):
    (finder,) = [finder for finder in built.all("path-finder") if finder.get("id") == tree.id]
    return finder


def sections(built, tree):
    """The sections of a finder by their ids, which its links name."""
    return {section.get("id"): section for section in find_all(finder_of(built, tree), "section")}


def options(section):
    return {link.get("data-option"): link for link in find_all(section, "a.finder-option")}


@pytest.mark.parametrize(("tree", "page_id", "route"), ROUTES)
def test_the_links_lead_along_a_route_to_the_page_of_its_outcome(site, tree, page_id, route):
    built = page(site, page_id)
    steps = sections(built, tree)
    step = next(section for section in steps.values() if section.get("data-question") == tree.start)

    for answer in route.answers:
        assert step.get("data-question") == answer.question
        step = steps[options(step)[answer.option].get("href").removeprefix("#")]

    assert step.get("data-outcome") == route.outcome
    (link,) = find_all(step, "a.finder-open")
    assert link.get("href") == expected_link(page_id, route.outcome)


def expected_link(page_id: str, outcome: str) -> str:
    up = "../" * address(page_id).count("/")
    return f"{up}{address(outcome)}" if outcome in FILES else f"./#plan={outcome}"


def test_the_routes_pass_every_question_and_reach_every_outcome():
    for tree in GUIDE.trees.values():
        ways = list(routes(tree))
        assert {answer.question for way in ways for answer in way.answers} == set(tree.questions)
        assert {way.outcome for way in ways} == set(tree.outcomes)
    assert set(GUIDE.finder.outcomes) == set(GUIDE.outcomes)
    assert set(FINDER_PAGES) == set(GUIDE.trees)


def test_the_finder_is_deep_enough_and_never_long():
    ways = list(routes(GUIDE.finder))

    assert len(ways) >= 40
    assert max(len(way.answers) for way in ways) <= 7


@every_finder
def test_the_sections_are_the_questions_and_outcomes_of_the_tree(site, tree, page_id):
    found = find_all(finder_of(page(site, page_id), tree), "section")
    questions = [section.get("data-question") for section in found if section.get("data-question")]
    outcomes = [section.get("data-outcome") for section in found if section.get("data-outcome")]

    assert questions == list(tree.questions)
    assert sorted(outcomes) == sorted(tree.outcomes)


@every_finder
def test_a_question_reads_as_in_the_tree(site, tree, page_id):
    built = page(site, page_id)
    for question in tree.questions.values():
        section = built.section("question", question.id)
        links = options(section)
        said = words_of(section)
        assert words_of(find_all(section, "h2")[0]) == one_line(question.text)
        assert one_line(question.hint) in said
        assert list(links) == list(question.options)
        for option in question.options.values():
            words = words_of(links[option.id])
            assert words.startswith(one_line(option.label))
            assert one_line(option.hint) in words
            assert one_line(option.like) in words


@every_finder
def test_an_outcome_shows_its_title_why_it_is_reached_and_the_first_three_things_to_do(site, tree, page_id):
    built = page(site, page_id)
    for outcome_id in tree.outcomes.keys() & GUIDE.outcomes.keys():
        outcome, section = GUIDE.outcomes[outcome_id], built.section("outcome", outcome_id)
        first = [words_of(item) for item in find_all(find_all(section, "ol.finder-first")[0], "li")]
        assert words_of(find_all(section, "h2")[0]) == one_line(outcome.title)
        assert any("data-why" in part.attrib and words_of(part) for part in section)
        assert len(first) == 3
        for said, step in zip(first, outcome.today, strict=False):
            assert said.startswith(one_line(step.do))


@every_finder
def test_an_outcome_knows_for_each_answer_that_leads_to_it_why(site, tree, page_id):
    built = page(site, page_id)
    wanted = {
        (option.next, f"{question.id}/{option.id}")
        for question in tree.questions.values()
        for option in question.options.values()
        if option.because and option.next in tree.outcomes
    }
    found = {
        (section.get("data-outcome"), part.get("data-because"))
        for section in sections(built, tree).values()
        for part in section
        if "data-because" in part.attrib
    }

    assert found == wanted


@every_finder
def test_without_a_script_nothing_is_hidden_that_a_route_needs(site, tree, page_id):
    finder = finder_of(page(site, page_id), tree)
    needed = [
        *find_all(finder, "section"),
        *find_all(finder, "a.finder-option"),
        *find_all(finder, "a.finder-open"),
    ]

    assert [element.attrib for element in needed if "hidden" in element.attrib] == []


@every_finder
def test_every_step_but_the_first_leads_back_to_the_start(site, tree, page_id):
    for step in sections(page(site, page_id), tree).values():
        links = [link.get("href") for link in step.iter("a") if link.get("data-action") == "restart"]
        if step.get("data-question") == tree.start:
            assert links == []
        else:
            assert links == [f"#q-{tree.start}"]


def test_the_title_of_the_safety_question_tells_a_history_nothing(site):
    start = page(site, "find-your-path").section("question", GUIDE.finder.start)

    assert start.get("data-title") != GUIDE.finder.questions[GUIDE.finder.start].text


@pytest.mark.parametrize("page_id", ["hub", EMBED])
def test_the_finder_elsewhere_is_the_one_on_its_own_page(site, page_id):
    def links(page_id):
        finder = finder_of(page(site, page_id), GUIDE.finder)
        return [(link.get("data-option"), link.get("href")) for link in find_all(finder, "a.finder-option")]

    assert links(page_id) == links("find-your-path")
