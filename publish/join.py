"""Give each page one style sheet of this site's own: `python -m publish.join site/`.

Every component has a sheet of its own, so a page names many, and a phone would ask for each before it shows
a word. Sheets of the site's that stand one after another in a page become one file, in the same order. The
theme's sheets stay, and so do those for some media only, such as paper: a browser does not wait for these.
"""

import re
import sys
from hashlib import sha256
from pathlib import Path

from publish.commands import run_steps
from publish.site import pages

JOINED = "assets/joined"
"""As deep as the sheets' own folders, so that an address like "../brand/logo.svg" means the same file."""

SHEET = r'<link rel="stylesheet" href="[^":]*?\bassets/(?!stylesheets/|at/)[^":]+\.css">'
"""A link to a sheet of this site; the theme's are in `stylesheets/`, and one for some media says so."""
ROW = re.compile(rf"{SHEET}(?:\s*{SHEET})+")
ADDRESS = re.compile(r'href="([^"]*?)(assets/[^"]+)"')


def run(site: Path) -> str:
    """Join the sheets and point the pages to the joined ones. What names one sheet only stays as it is."""
    names: set[str] = set()

    def join(row: re.Match[str]) -> str:
        addresses = ADDRESS.findall(row[0])
        name = _joined(site, [sheet for _, sheet in addresses])
        names.add(name)
        return f'<link rel="stylesheet" href="{addresses[0][0]}{name}">'

    for page in pages(site):
        html = (site / page).read_bytes().decode()
        joined = ROW.sub(join, html)
        if joined != html:
            (site / page).write_bytes(joined.encode())
    return f"Joined the style sheets of all pages: {len(names)} files."


def _joined(site: Path, sheets: list[str]) -> str:
    """Write one file of these sheets, and return its path; its name is a hash of what it holds."""
    text = "\n".join((site / sheet).read_bytes().decode() for sheet in sheets)
    name = f"{JOINED}/{sha256(text.encode()).hexdigest()[:8]}.css"
    (site / JOINED).mkdir(parents=True, exist_ok=True)
    (site / name).write_bytes(text.encode())
    return name


if __name__ == "__main__":
    sys.exit(run_steps(__doc__, [run]))
