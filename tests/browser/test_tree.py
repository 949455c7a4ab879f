"""The arithmetic of a tree, apart from any page: where answers lead, what can come, what a change keeps."""

import pytest

QUESTIONS = {
    "paper": {"letter": "reason", "bill": "paid", "not-sure": "reason"},
    "paid": {"part": "reason", "none": "nothing"},
    "reason": {"need": "care", "network": "away"},
    "care": {"visits": "cut", "stay": "cut"},
}
"""From `paper` on; all else are outcomes."""
ALIASES = {"sheet": "paper", "reason/medical": "need", "a": "b", "b": "a"}
LETTER, BILL, NEED, VISITS = ("paper", "letter"), ("paper", "bill"), ("reason", "need"), ("care", "visits")
CALL = """async ([address, questions, aliases]) => {
    const { Tree } = await import(address);
    const options = (one) => new Map(Object.entries(one));
    const ways = new Map(Object.entries(questions).map(([id, one]) => [id, options(one)]));
    return (FUNCTION)(new Tree('paper', ways, aliases));
}"""


@pytest.fixture
def tree(page, address):
    """Calls a function of JavaScript with the tree: `tree("tree => tree.left('paper')")`."""
    page.goto(f"{address}404.html")

    def call(function):
        script = CALL.replace("FUNCTION", function)
        return page.evaluate(script, [f"{address}assets/path-finder/tree.js", QUESTIONS, ALIASES])

    return call


def answers(*pairs):
    return "[" + ", ".join(f"{{ question: '{one}', option: '{other}' }}" for one, other in pairs) + "]"


def seen(state):
    return state["at"], *(
        [(one["question"], one["option"]) for one in state[key]] for key in ("given", "kept")
    )


READ = {
    "nothing": ((), ("paper", [], []), True),
    "a-route": ((LETTER, NEED), ("care", [LETTER, NEED], []), True),
    "to-its-end": ((LETTER, NEED, VISITS), ("cut", [LETTER, NEED, VISITS], []), True),
    "while-one-is-changed": ((("paper", ""), NEED, VISITS), ("paper", [], [NEED, VISITS]), True),
    "a-retired-question": ((("sheet", "letter"),), ("reason", [LETTER], []), True),
    "a-retired-option": ((LETTER, ("reason", "medical")), ("care", [LETTER, NEED], []), True),
    "a-circle-of-aliases": ((LETTER, ("a", "need")), ("reason", [LETTER], []), False),
    "from-the-middle": ((NEED,), ("paper", [], []), False),
    "an-unknown-option": ((LETTER, ("reason", "gone"), VISITS), ("reason", [LETTER], []), False),
    "kept-in-a-wrong-order": ((("paper", ""), VISITS, NEED), ("paper", [], [VISITS]), False),
}


@pytest.mark.parametrize(("given", "state", "fits"), READ.values(), ids=READ)
def test_answers_are_read_as_far_as_they_are_a_way_through_the_tree(tree, given, state, fits):
    read = tree(f"tree => tree.read({answers(*given)})")

    assert (seen(read["state"]), read["fits"]) == (state, fits)


def test_an_answer_leads_on(tree):
    moved = tree("tree => tree.answered(tree.fresh, 'letter')")

    assert (seen(moved["state"]), moved["dropped"]) == (("reason", [LETTER], []), [])


def test_a_question_asked_again_keeps_what_came_after_it(tree):
    state = tree(f"tree => tree.reopened(tree.read({answers(LETTER, NEED, VISITS)}).state, 'paper')")

    assert seen(state) == ("paper", [], [NEED, VISITS])


CHANGES = {
    "the-same-way": ("letter", ("cut", [LETTER, NEED, VISITS], []), []),
    "a-longer-way": ("bill", ("paid", [BILL], [NEED, VISITS]), []),
}


@pytest.mark.parametrize(("option", "state", "dropped"), CHANGES.values(), ids=CHANGES)
def test_a_changed_answer_keeps_those_that_can_still_come(tree, option, state, dropped):
    way = answers(LETTER, NEED, VISITS)
    moved = tree(f"tree => tree.answered(tree.reopened(tree.read({way}).state, 'paper'), '{option}')")

    assert (seen(moved["state"]), moved["dropped"]) == (state, dropped)


def test_what_cannot_come_any_more_is_dropped_and_told(tree):
    way = answers(LETTER, NEED, VISITS)
    moved = tree(f"tree => tree.answered(tree.reopened(tree.read({way}).state, 'reason'), 'network')")

    assert seen(moved["state"]) == ("away", [LETTER, ("reason", "network")], [])
    assert moved["dropped"] == [{"question": "care", "option": "visits"}]


def test_whoever_came_to_a_step_without_answers_goes_on_without(tree):
    moved = tree("tree => tree.answered({ at: 'reason', given: [], kept: [] }, 'need')")

    assert seen(moved["state"]) == ("care", [], [])


@pytest.mark.parametrize(("step", "most"), {"paper": 4, "reason": 2, "care": 1, "cut": 0, "gone": 0}.items())
def test_it_knows_the_most_questions_that_can_still_come(tree, step, most):
    assert tree(f"tree => tree.left('{step}')") == most
