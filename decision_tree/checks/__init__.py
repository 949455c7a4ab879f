"""The rules that a schema cannot say: one module a subject, in it one function a rule.

`check_cut_text` is the rule `cut-text`: it takes the sources and yields what breaks the rule, and its
docstring says what must be so. `citations` and `caused` hold no rules.

Add a rule: write its function, name it in NAMED, and show a bad and a good example of it in `examples.yml`.
Its chapter in RULES.md is made of the docstring and the examples, and the tests try these.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from decision_tree.checks import (
    addresses,
    colors,
    facts,
    misread,
    naming,
    numbers,
    overrides,
    own_pages,
    page_files,
    page_heads,
    pictures,
    reference,
    releases,
    removals,
    routing,
    safety,
    settings,
    writing,
)
from decision_tree.checks.caused import at_removals
from decision_tree.problems import Problem
from decision_tree.sources import Sources, shape_problems


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule under the name that its messages carry: `rule(sources)` yields what breaks it."""

    name: str
    check: Callable[[Sources], Iterator[Problem]]

    @property
    def says(self) -> str:
        """What must be so, in Markdown: a sentence, then what passes and what fails."""
        return inspect.getdoc(self.check) or ""

    def __call__(self, sources: Sources) -> Iterator[Problem]:
        """Yield each problem of the rule under its name."""
        for problem in self.check(sources):
            yield problem.of(self.name)


NAMED: Mapping[str, Callable[[Sources], Iterator[Problem]]] = {
    "unknown-target": routing.check_unknown_target,
    "unreachable": routing.check_unreachable,
    "cycle": routing.check_cycle,
    "long-route": routing.check_long_route,
    "no-way-on": routing.check_no_way_on,
    "duplicate-id": naming.check_duplicate_id,
    "unknown-related": naming.check_unknown_related,
    "alias": naming.check_alias,
    "unknown-example": naming.check_unknown_example,
    "fact-unknown": facts.check_fact_unknown,
    "fact-period": facts.check_fact_period,
    "fact-review": facts.check_fact_review,
    "fact-likely": facts.check_fact_likely,
    "fact-reach": facts.check_fact_reach,
    "number": numbers.check_number,
    "markup": writing.check_markup,
    "link": writing.check_link,
    "cut-text": misread.check_cut_text,
    "blank": writing.check_blank,
    "passage": writing.check_passage,
    "unwritten": writing.check_unwritten,
    "crisis-line": safety.check_crisis_line,
    "pasted": misread.check_pasted,
    "code-target": reference.check_code_target,
    "plan-row": reference.check_plan_row,
    "page-file": page_files.check_page_file,
    "page-call": page_files.check_page_call,
    "page-code": own_pages.check_page_code,
    "page-head": page_heads.check_page_head,
    "page-link": own_pages.check_page_link,
    "setting-merge": settings.check_setting_merge,
    "setting-missing": settings.check_setting_missing,
    "placeholder": settings.check_placeholder,
    "address": addresses.check_address,
    "color": colors.check_color,
    "helpline": settings.check_helpline,
    "picture": pictures.check_picture,
    "release-date": releases.check_release_date,
    "release-path": releases.check_release_path,
    "removal": removals.check_removal,
    "empty-key": removals.check_empty_key,
    "must-stay": removals.check_must_stay,
    "code-twice": overrides.check_code_twice,
    "dropped-citation": overrides.check_dropped_citation,
    "retired": overrides.check_retired,
    "lost-option": overrides.check_lost_option,
    "unshown-words": overrides.check_unshown_words,
    "upstream-changed": overrides.check_upstream_changed,
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
    problems = {*shape_problems(sources), *settings.shape_problems(sources), *RULES["pasted"](sources)}
    if all(document.complete for document in sources.documents):
        for rule in RULES.values():
            problems.update(rule(sources))
    return problems
