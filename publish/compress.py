"""Write a compressed copy beside each text file: `python -m publish.compress site/`.

A server that sends these copies need not compress anything itself. The same file always gives the same bytes:
no time and no name goes into the copy.
"""

import io
import sys
from gzip import GzipFile
from pathlib import Path

from publish.commands import run_steps
from publish.site import files

TEXTS = frozenset((".css", ".html", ".js", ".json", ".svg", ".txt", ".xml", ".webmanifest"))
LEAST_SAVED = 0.95
"""A copy that is not clearly smaller is not worth a file."""


def run(site: Path) -> str:
    """Compress the site's text files. Earlier copies go first: their file may be gone or another one."""
    texts = [site / name for name in files(site) if Path(name).suffix in TEXTS]
    for copy in (site / name for name in files(site) if is_copy(name)):
        copy.unlink()
    before = after = made = 0
    for file in texts:
        plain = file.read_bytes()
        packed = compressed(plain)
        if len(packed) < LEAST_SAVED * len(plain):
            file.with_name(f"{file.name}.gz").write_bytes(packed)
            before, after, made = before + len(plain), after + len(packed), made + 1
    return f"Compressed {made} files: {before // 1024:,} KB to {after // 1024:,} KB."


def is_copy(name: str) -> bool:
    """Whether a file is a text file's copy, as "index.html.gz" is; a download that a fork offers is not."""
    return name.endswith(".gz") and Path(name.removesuffix(".gz")).suffix in TEXTS


def compressed(plain: bytes) -> bytes:
    """The bytes, compressed with gzip as well as it can."""
    packed = io.BytesIO()
    with GzipFile(filename="", mode="wb", compresslevel=9, fileobj=packed, mtime=0) as stream:
        stream.write(plain)
    return packed.getvalue()


if __name__ == "__main__":
    sys.exit(run_steps(__doc__, [run]))
