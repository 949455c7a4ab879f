"""Links lead to a page or an outcome of the guide that exists, or to a safe address.

Passes: `[your rights](guide:rights)`, `[the form](https://www.dol.gov/...)`, `[988](tel:988)`.
Fails: `[your rights](guide:rihgts)`, `[x](javascript:alert)`, `[x](data:...)`, `[x](../rights/)`.
"""

import re
from collections.abc import Iterator

from decision_tree.outline import INTERFACE, Text
from decision_tree.problems import Names, Problem, quoted
from decision_tree.sources import Sources
from decision_tree.texts.prose import guide_links, links, unsafe_link


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each link that leads nowhere, or where no link may lead."""
    known = Names({*sources.outcomes, *sources.pages, *sources.removed})
    for text in sources.texts:
        if "](" not in text.words and "<" not in text.words:
            continue
        for link in dict.fromkeys(links(text.words)):
            wrong = None if _is_blank(link, text) else unsafe_link(link)
            if wrong is not None:
                position = sources.tree.find(text.path, f"({link}" if f"({link}" in text.words else link)
                yield Problem.at(position, f"the link {quoted(link)} cannot stand here ({wrong})")
        for id_ in dict.fromkeys(guide_links(text.words)):
            if id_ not in known:
                advice = known.advice(id_, "name an outcome or a page")
                message = f"the link guide:{id_} leads to no page{advice}"
                yield Problem.at(sources.tree.find(text.path, f"guide:{id_}"), message)


def _is_blank(link: str, text: Text) -> bool:
    """Return whether the interface's words leave this link for the page to fill in: `[map]({map})`."""
    return text.path[0] == INTERFACE and re.fullmatch(r"\{[a-z_]+\}", link) is not None
