"""The addresses in a fork's settings."""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from decision_tree.problems import Problem, quoted
from decision_tree.settings.brand import is_e_mail
from decision_tree.settings.read import BRAND, SettingsFile
from decision_tree.sources import Sources

SITE, LEAVE, CONTACT = ("site_url",), ("extra", "leave_url"), (*BRAND, "contact")
E_MAIL = re.compile(r"[A-Za-z0-9.!#$&'*+=^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
HERE = ("localhost", "127.0.0.1", "::1")
"""Names of the editor's own computer, which nobody can listen in to."""
NO_ADDRESS = "is no address (write it as the browser's address bar shows it)"


def check_address(sources: Sources) -> Iterator[Problem]:
    """The addresses in a fork's settings are whole and safe.

    Passes: `site_url: https://guide.example.org/`, `contact: guide@example.org`, `http://localhost:8000/`.
    Fails: `guide.example.org`, `http://guide.example.org/`, a `site_url` without a slash at its end.
    """
    if sources.settings is None:
        return
    for path in (SITE, LEAVE, CONTACT):
        value = sources.settings.text(*path)
        trouble = _trouble(path, value) if value else None
        if trouble is not None:
            yield _problem(sources.settings, path, trouble)


def _trouble(path: tuple[str, ...], value: str) -> str | None:
    if path == CONTACT and is_e_mail(value):
        plain = value.removeprefix("mailto:")
        if not E_MAIL.fullmatch(plain):
            return "is no e-mail address (write it like guide@example.org)"
        return None if plain == value else f"starts with mailto: (write {plain} alone)"
    trouble = _trouble_of_address(value, f"{value.rstrip('/')}/" if path == SITE else value)
    if path == CONTACT and trouble == NO_ADDRESS:
        return "is neither an e-mail address nor a page (write it like guide@example.org, or https://example.org/contact)"
    if trouble is None and path == SITE:
        parts = urlsplit(value)
        if parts.query or parts.fragment or "?" in value or "#" in value:
            return "has a ? or a # (cut it off before)"
        return None if value.endswith("/") else f"does not end in a slash (write {value}/)"
    return trouble


def _trouble_of_address(value: str, ended: str) -> str | None:
    """Return what is wrong with an address of the web; `ended` is the same with the end that it must have."""
    parts = _split(value)
    if parts is None or re.search(r"[\s<>\"\\]", value):
        return NO_ADDRESS
    if not parts.scheme or (not parts.netloc and "://" not in value):
        return f"has no https:// at its start (write https://{ended.lstrip('/')})"
    if not parts.hostname:
        return "names no site (write it as the browser's address bar shows it)"
    safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in HERE)
    return None if safe else f"starts with {parts.scheme}:// (it must start with https://)"


def _split(value: str) -> SplitResult | None:
    try:
        parts = urlsplit(value)
        _ = parts.port  # reading it judges it
    except ValueError:
        return None
    return parts


def _problem(settings: SettingsFile, path: tuple[str, ...], trouble: str) -> Problem:
    message = f"{'.'.join(path)}: {quoted(settings.text(*path))} {trouble}"
    return Problem.at(settings.document.position(path), message)
