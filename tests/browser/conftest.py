"""One browser and one built site for the whole run. Whatever a page reports on the way fails its test.

The site is the one that `tests/conftest.py` builds. The browser is the one that BROWSER_PATH names, else the
system's Chromium, its headless shell first, else Playwright's own; `--browser firefox` or `webkit` takes
Playwright's.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright
from reader import Reader
from served import served

from decision_tree.settings.read import read_settings

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def pytest_addoption(parser):
    parser.addoption(
        "--browser", choices=("chromium", "firefox", "webkit"), default="chromium", help="browser to test in"
    )


# The site's address


@pytest.fixture(scope="session")
def address(site) -> Iterator[str]:
    """Where the site is served, below the path of its own address, with a slash at the end."""
    with served(site, urlsplit(read_settings(ROOT).site_url).path or "/") as address:
        yield address


# The browser


def chromium_options() -> dict[str, object]:
    """Where Chromium is, and how it starts here."""
    found = next(filter(None, map(shutil.which, (os.environ.get("BROWSER_PATH", ""), *CHROMIUM))), None)
    # Chromium refuses its sandbox to root, as in a container.
    return {"executable_path": found, "args": ["--no-sandbox"] if os.geteuid() == 0 else []}


@pytest.fixture(scope="session")
def browser(request) -> Iterator[Browser]:
    name = request.config.getoption("--browser")
    with sync_playwright() as playwright:
        options = chromium_options() if name == "chromium" else {}
        browser = getattr(playwright, name).launch(**options)
        yield browser
        browser.close()


class Complaints(list):
    """What pages of a context reported: errors in the console, uncaught errors, requests to elsewhere."""

    def __init__(self, context: BrowserContext, *addresses: str) -> None:
        super().__init__()
        self._addresses = addresses
        context.on("console", self._console)
        context.on("weberror", lambda error: self.append(f"uncaught: {error.error}"))
        context.on("request", self._request)
        context.on("dialog", lambda dialog: (self.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((*self._addresses, "data:", "blob:", "about:")):
            self.append(f"request to elsewhere: {request.url}")


@pytest.fixture(scope="session")
def shared_context(browser, address) -> Iterator[tuple[BrowserContext, Page, Complaints]]:
    context = browser.new_context(reduced_motion="reduce")
    yield context, context.new_page(), Complaints(context, address)
    context.close()


@pytest.fixture
def page(shared_context) -> Iterator[Page]:
    """The one page of the run, empty. Nothing outlives a test in it but what the browser caches."""
    context, page, complaints = shared_context
    complaints.clear()
    page.goto("about:blank")
    yield page
    context.unroute_all()
    page.unroute_all()
    assert complaints == []


@pytest.fixture
def walking_page(shared_context) -> Iterator[Page]:
    """The same page as the test before left it: for many walks of which each begins with "Start again"."""
    _, page, complaints = shared_context
    complaints.clear()
    yield page
    assert complaints == []


@pytest.fixture
def new_page(browser, address) -> Iterator[Callable[..., Page]]:
    """Makes a page with settings of its own, such as `java_script_enabled=False`."""
    opened = []

    def make(**options) -> Page:
        context = browser.new_context(**options)
        opened.append((context, Complaints(context, address)))
        return context.new_page()

    yield make
    for context, _ in opened:
        context.close()
    assert [complaint for _, complaints in opened for complaint in complaints] == []


@pytest.fixture(scope="module")
def hosts(guide, browser, site, address, tmp_path_factory):
    """Other sites that show the path finder in a frame. What their pages report fails the module."""
    from hosts import other_sites

    with other_sites(guide, browser, site, address, tmp_path_factory.mktemp("hosts")) as hosts:
        yield hosts
    assert hosts.complaints() == []


@pytest.fixture
def visit(browser, home) -> Iterator[Page]:
    """A page for the address `home` that the test's module gives; what it complains of fails the test."""
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1280, "height": 800})
    complaints = Complaints(context, home)
    page = context.new_page()
    page.complaints = complaints
    yield page
    context.close()
    assert complaints == []


# The reader


@pytest.fixture(scope="session")
def reads(guide, address) -> Callable[..., Reader]:
    """Makes a reader of a page: `reads(page, tree)`."""
    return partial(Reader, guide, address)


@pytest.fixture
def reader(reads, page, guide) -> Reader:
    """A reader in front of the path finder."""
    return reads(page, guide.finder)
