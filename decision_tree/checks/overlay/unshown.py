"""(warning) A fork's words stand under a key of the interface that pages know.

Passes: `start_again`, and `step_ID` for a step that the fork adds to a plan. Fails: `strat_again`, which no
page shows, so that upstream's words stand there.
"""

from collections.abc import Iterator

from decision_tree.problems import Names, Problem, quoted
from decision_tree.reading.plain import mapping
from decision_tree.sources import Sources

INTERFACE = "interface"


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each word of `local.yml` that no page shows."""
    local = sources.local
    if local is None:
        return
    names = Names(list(mapping(mapping(sources.upstream.tree.data).get(INTERFACE))))
    steps = {step.replace("-", "_") for row in sources.plans.values() for step in mapping(row.get("steps"))}
    for key, words in mapping(mapping(local.data).get(INTERFACE)).items():
        if words is not None and key not in names and key.removeprefix("step_") not in steps:
            message = f"no page shows the words {quoted(key)}{names.advice(key, 'delete them')}"
            yield Problem.at(local.key_position((INTERFACE, key)), message, "warning")
