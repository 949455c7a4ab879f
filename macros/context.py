"""What views and templates know of the page that is being built.

The views take a context and nothing else of the build: no engine's page, no file, no other view. How a page
is put together is left to `pages`, and how one piece of it is written to `prose`, `words` and `addresses`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from decision_tree.model import Guide
from decision_tree.settings import Settings
from macros.addresses import Addresses
from macros.prose import Prose
from macros.words import Words


@dataclass(frozen=True, slots=True)
class Context:
    """One page's guide, and its ways of writing. The fields are what templates can name."""

    guide: Guide
    settings: Settings
    addresses: Addresses
    """The ways from this page to others."""
    prose: Prose
    """Writes prose for this page, and remembers which facts it cited there and which terms it linked."""
    words: Words
    """The interface's texts."""
    day: date
    """The day on which dates are judged."""


def context_of(
    guide: Guide,
    page: Any,
    day: date,
    home: str = "",
    settings: Settings = Settings(),  # noqa: B008 (it is frozen)
) -> Context:
    """Return the context of the engine's page object `page`; `home` is the site's address, or empty."""
    addresses = Addresses(page, {*guide.outcomes, *guide.removed_outcomes}, home)
    words = Words(guide.interface)
    return Context(guide, settings, addresses, Prose(guide, addresses, words, day), words, day)
