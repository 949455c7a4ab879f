"""Other sites: pages that show the path finder in a frame, and the reader in front of it.

A host's page is served from another port, so from another origin. It holds the very code that the page to
copy from gives out.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from conftest import Complaints
from framed import HOME, InFrame, code_to_copy
from playwright.sync_api import Browser, Frame, Page
from served import served

from decision_tree.model import Guide

NARROWEST = {"width": 320, "height": 640}
BLOCK_STORAGE = """
const blocked = { get() { throw new DOMException('blocked', 'SecurityError') } };
for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    Object.defineProperty(window, name, blocked);
}
Object.defineProperty(Document.prototype, 'cookie', { ...blocked, set: blocked.get });"""
KEEPS_WHAT_IT_HEARS = """
addEventListener("load", () => addEventListener("message", ({ data }) => {
    heard.push(data);
    heights.push(document.querySelector("iframe").style.height);
}))"""
NO_SCRIPTS_THERE = (
    "console: Blocked script execution",
    "console: Access to script at",
    "console: Failed to load resource: net::ERR_FAILED",
)
"""What Chromium reports where a test sandboxes the frame so that it runs none, or is given none."""


@dataclass(frozen=True)
class Hosts:
    """Another site, whose pages a test writes, and a third one with an empty page."""

    guide: Guide
    browser: Browser
    address: str
    """Where our site is served."""
    host: str
    third: str
    folder: Path
    """What the other site serves."""
    code: Mapping[str, str]
    """The code that shows the frame, "scripted" with our script and "plain" without."""
    opened: list[tuple[object, Complaints]] = field(default_factory=list)

    def open(
        self, body: str, *, storage: bool = True, and_from: Iterable[str] = (), **options: object
    ) -> Page:
        """Put a page of this body on the other site and open it, in a context of its own.

        Addresses that it may ask for besides our site's are `and_from`.
        """
        file = self.folder / f"page-{len(self.opened)}.html"
        file.write_text(
            '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">'
            f"<title>Host</title><body style='margin: 0'>{body}</body></html>"
        )
        context = self.browser.new_context(**{"viewport": NARROWEST, "reduced_motion": "reduce", **options})
        complaints = Complaints(context, self.address, self.host, self.third, HOME, *and_from)
        self.opened.append((context, complaints))
        context.route(f"{HOME}**", lambda route: route.fulfill(body="", content_type="text/html"))
        if not storage:
            context.add_init_script(BLOCK_STORAGE)
        page = context.new_page()
        page.goto(self.host + file.name)
        return page

    def reader(self, page: Page, number: int = 0) -> InFrame:
        """The reader of a frame of the page: the first one, or another by its number."""
        frame = page.locator("iframe").nth(number).element_handle().content_frame()
        return InFrame(self.guide, self.address, frame, self.guide.finder)

    def complaints(self) -> list[str]:
        """What all the pages reported that no test has caused."""
        told = [complaint for _, complaints in self.opened for complaint in complaints]
        return [complaint for complaint in told if not complaint.startswith(NO_SCRIPTS_THERE)]


@contextmanager
def other_sites(guide: Guide, browser: Browser, site: Path, address: str, folder: Path) -> Iterator[Hosts]:
    """Serve the other sites while a module's tests run."""
    for name in ("host", "third"):
        (folder / name).mkdir()
    (folder / "third" / "index.html").write_text("<!doctype html><title>Third</title>")
    with ExitStack() as stack:
        host, third = (stack.enter_context(served(folder / name)) for name in ("host", "third"))
        hosts = Hosts(guide, browser, address, host, third, folder / "host", code_to_copy(site, address))
        yield hosts
        for context, _ in hosts.opened:
            context.close()


def listening(body: str) -> str:
    """A body that keeps what its window hears, and the first frame's height as each message left it.

    Its listener comes last, so after our script's.
    """
    return f"<script>var heard = [], heights = []</script>{body}<script>{KEEPS_WHAT_IT_HEARS}</script>"


def quiet_frame(hosts: Hosts, page: Page) -> Frame:
    """Our first frame, with a file of ours that says nothing: its page would tell its own height between."""
    frame = page.frames[1]
    frame.goto(f"{hosts.address}assets/embed/host.js")
    return frame


def style_height_after(page: Page, sender: Page | Frame, message: object) -> str:
    """The first frame's height as our script left it, once the page has heard what the sender says to it."""
    before = page.evaluate("heights.length")
    sender.evaluate("message => parent.postMessage(message, '*')", message)
    page.wait_for_function("before => heights.length > before", arg=before)
    return page.evaluate("before => heights[before]", before)
