"""Let browsers keep style sheets and scripts: `python -m publish.stamp site/`.

Copies the site's own assets to `assets/at/STAMP/`, where the stamp is a hash of all of them, and points the
pages there. What stands at such an address never changes, so a browser may keep it for a year, and a page
never meets the script of another version. Scripts are copied without comments and needless spaces. What has
no stamp in its address goes on, as it was written: other sites may link to it.
"""

import re
import shutil
import sys
from hashlib import sha256
from pathlib import Path, PurePosixPath

from rjsmin import jsmin

from publish.commands import run_steps
from publish.site import files, pages

STAMPED = "assets/at"
OF_THE_THEME = ("assets/stylesheets/", "assets/javascripts/", "assets/images/", f"{STAMPED}/")
"""Folders that are left alone: the theme hashes the names of its own files."""

POINTED_AT = (".css", ".js")
"""What pages load by its stamped address."""
COPIED = frozenset(
    (*POINTED_AT, ".json", ".svg", ".png", ".jpg", ".gif", ".webp", ".avif", ".woff", ".woff2", ".ttf")
)
"""That, and what a style sheet or a script may name by an address relative to its own."""

LOADS = re.compile(r'(?P<before><(?:link|script)\b[^>]*?\s(?:href|src)=")(?P<address>[^":]+)(?=")')
"""Where a page names a style sheet or script of this site: another site's address has a colon."""


def run(site: Path) -> str:
    """Copy the assets and point the pages to the copies."""
    shutil.rmtree(site / STAMPED, ignore_errors=True)
    assets = [name for name in files(site) if _is_own_asset(name)]
    if not assets:
        return "Stamped no assets: the site has none of its own."
    folder = f"{STAMPED}/{_stamp(site, assets)}"
    for name in assets:
        copy = site / _copy(name, folder)
        copy.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".js"):
            script = (site / name).read_bytes().decode()
            copy.write_bytes(jsmin(script, keep_bang_comments=True).encode())
        else:
            shutil.copyfile(site / name, copy)
    copies = {name: _copy(name, folder) for name in assets if name.endswith(POINTED_AT)}
    for page in pages(site):
        html = (site / page).read_bytes().decode()
        (site / page).write_bytes(_pointed(html, copies).encode())
    return f"Stamped {len(assets)} assets: {folder}/."


def is_stamped(name: str) -> bool:
    """Whether a file's address holds a hash, the theme's or ours, so that it can never change."""
    is_hashed = re.search(r"\.[0-9a-f]{8}\.min\.(?:css|js)$", name)
    return name.startswith(f"{STAMPED}/") or is_hashed is not None


def _is_own_asset(name: str) -> bool:
    is_own = name.startswith("assets/") and not name.startswith(OF_THE_THEME)
    return is_own and PurePosixPath(name).suffix in COPIED


def _copy(name: str, folder: str) -> str:
    return f"{folder}/{name.removeprefix('assets/')}"


def _stamp(site: Path, assets: list[str]) -> str:
    digest = sha256()
    for name in assets:
        content = (site / name).read_bytes()
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:12]


def _pointed(html: str, copies: dict[str, str]) -> str:
    def point(found: re.Match[str]) -> str:
        address = re.sub(rf"{STAMPED}/[0-9a-f]+/", "assets/", found["address"])
        asset = address[address.find("assets/") :]
        copy = copies.get(asset)
        return found["before"] + (address.removesuffix(asset) + copy if copy else found["address"])

    return LOADS.sub(point, html)


if __name__ == "__main__":
    sys.exit(run_steps(__doc__, [run]))
