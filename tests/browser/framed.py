"""The path finder in a frame: the code that shows it, and the reader in front of it."""

import html
import re
from pathlib import Path

from conftest import ROOT
from reader import Reader

STEP = 100
"""Heights are told in steps of so many pixels."""
HOME = re.search(r"(?m)^site_url: (\S+)", (ROOT / "mkdocs.yml").read_text())[1]
"""The address that the site is built for, where the links in the frame lead."""


# Seen from within the frame: it is as high as its page, and not a whole step higher.
IS_AS_HIGH_AS_ITS_PAGE = f"""() => {{
    const height = document.body.getBoundingClientRect().height;
    return height <= innerHeight && innerHeight - height < {STEP}
        && document.documentElement.scrollHeight <= innerHeight;
}}"""


class InFrame(Reader):
    """A reader of the page for frames; `page` is the frame, or the page where it stands alone."""

    @property
    def url(self) -> str:
        return f"{self.address}embed/"

    @property
    def bottom_of_step(self) -> float:
        """Where the step that is shown ends, with its options and its crisis line, from the page's top."""
        step = self.finder.locator("section:visible")
        return step.evaluate("step => step.getBoundingClientRect().bottom + scrollY")

    @property
    def height(self) -> int:
        """How high the frame is."""
        return self.page.evaluate("innerHeight")

    def sees_frame_fit(self) -> None:
        """The frame becomes as high as what it shows."""
        self.page.wait_for_function(IS_AS_HIGH_AS_ITS_PAGE)


def code_to_copy(site: Path, address: str) -> dict[str, str]:
    """The two pieces of code with a frame on the page to copy from, for our site as it is served here."""
    source = (site / "share" / "index.html").read_text()
    pieces = [html.unescape(piece) for piece in re.findall(r"<code[^>]*>(.*?)</code>", source, re.DOTALL)]
    framing = [piece.replace(HOME, address) for piece in pieces if "<iframe" in piece]
    (scripted,) = [piece for piece in framing if "<script" in piece]
    (plain,) = [piece for piece in framing if "<script" not in piece]
    return {"scripted": scripted, "plain": plain}


def with_attributes(code: str, attributes: str) -> str:
    """The code with more attributes on its frame."""
    return code.replace("<iframe ", f"<iframe {attributes} ")
