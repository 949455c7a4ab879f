"""Say how an object store should keep each file: `python -m publish.hosts.object_store site/`.

Prints JSON: for each file its type and how long a browser may keep it, and the headers that the network in
front of the store has to add. With `--commands s3://BUCKET` it prints instead the commands that put the files
there, one for each kind of file, pages last, so that no reader meets a page whose scripts are still missing.
"""

import argparse
import json
import shlex
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from publish.commands import DONE, parser_of
from publish.compress import is_copy
from publish.hosts import headers
from publish.hosts.headers_file import FILE
from publish.policy import all_hashes
from publish.site import files, may_be_framed, origin, pages


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the manifest, or the commands."""
    options = _parser().parse_args(arguments)
    if options.commands:
        print("\n".join(commands(options.site, options.commands)))
    else:
        print(json.dumps(manifest(options.site), indent=2))
    return DONE


def manifest(site: Path) -> dict[str, object]:
    """Everything that a store and the network in front of it have to know of a site."""
    hashes = all_hashes(site)
    framed = next(filter(may_be_framed, pages(site)), None)
    return {
        "index": "index.html",
        "not_found": "404.html",
        "headers": {
            "everywhere": dict(headers.EVERYWHERE),
            "assets/*": dict(headers.ASSETS),
            "*.html": headers.of_page("index.html", hashes, origin(site)),
            **({framed: headers.of_page(framed, hashes, origin(site))} if framed else {}),
        },
        "files": [
            {
                "path": name,
                "content-type": headers.content_type(name),
                "cache-control": headers.cache_control(name),
            }
            for name in _stored(site)
        ],
    }


def commands(site: Path, store: str) -> Iterator[str]:
    """The commands that put a site's files into a store, e.g. "s3://our-guide"."""
    kinds: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in _stored(site):
        kinds[headers.content_type(name), headers.cache_control(name)].append(name)
    for (type_, cache), names in sorted(kinds.items(), key=lambda kind: ("html" in kind[0][0], kind[0])):
        yield shlex.join(
            (
                *("aws", "s3", "cp", "--recursive", f"{site.as_posix()}/", f"{store.rstrip('/')}/"),
                *("--content-type", type_, "--cache-control", cache, "--exclude", "*"),
                *(word for name in names for word in ("--include", name)),
            )
        )


def _stored(site: Path) -> list[str]:
    """The files that belong into a store: it makes its own compressed copies and cannot read `_headers`."""
    return [name for name in files(site) if name != FILE and not is_copy(name)]


def _parser() -> argparse.ArgumentParser:
    parser = parser_of(__doc__)
    parser.add_argument("--commands", metavar="STORE", help="print commands for this store: s3://BUCKET")
    return parser


if __name__ == "__main__":
    sys.exit(main())
