"""Links of release 1.0.0, sent or printed long ago: each still leads on, with the answers that it holds."""

from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.upstream

HERE = Path(__file__).parent
MOVED = yaml.safe_load((HERE / "old_links.yml").read_text(encoding="utf-8"))


def old_links() -> dict[str, str]:
    """The outcome of each route of that release, by the fragment of a link to it."""
    links = {}
    for line in (HERE / "routes_of_1_0_0.txt").read_text(encoding="utf-8").splitlines():
        route, _, outcome = line.partition(" -> ")
        links[route.replace(":", "=").replace("/", "&")] = outcome
    return links


OPEN_EACH = """async (finder, links) => {
    const seen = {};
    const count = (part) => finder.querySelectorAll(`[data-part=${part}]:not([hidden]) li`).length;
    for (const link of links) {
        const moved = new Promise(done => addEventListener('hashchange', done, { once: true }));
        location.hash = link;
        await moved;
        const { question, outcome } = finder.querySelector('[data-current]').dataset;
        const notices = [...finder.querySelectorAll('[data-notice]')].filter(notice => !notice.hidden);
        seen[link] = [question ?? outcome, count('given') + count('kept'), notices.length];
    }
    return seen;
}"""


@pytest.fixture(scope="module")
def seen(guide, address, shared_context):
    """What the finder shows for each link: the step, how many answers, how many notices."""
    _, page, _ = shared_context
    page.goto(f"{address}find-your-path/")
    return page.locator(f"path-finder#{guide.finder.id}").evaluate(OPEN_EACH, list(old_links()))


def last(link: str) -> str:
    return link.rpartition("&")[2]


@pytest.mark.parametrize(("link", "outcome"), old_links().items(), ids=old_links())
def test_an_old_link_ends_where_it_did_or_where_is_better_and_loses_no_answer(seen, link, outcome):
    moved = MOVED.get(last(link), {})
    given_again = 1 if moved.get("chosen_again") else 0

    assert seen[link] == [moved.get("ends", outcome), len(link.split("&")) - given_again, 0]


def test_every_moved_link_is_one_of_that_release():
    assert MOVED.keys() - {last(link) for link in old_links()} == set()
