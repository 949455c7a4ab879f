"""The pages that a fork writes itself, as plain Markdown files: what the tree says nothing of."""

from collections.abc import Iterator

from decision_tree.sources import MACRO, Sources


def own_pages(sources: Sources) -> Iterator[tuple[str, list[str]]]:
    """Yield each page that prints none of the tree's: its file below `docs/`, and its lines."""
    if sources.docs is None or sources.settings is None:
        return
    docs = sources.settings.docs
    for file in sorted(docs.rglob("*.md")):
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        if MACRO.search(text.encode()) is None:
            yield file.relative_to(docs).as_posix(), text.splitlines()
