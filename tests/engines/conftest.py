"""Firefox and WebKit in front of the site that `tests/conftest.py` builds."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parent.parent.parent
sys.path.append(str(ROOT / "tests" / "browser"))
pytest.register_assert_rewrite("reader", "walker", "browsers")

from browsers import BROWSERS, Page  # noqa: E402
from framed import HOME  # noqa: E402
from served import served  # noqa: E402
from walker import Walker, WalkerInFrame  # noqa: E402


@pytest.fixture(scope="session", params=BROWSERS)
def page(request, tmp_path_factory) -> Iterator[Page]:
    """The one page of each browser in turn."""
    with BROWSERS[request.param](tmp_path_factory.mktemp(request.param)) as page:
        yield page


@pytest.fixture(scope="session")
def address(site, tmp_path_factory) -> Iterator[str]:
    """Where a copy of the site is served, below the path of its address, as if it were built for there."""
    with served_copy(site, tmp_path_factory.mktemp("copy"), for_any_origin=True) as address:
        yield address


@pytest.fixture(scope="session")
def strict_address(site, tmp_path_factory) -> Iterator[str]:
    """The same on a host that gives modules to its own pages only."""
    with served_copy(site, tmp_path_factory.mktemp("strict"), for_any_origin=False) as address:
        yield address


@contextmanager
def served_copy(site: Path, folder: Path, *, for_any_origin: bool) -> Iterator[str]:
    copy = shutil.copytree(site, folder / "site")
    with served(copy, urlsplit(HOME).path, for_any_origin=for_any_origin) as address:
        framed = copy / "embed" / "index.html"
        home, here = (urlsplit(one)._replace(path="").geturl() for one in (HOME, address))
        framed.write_text(framed.read_text().replace(home, here))
        yield address


@pytest.fixture
def reads(guide, address, page) -> Callable[..., Walker]:
    """Makes a reader of a tree: `reads(tree)`."""
    return partial(Walker, guide, address, page)


@pytest.fixture
def reader(reads, guide) -> Walker:
    """A reader in front of the path finder."""
    return reads(guide.finder)


@pytest.fixture
def in_frame(guide, address, page, tmp_path) -> Iterator[Callable[[str], WalkerInFrame]]:
    """Makes a reader of a frame in a page of this body, which another site shows."""
    with served(tmp_path) as host:

        def read(body: str) -> WalkerInFrame:
            (tmp_path / "index.html").write_text(f"<!doctype html><title>Host</title>{body}")
            page.is_as_high_as(3000)
            page.goto(host)
            page.comes_to(True, partial(shows_finder, page))
            return WalkerInFrame(guide, address, page, guide.finder)

        yield read
        page.leave()


def shows_finder(page: Page) -> bool:
    """Whether the page's frame, which is entered, has come."""
    page.leave()
    page.enter("iframe")
    return page.evaluate(
        "() => document.readyState === 'complete' && !!document.querySelector('path-finder')"
    )
