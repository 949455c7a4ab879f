"""Fills templates. A template can name the fields of its page's context, the views, and what it is about.

The views are named as in `views.VIEWS`, each a function of what it shows: `views.path_finder(guide.finder)`.
A name that is not there stops the build.
"""

from dataclasses import fields
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.context import Context
from macros.filters import FILTERS
from macros.views import VIEWS

TEMPLATES = Path(__file__).parent / "templates"


def render(context: Context, template: str, **subject: object) -> str:
    """Return the text of a template, e.g. "outcome.md", about what the page is about."""
    known: dict[str, object] = {field.name: getattr(context, field.name) for field in fields(context)}
    known["views"] = {name: partial(view, context) for name, view in VIEWS.items()}
    return templates().get_template(template).render(**known, **subject)


def has_template(template: str) -> bool:
    """Return whether there is such a template."""
    return (TEMPLATES / template).exists()


@cache
def templates() -> Environment:
    """Return all templates; text is escaped in them where it becomes HTML."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(FILTERS)
    return environment
