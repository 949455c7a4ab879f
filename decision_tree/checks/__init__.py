"""The rules that a schema cannot say: one module a rule, each with `check(sources)` that yields problems.

Add a rule: write its module with a docstring that shows what passes and what fails, name it in RULES, and
give it a test of the same name in `tests/unit/checks/`.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from decision_tree.checks.citing import careful, known, numbers, periods, plans, reviews
from decision_tree.checks.naming import aliases, examples, ids, related
from decision_tree.checks.overlay import codes as overlay_codes
from decision_tree.checks.overlay import drift, dropped, empty, kept, lost, removals, retired
from decision_tree.checks.overlay.caused import at_removals
from decision_tree.checks.pages import braces, files
from decision_tree.checks.reference import codes
from decision_tree.checks.reference import plans as reference_plans
from decision_tree.checks.releases import dates, named
from decision_tree.checks.routing import cycles, length, reachable, targets, unsure
from decision_tree.checks.settings import addresses, colors, helplines, merging, pictures, shape, whole
from decision_tree.checks.writing import blanks, cut, links, markup, passages, pasted, unwritten
from decision_tree.problems import Problem
from decision_tree.sources import Sources, read_sources, shape_problems

Rule = Callable[[Sources], Iterator[Problem]]

RULES: Mapping[str, Rule] = {
    "targets exist": targets.check,
    "everything can be reached": reachable.check,
    "no circles": cycles.check,
    "no route over seven answers": length.check,
    "a way on for the unsure": unsure.check,
    "ids stand once": ids.check,
    "related ids exist": related.check,
    "aliases lead on": aliases.check,
    "examples are drawn": examples.check,
    "cited facts exist": known.check,
    "cited facts hold on the day": periods.check,
    "facts are reviewed": reviews.check,
    "likely facts are worded with care": careful.check,
    "facts reach the plan": plans.check,
    "numbers are backed": numbers.check,
    "no markup in prose": markup.check,
    "links lead somewhere": links.check,
    "no text is cut off": cut.check,
    "blanks are filled in": blanks.check,
    "passages exist": passages.check,
    "every text is written": unwritten.check,
    "nothing pasted looks like something else": pasted.check,
    "codes lead to outcomes": codes.check,
    "reference rows fit": reference_plans.check,
    "pages have files": files.check,
    "a page of one's own has no code": braces.check,
    "settings are known": shape.check,
    "settings merge": merging.check,
    "settings are whole": whole.check,
    "addresses are whole": addresses.check,
    "colors are readable": colors.check,
    "a helpline stands beside 988": helplines.check,
    "the brand's pictures are there": pictures.check,
    "releases stand newest first": dates.check,
    "what a release changed exists": named.check,
    "a fork removes what there is": removals.check,
    "a fork says that it removes": empty.check,
    "a fork keeps what no copy can be without": kept.check,
    "upstream does not list a fork's codes": overlay_codes.check,
    "a fork's text drops no citations": dropped.check,
    "what a fork overrides is not retired": retired.check,
    "no option leads to what a fork removes": lost.check,
    "upstream has not changed what a fork overrides": drift.check,
}
"""Every rule by its name."""


def run(sources: Sources) -> tuple[Problem, ...]:
    """Return every problem in the sources, sorted: what YAML and the schemas refuse, and what the rules find.

    A file that could not be read to its end is not held against the rules: they would miss what it lacks.
    """
    return tuple(sorted(at_removals(sources, _found(sources), _found)))


def _found(sources: Sources) -> set[Problem]:
    # Where a file cannot be read, what was pasted into it may be why.
    found = {*shape_problems(sources), *pasted.check(sources)}
    if all(document.complete for document in sources.documents):
        for rule in RULES.values():
            found.update(rule(sources))
    return found


def check_project(root: Path, on: date) -> tuple[Problem, ...]:
    """Return every problem of the project in the folder `root`, judged on the day `on`, sorted.

    Raises UnreadableError where one of its files cannot be read.
    """
    return run(read_sources(root, on))
