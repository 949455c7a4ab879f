"""The files in `docs/` that print the tree's pages."""

from collections.abc import Iterator

from decision_tree.model.guide import outcome_file, page_file
from decision_tree.problems import Position, Problem, quoted
from decision_tree.reading.plain import mapping
from decision_tree.sources import Sources


def check_page_file(sources: Sources) -> Iterator[Problem]:
    """Every outcome and every fixed page has its file in `docs/`, and every file there its outcome or page.

    Passes: `docs/paths/urgent.md` and the outcome `urgent`. Fails: one without the other. An id that is
    retired, or that a fork removes, keeps its file, which points on. A file that prints neither is a fork's
    own page, and needs nothing in the tree; but one that has the name of an outcome or a page hides what the
    tree says of it.
    """
    if sources.docs is None:
        return
    wanted = _files(sources.tree.data)
    for file, (kind, path) in wanted.items():
        if file not in sources.docs:
            message = (
                f"the {kind} {quoted(path[1])} has no page {sources.docs_folder}/{file} "
                f"(add the file, with this one line in it: {_line(kind, path[1])})"
            )
            yield Problem.at(sources.tree.key_position(path), message)
        elif not sources.docs[file]:
            message = (
                f"this file does not show the {kind} {quoted(path[1])} that the tree describes "
                f"(write this one line in it: {_line(kind, path[1])})"
            )
            yield Problem.at(Position(f"{sources.docs_folder}/{file}", 1, 1), message, "warning")
    pointing_on = {*mapping(mapping(sources.tree.data).get("aliases")), *sources.removed}
    gone = {page_file(id_) for id_ in pointing_on}
    for file, prints in sources.docs.items():
        kind = "outcome" if file.startswith("paths/") else "page"
        if prints and file not in wanted and file.removeprefix("paths/") not in gone:
            message = f"this file has no {kind} in the tree (add the {kind}, or delete the file)"
            yield Problem.at(Position(f"{sources.docs_folder}/{file}", 1, 1), message)


def _line(kind: str, id_: str) -> str:
    """Return what a page's file holds."""
    return f'{{{{ {"outcome" if kind == "outcome" else "fixed"}_page("{id_}") }}}}'


def page_files(tree: object) -> dict[str, str]:
    """Return the file below `docs/` of each page and outcome of a tree's data, by its id."""
    return {path[1]: file for file, (_, path) in _files(tree).items()}


def _files(tree: object) -> dict[str, tuple[str, tuple[str, str]]]:
    """Return the file of each outcome and page of a tree's data, with what it is and its path there."""
    outcomes, pages = (mapping(mapping(tree).get(kind)) for kind in ("outcomes", "pages"))
    return {
        **{outcome_file(id_): ("outcome", ("outcomes", id_)) for id_ in outcomes},
        **{page_file(id_): ("page", ("pages", id_)) for id_ in pages},
    }
