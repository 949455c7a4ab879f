"""Asks a built site's own search without its dialog: the worker that its pages name, and its index."""

from collections.abc import Iterable
from pathlib import Path

import yaml
from playwright.sync_api import Page

SEARCHES = Path(__file__).parent / "searches.yml"

# What the two engines' pages say to their workers, and what these say to them.
ASK = """async ([index, searches]) => {
  const config = JSON.parse(document.getElementById("__config").textContent);
  const data = await fetch(new URL(index, new URL(`${config.base}/`, location.href)));
  const { config: settings, docs, items } = await data.json();
  const worker = new Worker(new URL(config.search, location.href));
  const answer = (message) => new Promise((done, failed) => {
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = (error) => failed(error);
    worker.postMessage(message);
  });
  await answer({ type: 0, data: { config: settings, docs, items, options: {} } });
  const found = {};
  for (const search of searches) {
    const { data } = await answer({ type: 2, data: docs ? search : { input: search } });
    found[search] = docs
      ? data.items.map((page) => page.map(({ location }) => location))
      : data.items.map(({ id }) => [items[id].location]);
  }
  worker.terminate();
  return found;
}"""
INDEXES = {"mkdocs": "search/search_index.json", "zensical": "search.json"}


def searches() -> dict[str, dict[str, list[str]]]:
    """What readers type, by the place that it must lead to, by how sure it must be."""
    return yaml.safe_load(SEARCHES.read_text(encoding="utf-8"))


def ask(page: Page, asked: Iterable[str], engine: str = "mkdocs") -> dict[str, list[list[str]]]:
    """What each search finds: page after page, of each its places, the best first. `page` shows the site."""
    return page.evaluate(ASK, [INDEXES[engine], list(asked)])


def rank(found: list[list[str]], place: str) -> int | None:
    """As which page a place is shown, from 1. A part of a page counts where its page shows it first."""
    for number, places in enumerate(found, 1):
        if place == places[0] if "#" in place else place in {one.partition("#")[0] for one in places}:
            return number
    return None
