"""Tells whether a file is a picture that a page may show, by what it holds and not by its name alone."""

from collections.abc import Mapping
from pathlib import Path

from decision_tree.problems import quoted
from decision_tree.settings.drawings import trouble_in_drawing

ENDINGS: Mapping[str, tuple[str, ...]] = {
    "SVG": (".svg",),
    "PNG": (".png",),
    "JPEG": (".jpg", ".jpeg"),
    "WebP": (".webp",),
    "GIF": (".gif",),
    "ICO": (".ico",),
}
"""The kinds of pictures that every browser shows, and how their files' names end."""

LARGEST = 1024 * 1024
"""Bytes of a picture. It is part of every page, and some readers have a poor connection."""


def trouble_in_picture(file: Path) -> str | None:
    """Return why a page cannot show the file as a picture, with what to do in brackets; None where it can."""
    try:
        with file.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    if len(raw) > LARGEST:
        return "is larger than 1 MiB (save it smaller: every page loads it)"
    kind = kind_of(raw)
    if kind is None:
        wanted = ", ".join(ENDINGS)
        return f"is not a picture that browsers show (save it as one of {wanted})"
    if file.suffix.lower() not in ENDINGS[kind]:
        return f"holds a {kind} picture, so its name must end in {ENDINGS[kind][0]} (rename it)"
    trouble = trouble_in_drawing(raw) if kind == "SVG" else None
    return f"is a drawing that a page may not show: {trouble}" if trouble else None


def kind_of(raw: bytes) -> str | None:
    """Return the kind of picture that these bytes are, or nothing; an SVG is only guessed at."""
    if raw.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if raw.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if raw.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if raw.startswith(b"\0\0\1\0"):
        return "ICO"
    if raw.startswith(b"RIFF") and raw[8:12] == b"WEBP":
        return "WebP"
    return "SVG" if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"<svg" in raw else None


def published_name(name: str) -> str | None:
    """Return why the site cannot publish a file of this name, with what to do; None where it can."""
    odd = next((sign for sign in name if sign in '#?%\\"<>'), None)
    if odd is not None:
        return f"cannot have {quoted(odd)} in its name (rename it)"
    if any(part.startswith(".") for part in name.split("/") if part not in (".", "..")):
        return "has a name that starts with a dot, which is not published (rename it)"
    return None
