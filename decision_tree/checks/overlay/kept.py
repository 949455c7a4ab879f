"""A fork does not take away what no copy of the guide may be without.

Such are the crisis line, the page for a crisis, the home page and the finder, and every word and passage that
the pages print by its name: in the schemas they are marked `"removable": false`, or named under `kept`. Each
can be written anew. Passes: `faq: {cost: null}`. Fails: `site: null`, `interface: {start_again: null}`.
"""

from collections.abc import Iterator

from decision_tree.problems import Problem, quoted
from decision_tree.reading.layers import removals
from decision_tree.reading.plain import value_at
from decision_tree.schemas.schema import Schema
from decision_tree.sources import DOCUMENTS, SCHEMAS, Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each removal of what must stay."""
    schemas = dict(zip(DOCUMENTS, SCHEMAS, strict=True))
    for name, laid in sources.forked.items():
        schema = Schema.read(schemas[name])
        for path in removals(laid.over.data):
            if value_at(laid.below.data, path) is not None and schema.keeps(path):
                message = (
                    f"{quoted(path[-1])} is removed here, but no copy of the guide can be without it "
                    "(delete this line, or write your own words for it)"
                )
                yield Problem.at(laid.over.key_position(path), message)
