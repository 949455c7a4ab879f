"""Ids, and what refers to them in the tree."""

from collections.abc import Iterator, Mapping

from decision_tree.ids import OPTION, QUESTION, aliases, ids
from decision_tree.problems import Names, Problem, quoted
from decision_tree.reading.load import Document
from decision_tree.reading.plain import Path, items, mapping
from decision_tree.sources import Sources

RESERVED = frozenset({"plan", "state", "who"})


def check_duplicate_id(sources: Sources) -> Iterator[Problem]:
    """Every id is taken once among the questions and outcomes of all trees, and among outcomes and pages.

    Passes: a question `letter` and an outcome `urgent`. Fails: a question and an outcome both called
    `letter`, an outcome called like a page, or a question called `plan`, `state` or `who`, which the path
    finder's link keeps.
    """
    seen: dict[str, tuple[str, Path]] = {}
    for finder in sources.finders:
        for kind, names in (("question", finder.questions), ("outcome", finder.outcomes)):
            for id_ in names:
                path = (*finder.path, f"{kind}s", id_)
                if id_ in RESERVED:
                    message = f"the id {quoted(id_)} is kept for the path finder's link (choose another)"
                    yield Problem.at(sources.tree.key_position(path), message)
                if id_ in seen:
                    yield _taken(sources.tree, f"the {kind}", id_, path, seen[id_])
                else:
                    seen[id_] = (f"a {kind}" if kind == "question" else "an outcome", path)
    for id_ in sources.pages:
        if id_ in sources.outcomes:
            yield _taken(sources.tree, "the page", id_, ("pages", id_), ("an outcome", ("outcomes", id_)))


def _taken(tree: Document, kind: str, id_: str, path: Path, first: tuple[str, Path]) -> Problem:
    line = tree.key_position(first[1]).line
    message = f"{kind} {quoted(id_)} has the id of {first[0]} at line {line} (choose another)"
    return Problem.at(tree.key_position(path), message)


def check_unknown_related(sources: Sources) -> Iterator[Problem]:
    """What an outcome names exists: its related outcomes, its review track, the plans of its passages.

    Passes: `related: [level-of-care]` where that outcome is. Fails: `related: [levl-of-care]`.
    """
    tree = sources.tree
    yield from _related(sources)
    tracks = Names(mapping(mapping(tree.data).get("tracks")))
    for id_, outcome in sources.outcomes.items():
        track = mapping(outcome).get("track")
        if isinstance(track, str) and track not in tracks:
            message = f"the track {quoted(track)} does not exist{tracks.advice(track, 'add it to tracks')}"
            yield Problem.at(tree.position(("outcomes", id_, "track")), message)
    yield from _plans_named(sources)


def _related(sources: Sources) -> Iterator[Problem]:
    outcomes = Names({*sources.outcomes, *sources.removed})
    for id_, outcome in sources.outcomes.items():
        for number, other in items(mapping(outcome).get("related")):
            position = sources.tree.position(("outcomes", id_, "related", number))
            if other == id_:
                message = f"the related outcome {quoted(other)} is this outcome itself (delete it)"
                yield Problem.at(position, message)
            elif isinstance(other, str) and other not in outcomes:
                advice = outcomes.advice(other, "name an outcome")
                yield Problem.at(position, f"the related outcome {quoted(other)} does not exist{advice}")


def _plans_named(sources: Sources) -> Iterator[Problem]:
    """Yield the unknown plans of passages, and of the plan finder's outcomes."""
    plans, advice = Names(sources.plans), "name a plan of deadlines.yml"
    for id_, outcome in sources.outcomes.items():
        for passage, value in mapping(mapping(outcome).get("plans")).items():
            for number, plan in items(mapping(value).get("plans")):
                if isinstance(plan, str) and plan not in plans:
                    position = sources.tree.position(("outcomes", id_, "plans", passage, "plans", number))
                    message = f"the plan {quoted(plan)} does not exist{plans.advice(plan, advice)}"
                    yield Problem.at(position, message)
    for finder in sources.finders[1:]:
        for id_ in finder.outcomes:
            if id_ not in plans:
                message = f"the plan {quoted(id_)} does not exist{plans.advice(id_, advice)}"
                yield Problem.at(sources.tree.key_position(finder.place(id_)), message)


def check_alias(sources: Sources) -> Iterator[Problem]:
    """A retired id leads to one that lives, and lives no more itself.

    Passes: `old-letter: letter`, and for an option `letter/refused: letter/denial`, or `letter/refused:
    denial`; for one that was split, `letter/refused: letter/`, where the reader chooses again. Fails:
    `old-letter: leter`, `letter/refused: urgent`, `letter/refused: leter/`, or an alias for a question that
    is still there.
    """
    renamed = aliases(sources.tree)
    if not renamed:
        return
    living = ids(sources.tree)
    options = Names({id_.name for id_ in living if id_.kind == OPTION})
    others = Names({id_.name for id_ in living if id_.kind != OPTION})
    stops = Names({f"{id_.name}/" for id_ in living if id_.kind == QUESTION})
    # What a fork takes out of the finder is upstream's to lead to, and nobody's to come to.
    left_out = {id_.name for id_ in ids(sources.upstream.tree)} - {id_.name for id_ in living}
    for old, new in renamed.items():
        known, advice = others, "name a question, an outcome or a page"
        target = new
        if "/" in old:
            known, advice = options, "name an option as QUESTION/OPTION"
            target = new if "/" in new else f"{_question_today(old, renamed)}/{new}"
            if new.endswith("/"):
                known, advice = stops, "name the question at which an old link stops as QUESTION/"
        if old in known:
            message = f"{quoted(old)} is still in use (delete this alias, or retire the id)"
            yield Problem.at(sources.tree.key_position(("aliases", old)), message)
        # What a fork removes keeps its address, which points on.
        if target not in known and target.removesuffix("/") not in sources.removed | left_out:
            exists = target in options or target in others
            what = "cannot take its place" if exists else "does not exist"
            wrong = f"the alias {quoted(old)} leads to {quoted(target)}, which {what}"
            message = wrong + known.advice(target, advice)
            yield Problem.at(sources.tree.position(("aliases", old)), message)


def _question_today(option: str, renamed: Mapping[str, str]) -> str:
    """Return the question of a retired option, by its id of today."""
    question = option.partition("/")[0]
    return renamed.get(question, question)


def check_unknown_example(sources: Sources) -> Iterator[Problem]:
    """The drawn paper that a question shows exists, with the part it names.

    Passes: `example: denial-letter.reason` where that letter has such a part.
    Fails: `example: denial-letter.raeson`.
    """
    papers = mapping(mapping(sources.tree.data).get("examples"))
    drawn = Names(
        [
            f"{paper}.{part}"
            for paper, value in papers.items()
            for part in mapping(mapping(value).get("parts"))
        ]
    )
    for finder in sources.finders:
        for question in finder.questions.values():
            example = question.example
            if example and example not in drawn:
                advice = drawn.advice(example, "write EXAMPLE.PART, as in examples")
                message = f"the example {quoted(example)} is not drawn{advice}"
                yield Problem.at(sources.tree.position((*question.path, "example")), message)
