"""Shows the guide's problems on the page while an editor works on it."""

from collections.abc import Sequence
from html import escape

from decision_tree.problems import Problem


def problem_box(problems: Sequence[Problem]) -> str:
    """HTML that lists the problems, for a page that cannot be made until they are mended."""
    rows = "".join(f"<li><code>{escape(str(problem))}</code></li>" for problem in problems)
    title = '<p class="admonition-title">The guide has errors</p>'
    return f'<div class="admonition failure">{title}<ul>{rows}</ul></div>'
