"""Links lead to a page or an outcome of the guide that exists, or to a safe address.

No text that a reader may see has an unsafe link, neither in the tree, nor in a row of the reference data, nor
in the settings.

Passes: `[your rights](guide:rights)`, `[the form](https://www.dol.gov/...)`, `[988](tel:988)`.
Fails: `[your rights](guide:rihgts)`, `[x](javascript:alert)`, `[x](data:...)`, `[x](../rights/)`.
"""

from collections.abc import Iterator

from decision_tree.problems import Names, Problem, quoted
from decision_tree.schemas.register import Text
from decision_tree.sources import Sources
from decision_tree.texts.prose import guide_links, links, unsafe_link


def check(sources: Sources) -> Iterator[Problem]:
    """Yield each link that leads nowhere, or where no link may lead."""
    for text in sources.texts:
        if "](" not in text.words and "<" not in text.words:
            continue
        for link in dict.fromkeys(links(text.words)):
            wrong = None if _is_blank(link, text) else unsafe_link(link)
            if wrong is not None:
                position = text.document.find(text.path, f"({link}" if f"({link}" in text.words else link)
                yield Problem.at(position, f"the link {quoted(link)} cannot stand here ({wrong})")
    known = Names({*sources.outcomes, *sources.pages, *sources.removed})
    for text in sources.texts:
        for id_ in dict.fromkeys(guide_links(text.words)):
            if id_ not in known:
                advice = known.advice(id_, "name an outcome or a page")
                message = f"the link guide:{id_} leads to no page{advice}"
                yield sources.problem(text, f"guide:{id_}", message)


def _is_blank(link: str, text: Text) -> bool:
    """Return whether the page fills in where this link leads: `[map]({map})`."""
    return link[:1] == "{" and link[-1:] == "}" and link[1:-1] in text.blanks
