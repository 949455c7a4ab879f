"""A fork's settings as plain values. What is not given is an empty text, and shows nothing.

Judging the values is left to `checks/settings.py`; one that is no text is passed over here and told there.
"""

from dataclasses import dataclass, field
from typing import Any

from decision_tree.reading.plain import mapping


@dataclass(frozen=True, slots=True)
class BrandColors:
    """The two colors from which the whole palette is made, e.g. `BrandColors("#0b5a66", "#084650")`."""

    primary: str = ""
    """The header, links and marks."""
    accent: str = ""
    """A link that is pointed at, and the outline of what has the focus."""


@dataclass(frozen=True, slots=True)
class Helpline:
    """The fork's own line, e.g. `Helpline("Ohio warm line", "1-800-555-0100")`."""

    label: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Brand:
    """Who publishes this copy of the guide, and how it looks."""

    name: str = ""
    """The guide's name wherever it names itself; follows the site's name where it is not given."""
    tagline: str = ""
    """A few words beside the name."""
    logo: str = ""
    """A picture, by its way from `docs/` on, e.g. "assets/brand/logo.svg"."""
    colors: BrandColors = field(default_factory=BrandColors)
    """What `mkdocs.yml` calls `colours`, as it did in the first release: forks have written it so."""
    contact: str = ""
    """An e-mail address or a page where readers report errors."""
    helpline: Helpline = field(default_factory=Helpline)
    """Shown beside 988 and 911, never instead of them."""
    region: str = ""
    """The state or area that the fork serves, e.g. "Ohio"."""
    legal: str = ""
    """A line in the footer: who publishes, and in which legal form."""

    @property
    def contact_link(self) -> str:
        """Where a link to the contact leads."""
        return f"mailto:{self.contact}" if is_e_mail(self.contact) else self.contact


@dataclass(frozen=True, slots=True)
class Settings:
    """What a fork says in `mkdocs.yml`, as far as the guide itself needs it."""

    site_url: str = ""
    """Where the site is published, ending in a slash."""
    brand: Brand = field(default_factory=Brand)
    share: str = ""
    """The full address of the picture in link previews; empty where there is none, or no `site_url`."""


def is_e_mail(contact: str) -> bool:
    """Return whether a contact is meant as an e-mail address, not as a page's."""
    return "@" in contact and "/" not in contact


def settings_of(data: Any, share: str = "") -> Settings:
    """Return the settings in the data of `mkdocs.yml`; `share` is the previews' picture, below the site."""
    brand = mapping(mapping(mapping(data).get("extra")).get("brand"))
    colors, helpline = mapping(brand.get("colours")), mapping(brand.get("helpline"))
    site_url = _text(mapping(data), "site_url")
    return Settings(
        site_url=site_url,
        brand=Brand(
            name=_text(brand, "name") or _text(mapping(data), "site_name"),
            tagline=_text(brand, "tagline"),
            logo=_text(brand, "logo"),
            colors=BrandColors(_text(colors, "primary"), _text(colors, "accent")),
            contact=_text(brand, "contact"),
            helpline=Helpline(_text(helpline, "label"), _text(helpline, "number")),
            region=_text(brand, "region"),
            legal=_text(brand, "legal"),
        ),
        share=f"{site_url}{share}" if site_url and share else "",
    )


def _text(data: Any, key: str) -> str:
    value = data.get(key)
    return value.strip() if isinstance(value, str) else ""
