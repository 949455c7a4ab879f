"""How high the search of each engine puts what readers look for: `make bench`, or
`python tests/bench/bench_search.py site/ .build/zensical/`.

The theme's own search is held to these ranks by tests/browser/test_search.py. The second engine has another
search, which finds only what holds every word; its ranks are printed here, and nothing demands them.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "browser")]

from conftest import chromium_options  # noqa: E402
from search_ranks import INDEXES, ask, rank, searches  # noqa: E402
from served import served  # noqa: E402

SITES = {"mkdocs": "site", "zensical": ".build/zensical"}
MADE_BY = {"mkdocs": "make site", "zensical": "make zensical"}


def main() -> None:
    sites = dict(zip(SITES, map(Path, sys.argv[1:] or SITES.values()), strict=True))
    places = {
        words: place for kind in searches().values() for place, typed in kind.items() for words in typed
    }
    ranks = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**chromium_options())
        for engine, folder in sites.items():
            if not (folder / INDEXES[engine]).exists():
                print(f"No site in {folder}: `{MADE_BY[engine]}` makes it.")
                continue
            with served(folder) as address:
                page = browser.new_page()
                page.goto(address)
                found = ask(page, places, engine)
            ranks[engine] = {words: rank(found[words], place) for words, place in places.items()}
        browser.close()
    print(f"{'search':<42} {'leads to':<40}" + "".join(f"{engine:>10}" for engine in ranks))
    for words, place in places.items():
        print(f"{words:<42} {place:<40}" + "".join(f"{some[words] or '-':>10}" for some in ranks.values()))
    for engine, some in ranks.items():
        high = sum(1 for number in some.values() if number and number <= 3)
        print(f"{engine}: {high} of {len(some)} among the first three")


if __name__ == "__main__":
    main()
