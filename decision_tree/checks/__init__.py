"""The rules that a schema cannot say: one module a rule, each with `check(sources)` that yields problems.

Add a rule: write its module with a docstring that says what must be so, name it in NAMED, and show a bad and
a good example of it in `examples.yml`, from which its chapter in RULES.md is made and which the tests try.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from decision_tree.checks.citing import careful, known, numbers, periods, plans, reviews
from decision_tree.checks.naming import aliases, examples, ids, related
from decision_tree.checks.overlay import codes as overlay_codes
from decision_tree.checks.overlay import drift, dropped, empty, kept, lost, removals, retired, unshown
from decision_tree.checks.overlay.caused import at_removals
from decision_tree.checks.pages import braces, files
from decision_tree.checks.pages import links as page_links
from decision_tree.checks.reference import codes
from decision_tree.checks.reference import plans as reference_plans
from decision_tree.checks.releases import dates, named
from decision_tree.checks.routing import cycles, length, reachable, targets, unsure
from decision_tree.checks.settings import (
    addresses,
    colors,
    helplines,
    merging,
    pictures,
    placeholders,
    shape,
    whole,
)
from decision_tree.checks.writing import blanks, cut, links, markup, passages, pasted, unwritten
from decision_tree.problems import Problem
from decision_tree.sources import Sources, shape_problems


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule under the name that its messages carry: `rule(sources)` yields what breaks it."""

    name: str
    check: Callable[[Sources], Iterator[Problem]]

    @property
    def module(self) -> str:
        """The module that holds the rule, e.g. `decision_tree.checks.routing.targets`."""
        return self.check.__module__

    def __call__(self, sources: Sources) -> Iterator[Problem]:
        """Yield each problem of the rule under its name."""
        for problem in self.check(sources):
            yield problem.of(self.name)


NAMED: Mapping[str, Callable[[Sources], Iterator[Problem]]] = {
    "unknown-target": targets.check,
    "unreachable": reachable.check,
    "cycle": cycles.check,
    "long-route": length.check,
    "no-way-on": unsure.check,
    "duplicate-id": ids.check,
    "unknown-related": related.check,
    "alias": aliases.check,
    "unknown-example": examples.check,
    "fact-unknown": known.check,
    "fact-period": periods.check,
    "fact-review": reviews.check,
    "fact-likely": careful.check,
    "fact-reach": plans.check,
    "number": numbers.check,
    "markup": markup.check,
    "link": links.check,
    "cut-text": cut.check,
    "blank": blanks.check,
    "passage": passages.check,
    "unwritten": unwritten.check,
    "pasted": pasted.check,
    "code-target": codes.check,
    "plan-row": reference_plans.check,
    "page-file": files.check,
    "page-code": braces.check,
    "page-link": page_links.check,
    "setting-merge": merging.check,
    "setting-missing": whole.check,
    "placeholder": placeholders.check,
    "address": addresses.check,
    "color": colors.check,
    "helpline": helplines.check,
    "picture": pictures.check,
    "release-date": dates.check,
    "release-path": named.check,
    "removal": removals.check,
    "empty-key": empty.check,
    "must-stay": kept.check,
    "code-twice": overlay_codes.check,
    "dropped-citation": dropped.check,
    "retired": retired.check,
    "lost-option": lost.check,
    "unshown-words": unshown.check,
    "upstream-changed": drift.check,
}
"""What each rule is called, in its messages too. A name never changes once published."""

RULES: Mapping[str, Rule] = {name: Rule(name, check) for name, check in NAMED.items()}
"""Every rule by its name."""


def run(sources: Sources) -> tuple[Problem, ...]:
    """Return every problem in the sources, sorted: what YAML and the schemas refuse, and what the rules find.

    A file that could not be read to its end is not held against the rules: they would miss what it lacks.
    """
    return tuple(sorted(at_removals(sources, found(sources), found)))


def found(sources: Sources) -> set[Problem]:
    """Return every problem in the sources where it stands, whatever has caused it."""
    local = sources.local
    if local is not None and local.complete and not isinstance(local.data, dict):
        # Nothing can be laid over the guide: that is told, and not what it would do to each file.
        return {*found(sources.upstream), *RULES["removal"](sources)}
    # Where a file cannot be read, what was pasted into it may be why.
    problems = {*shape_problems(sources), *shape.problems(sources), *RULES["pasted"](sources)}
    if all(document.complete for document in sources.documents):
        for rule in RULES.values():
            problems.update(rule(sources))
    return problems
