"""Ask one address whether its page is there, as a polite visitor does."""

import socket
import time
from dataclasses import dataclass
from http.client import HTTPException
from typing import Literal
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

GONE = frozenset((404, 410))
MAY_PASS = frozenset((408, 425, 429, 500, 502, 503, 504))
"""Statuses that are worth another try."""
LONGEST_WAIT = 30.0
"""Seconds; a site that asks for more patience is left for next week."""


@dataclass(frozen=True)
class Answer:
    """What came back, e.g. `Answer("gone", "answers 404")`."""

    verdict: Literal["there", "gone", "unsure"]
    """Unsure: many offices answer nothing, or 403, to whatever is no browser, and a person sees the page."""
    words: str
    """What the address does: "answers 404"."""
    may_pass: bool = False
    """Whether it is worth asking again."""
    is_heard: bool = True
    """Whether a server answered at all."""
    wait: float = 0.0
    """Seconds that the server asks us to wait."""


@dataclass(frozen=True)
class Manners:
    """How to ask."""

    name: str = "Mozilla/5.0 (compatible; weekly link check of a public guide)"
    timeout: float = 20.0
    """Seconds to wait for an answer."""
    tries: int = 3
    pause: float = 2.0
    """Seconds between two addresses of one host, and before a second try; twice that before a third."""


def ask(address: str, manners: Manners) -> Answer:
    """Whether a page is there, asked again where that may help."""
    answer = _head_or_get(address, manners)
    for attempt in range(1, manners.tries):
        if not answer.may_pass:
            break
        time.sleep(max(manners.pause * 2 ** (attempt - 1), min(answer.wait, LONGEST_WAIT)))
        answer = _head_or_get(address, manners)
    return answer


def _head_or_get(address: str, manners: Manners) -> Answer:
    """By HEAD, which costs the site least; where a server answers that with an error, by GET."""
    answer = _request(address, "HEAD", manners)
    if answer.verdict == "there" or not answer.is_heard:
        return answer
    return _request(address, "GET", manners)


def _request(address: str, method: str, manners: Manners) -> Answer:
    headers = {"User-Agent": manners.name, "Accept": "text/html,application/pdf,*/*;q=0.8"}
    try:
        request = Request(address, method=method, headers=headers)  # noqa: S310 (all are http or https)
        with urlopen(request, timeout=manners.timeout):  # noqa: S310 (likewise)
            return Answer("there", "answers")
    except HTTPError as error:
        return _refused(error)
    except URLError as error:
        return _unreached(error.reason)
    except ValueError as error:
        return Answer("gone", f"is no address: {error}", is_heard=False)
    except (OSError, HTTPException) as error:
        return _unreached(error)


def _refused(error: HTTPError) -> Answer:
    error.close()
    wait = error.headers.get("Retry-After") or ""
    return Answer(
        "gone" if error.code in GONE else "unsure",
        f"answers {error.code}",
        may_pass=error.code in MAY_PASS,
        wait=float(wait) if wait.isdecimal() else 0.0,
    )


def _unreached(reason: object) -> Answer:
    if isinstance(reason, socket.gaierror):
        return Answer("gone", "is on a host that does not exist", may_pass=True, is_heard=False)
    if isinstance(reason, TimeoutError):
        return Answer("unsure", "does not answer in time", may_pass=True, is_heard=False)
    return Answer("unsure", f"cannot be reached: {reason}", may_pass=True, is_heard=False)
