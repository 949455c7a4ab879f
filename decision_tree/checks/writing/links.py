"""Links lead to a page or an outcome of the guide that exists, or to a safe address.

No text that a reader may see has an unsafe link, neither in the tree, nor in a row of the reference data, nor
in the settings. Links to the guide's own pages stand in the tree only.

Passes: `[your rights](guide:rights)`, `[the form](https://www.dol.gov/...)`, `[988](tel:988)`.
Fails: `[your rights](guide:rihgts)`, `[x](javascript:alert)`, `[x](data:...)`, `[x](../rights/)`.
"""

import re
from collections.abc import Iterator

from decision_tree.outline import INTERFACE
from decision_tree.problems import Names, Problem, quoted
from decision_tree.reading.plain import Path
from decision_tree.sources import Sources
from decision_tree.texts.prose import guide_links, links, unsafe_link


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each link that leads nowhere, or where no link may lead."""
    for text in sources.printed:
        if "](" not in text.words and "<" not in text.words:
            continue
        for link in dict.fromkeys(links(text.words)):
            wrong = None if _is_blank(link, text.path) else unsafe_link(link)
            if wrong is not None:
                position = text.document.find(text.path, f"({link}" if f"({link}" in text.words else link)
                yield Problem.at(position, f"the link {quoted(link)} cannot stand here ({wrong})")
    known = Names({*sources.outcomes, *sources.pages, *sources.removed})
    for prose in sources.texts:
        for id_ in dict.fromkeys(guide_links(prose.words)):
            if id_ not in known:
                advice = known.advice(id_, "name an outcome or a page")
                message = f"the link guide:{id_} leads to no page{advice}"
                yield Problem.at(sources.tree.find(prose.path, f"guide:{id_}"), message)


def _is_blank(link: str, path: Path) -> bool:
    """Return whether the interface's words leave this link for the page to fill in: `[map]({map})`."""
    return path[:1] == (INTERFACE,) and re.fullmatch(r"\{[a-z_]+\}", link) is not None
