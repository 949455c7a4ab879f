"""Reads an SVG drawing without trusting it: no script, nothing from elsewhere, nothing that grows."""

import re
from xml.parsers import expat

from decision_tree.problems import quoted

NAMESPACE = "http://www.w3.org/2000/svg"
NOT_DRAWN = frozenset({"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler"})
"""Elements that hold more than a drawing, in small letters."""

INSIDE = re.compile(r"\s*(?:#|\Z|data:image/(?:png|jpeg|gif|webp)[;,])", re.IGNORECASE)
"""A link to a part of the drawing, or a picture that the drawing holds."""

LEADS_OUT = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
ANIMATED = frozenset({"from", "to", "values"})
"""Attributes by which an animation may change a link."""

FETCHES = re.compile(r"url\(\s*+['\"]?+\s*+(?!#|data:image/|\))|@import", re.IGNORECASE)
"""What in a style would load something from outside the file."""


class _Refused(Exception):  # noqa: N818 (it never leaves this module)
    """The drawing is refused; carries why."""


def trouble_in_drawing(raw: bytes) -> str | None:
    """Return why a page may not show these bytes as an SVG, with what to do; None where it may."""
    parser = expat.ParserCreate(namespace_separator=" ")
    reading = _Reading()
    parser.StartDoctypeDeclHandler = _no_declarations
    parser.ProcessingInstructionHandler = _no_instructions
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    try:
        parser.Parse(raw, True)
    except _Refused as refused:
        return str(refused)
    except (expat.ExpatError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", 1)
        return f"it is broken at its line {line} (save it anew as a plain SVG)"
    return None


class _Reading:
    """What is known of the drawing so far."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._style: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Look at an element as it opens."""
        namespace, _, element = name.rpartition(" ")
        if not self._open and (namespace, element) != (NAMESPACE, "svg"):
            raise _Refused(
                "its outermost element is no <svg> of SVG's namespace (save it anew as a plain SVG)"
            )
        if element.lower() in NOT_DRAWN:
            raise _Refused(f"it holds <{element}> (save it anew as a plain SVG)")
        self._open.append(element.lower())
        for full_name, value in attributes.items():
            namespace, _, attribute = full_name.rpartition(" ")
            if attribute.lower().startswith("on") and not namespace:
                raise _Refused(f"it runs a script, {attribute} (delete that)")
            _look_at(attribute.lower(), value)

    def end(self, _name: str) -> None:
        """Look at a style once it is whole."""
        if self._open.pop() == "style":
            _look_at("style", "".join(self._style))
            self._style.clear()

    def text(self, words: str) -> None:
        """Keep the words of a style."""
        if self._open and self._open[-1] == "style":
            self._style.append(words)


def _look_at(attribute: str, value: str) -> None:
    outside = (attribute in ("href", "src") and not INSIDE.match(value)) or (
        attribute in ANIMATED and LEADS_OUT.match(value)
    )
    # A backslash can hide letters of a style from us, not from a browser.
    if outside or FETCHES.search(value) or ("\\" in value and attribute == "style"):
        what = f"it refers to something outside itself, {quoted(value)}"
        raise _Refused(f"{what} (put it into the file, or delete it)")


def _no_declarations(_name: str, _system: str | None, _public: str | None, declares: int) -> None:
    # A document type alone is what older programs write. One that declares something may grow without end.
    if declares:
        raise _Refused("it declares things of its own, <!DOCTYPE ... [ (save it anew as a plain SVG)")


def _no_instructions(target: str, _data: str) -> None:
    raise _Refused(f"it holds an instruction, <?{target} (delete that line)")
