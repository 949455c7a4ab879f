"""Print the settings of an nginx that serves the site: `python -m publish.hosts.nginx site/ > guide.conf`.

They are made from `nginx.conf` beside this file, for the folder as it is now and for the path below which the
site's own address says that it is served.
"""

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from publish import policy
from publish.commands import DONE, parser_of
from publish.hosts import headers
from publish.hosts.headers_file import FILE
from publish.site import EMBEDDED, base_path, origin
from publish.stamp import STAMPED

TEMPLATE = Path(__file__).with_suffix(".conf")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the settings."""
    options = _parser().parse_args(arguments)
    print(settings(options.site, options.folder, options.listen, options.server_name), end="")
    return DONE


def settings(
    site: Path, folder: str | None = None, listen: Sequence[str] | None = None, name: str = "_"
) -> str:
    """The settings of a site; `folder` is where the server has it, `listen` what nginx is to listen to."""
    hashes = policy.all_hashes(site)
    given = headers.EVERYWHERE.items()
    base = base_path(site)
    return _filled(
        TEMPLATE.read_text(encoding="utf-8"),
        {
            "ASK_FIRST": headers.ASK_FIRST,
            "BASE": base,
            "BASE_PATTERN": re.escape(base),
            "EMBEDDED": EMBEDDED,
            "FOLDER": folder or site.resolve().as_posix(),
            "HEADERS": "\n    ".join(f'add_header {header} "{value}" always;' for header, value in given),
            "HOSTS_FILE": FILE,
            "LISTEN": "\n    ".join(f"listen {where};" for where in listen or ("80", "[::]:80")),
            "PICTURE": headers.PICTURE,
            "PICTURES": "|".join(sorted(suffix.removeprefix(".") for suffix in headers.PICTURES)),
            "POLICY": policy.header("index.html", hashes, origin(site)),
            "POLICY_EMBEDDED": policy.header(f"{EMBEDDED}/index.html", hashes, origin(site)),
            "SERVER_NAME": name,
            "STAMPED": STAMPED,
            "UNCHANGING": headers.UNCHANGING,
            "WITHOUT_SLASH": _without_slash(base),
        },
    )


def _without_slash(base: str) -> str:
    """What leads from /repo to /repo/, where the site is served below a path."""
    if base == "/":
        return "# The whole host is this site's."
    return f"location = {base.rstrip('/')} {{ return 301 {base}$is_args$args; }}"


def _filled(template: str, words: Mapping[str, str]) -> str:
    # A word that the template names and nobody gives is a slip of ours: let it fail.
    return re.sub(r"@([A-Z_]+)@", lambda found: words[found[1]], template.replace("@WORDS@", "Words in @"))


def _parser() -> argparse.ArgumentParser:
    parser = parser_of(__doc__)
    parser.add_argument("--folder", help="where the server has the site, if not where it is now")
    parser.add_argument("--server-name", default="_", metavar="NAME", help="the site's name; else any name")
    parser.add_argument(
        "--listen", action="append", metavar="WHERE", help="what to listen to; else port 80, by IPv4 and IPv6"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
