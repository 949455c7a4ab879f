"""`mkdocs.yml` follows `mkdocs.base.yml` and has a name: from a file without them no site can be built."""

from collections.abc import Iterator

from decision_tree.problems import Problem, quoted
from decision_tree.sources import Sources

BASE = "mkdocs.base.yml"


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each line that the build cannot do without."""
    if sources.settings is None or not isinstance(sources.settings.document.data, dict):
        return
    settings = sources.settings
    for key, value, what in (
        ("INHERIT", BASE, "the site has no pages and no looks"),
        ("site_name", "Care Guide", "the site cannot be built"),
    ):
        if not settings.text(key):
            message = f'"{key}" is missing; without it {what} (write this line: {key}: {value})'
            yield Problem.at(settings.document.key_position((key,)), message)
    inherited = settings.text("INHERIT")
    if inherited and inherited != BASE:
        message = f"the settings follow {quoted(inherited)}, not upstream's (write INHERIT: {BASE})"
        yield Problem.at(settings.document.position(("INHERIT",)), message)
