"""The pictures that a fork's settings name."""

from collections.abc import Iterator
from pathlib import Path

from decision_tree.problems import Names, Position, Problem, quoted
from decision_tree.settings.pictures import published_name, trouble_in_picture
from decision_tree.settings.read import BRAND, FAVICON, SHARE, SettingsFile
from decision_tree.sources import Sources

LOGO, TAB = (*BRAND, "logo"), ("theme", "favicon")


def check_picture(sources: Sources) -> Iterator[Problem]:
    """The pictures of a fork's brand are there, below `docs/`, and are pictures.

    The logo and the small picture in a browser's tab, and the one of link previews where there is one.

    Passes: `logo: assets/brand/logo.svg` where that file is a plain drawing. Fails: a file that is not there,
    one outside `docs/`, a document, a drawing that runs a script or loads something.
    """
    settings = sources.settings
    if settings is None or not settings.document.complete:
        return
    for what, path in (("the logo", LOGO), ("the favicon", TAB)):
        name = settings.text(*path)
        trouble = _trouble(settings, name) if name else None
        if trouble is not None:
            yield Problem.at(settings.document.position(path), f"{what} {quoted(name)} {trouble}")
    if not settings.text(*TAB):
        yield from _fixed(sources, settings, FAVICON)
    if (settings.docs / SHARE).exists():
        yield from _fixed(sources, settings, SHARE)


def _fixed(sources: Sources, settings: SettingsFile, name: str) -> Iterator[Problem]:
    """Yield what is wrong with a picture that has its name from us."""
    there = (settings.docs / name).exists()
    trouble = (
        _trouble(settings, name) if there else "is not there (add it, or name another under theme: favicon:)"
    )
    if trouble is not None:
        yield Problem.at(Position(f"{sources.docs_folder}/{name}", 1, 1), f"this picture {trouble}")


def _trouble(settings: SettingsFile, name: str) -> str | None:
    if "://" in name or name.startswith("//"):
        return "is an address (put the picture into docs/assets/brand/ and name the file)"
    trouble = published_name(name)
    if trouble is not None:
        return trouble
    docs = settings.docs.resolve()
    file = _resolved(docs, name)
    if file is None or not file.is_relative_to(docs):
        return "is outside docs/ (put the picture into docs/assets/brand/)"
    return trouble_in_picture(file) if _is_file(file) else f"is not there{_advice(docs, name)}"


def _resolved(docs: Path, name: str) -> Path | None:
    try:
        return (docs / name).resolve()
    except (OSError, RuntimeError, ValueError):
        return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long
        return False


def _advice(docs: Path, name: str) -> str:
    inner = name.removeprefix("docs/")
    if inner != name and _is_file(docs / inner):
        return f' (leave out docs/: "{inner}")'
    brand = docs / "assets" / "brand"
    names = [file.relative_to(docs).as_posix() for file in brand.rglob("*") if file.is_file()]
    return Names(names).advice(name, "put the picture into docs/assets/brand/")
