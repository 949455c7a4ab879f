"""axe-core finds nothing on any page and at any step of the finders, in light and in dark colors."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT
from reader import fragment

from decision_tree.project import read_guide
from decision_tree.routes import routes

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "selectors": False,  # what is found is told by its HTML; working out selectors takes a fifth of the time
}
FIND_VIOLATIONS = """async ([scope, options]) => {
    const { violations } = await axe.run(scope ?? document, options);
    return violations.flatMap(rule => rule.nodes.map(node =>
        `${rule.id}: ${rule.help}: ${node.html.slice(0, 160)}`));
}"""
PHONE = {"width": 360, "height": 640}
GUIDE = read_guide(ROOT)


def sources() -> list[str]:
    """The address of every page that has a source, and of the page for wrong addresses."""
    files = [file.relative_to(ROOT / "docs") for file in (ROOT / "docs").rglob("*.md")]
    folders = [file.parent if file.name == "index.md" else file.with_suffix("") for file in files]
    return [*sorted("" if str(folder) == "." else f"{folder}/" for folder in folders), "404.html"]


def ways_to_each_step(tree) -> dict[str, tuple]:
    """For each question and outcome of a tree, the shortest answers that lead there."""
    ways = {}
    for route in routes(tree):
        stops = [answer.question for answer in route.answers] + [route.outcome]
        for number, stop in enumerate(stops):
            answers = route.answers[:number]
            if stop not in ways or len(answers) < len(ways[stop]):
                ways[stop] = answers
    return ways


@pytest.fixture(scope="module", params=["light", "dark"])
def phone_page(request, browser):
    context = browser.new_context(color_scheme=request.param, viewport=PHONE, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def violations(page, scope=None) -> list[str]:
    """What axe-core finds on the page; it is put there once for each page that is loaded."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    return page.evaluate(FIND_VIOLATIONS, [scope, OPTIONS])


@pytest.mark.parametrize("path", sources())
def test_a_page_has_no_accessibility_defect(phone_page, address, path):
    phone_page.goto(address + path)
    phone_page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert violations(phone_page) == []


@pytest.mark.parametrize(
    ("tree", "step", "answers"),
    [
        pytest.param(tree, step, answers, id=f"{tree.id}:{step}")
        for tree in (GUIDE.finder, GUIDE.plan_finder)
        for step, answers in ways_to_each_step(tree).items()
    ],
)
def test_a_step_of_a_finder_has_no_accessibility_defect(phone_page, reads, tree, step, answers):
    reader = reads(phone_page, tree)
    if not phone_page.url.startswith(reader.url):
        reader.opens()
    reader.follows(fragment([(answer.question, answer.option) for answer in answers]))
    reader.sees(step)
    assert violations(phone_page, f"#{tree.id}") == []
