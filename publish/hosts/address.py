"""Tell where a site names another address than its own: `python -m publish.hosts.address site/ ADDRESS`.

Search engines, shared links, the code to embed and the page for wrong addresses go by `site_url` in
mkdocs.yml. A copy of the project that was just published often still has the old one. The site works all the
same, so this warns, in the form that GitHub shows on a run's page, and stops nothing.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from publish.commands import DONE, parser_of
from publish.site import home


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare the addresses and print a warning where they differ."""
    parser = parser_of(__doc__)
    parser.add_argument("address", help="where the site is served, e.g. https://name.github.io/repo")
    options = parser.parse_args(arguments)
    print(comparison(options.site, options.address))
    return DONE


def comparison(site: Path, address: str) -> str:
    """What to tell of a site that is served at an address."""
    served = f"{address.rstrip('/')}/"
    own = home(site)
    if own == served:
        return f"The site is served at its own address, {own}"
    said = f"says {own}" if own else "says none"
    told = f"The site is served at {served} but site_url {said}. Write: site_url: {served}"
    return f"::warning file=mkdocs.yml::{told}"


if __name__ == "__main__":
    sys.exit(main())
