"""A retired id leads to one that lives, and lives no more itself.

Passes: `old-letter: letter`. Fails: `old-letter: leter`, or an alias for a question that is still there.
"""

from collections.abc import Iterator

from decision_tree.outline import mapping
from decision_tree.problems import Names, Problem, quoted
from decision_tree.sources import Sources


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each alias that leads nowhere, and each that is not retired."""
    living = {*sources.pages, *(id_ for f in sources.finders for id_ in (*f.questions, *f.outcomes))}
    options = {
        option
        for finder in sources.finders
        for question in finder.questions.values()
        for option in mapping(question.get("options"))
    }
    targets = Names(living | options)
    for old, new in mapping(mapping(sources.tree.data).get("aliases")).items():
        if old in living:
            message = f"{quoted(old)} is still in use (delete this alias, or retire the id)"
            yield Problem.at(sources.tree.key_position(("aliases", old)), message)
        if isinstance(new, str) and new not in targets:
            advice = targets.advice(new, "name a question, an option, an outcome or a page")
            message = f"the alias {quoted(old)} leads to {quoted(new)}, which does not exist{advice}"
            yield Problem.at(sources.tree.position(("aliases", old)), message)
