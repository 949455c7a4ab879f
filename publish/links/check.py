"""Find the addresses of other sites in the guide, and ask them all.

Hosts are asked at the same time, the addresses of one host one after another.
"""

import re
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from decision_tree.problems import Position, Problem
from decision_tree.sources import Sources
from decision_tree.texts.prose import links
from publish.links.ask import Answer, Manners, ask

HOSTS_AT_ONCE = 8

WEB = re.compile(r"https?://\S+")


def named_addresses(sources: Sources) -> Mapping[str, list[Position]]:
    """Each address, without its fragment, and where the guide names it; in the order of the files.

    What a copy's own settings name is left out: its own site may not be there yet.
    """
    found: dict[str, list[Position]] = defaultdict(list)
    settings = sources.settings.document if sources.settings else None
    for text in sources.texts:
        if text.document is settings:
            continue
        whole = WEB.fullmatch(text.words.strip())
        for address in [whole[0]] if whole else filter(WEB.match, links(text.words)):
            found[address.partition("#")[0]].append(text.document.find(text.path, address))
    return dict(found)


def answers(addresses: Iterable[str], manners: Manners) -> dict[str, Answer]:
    """What each address answers, in the order given."""
    hosts: dict[str, list[str]] = defaultdict(list)
    known = list(dict.fromkeys(addresses))
    for address in known:
        hosts[urlsplit(address).netloc.lower()].append(address)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        asked = pool.map(lambda of_host: _ask_host(of_host, manners), hosts.values())
        found = {address: answer for of_host in asked for address, answer in of_host.items()}
    return {address: found[address] for address in known}


def problems(named: Mapping[str, list[Position]], given: Mapping[str, Answer]) -> list[Problem]:
    """What is wrong with each page, where it is named first: gone is an error, not to be told a warning."""
    return sorted(
        Problem.at(
            named[address][0],
            _message(address, answer, len(named[address])),
            "error" if answer.verdict == "gone" else "warning",
            rule="dead-link",
        )
        for address, answer in given.items()
        if answer.verdict != "there"
    )


def _message(address: str, answer: Answer, places: int) -> str:
    is_gone = answer.verdict == "gone"
    advice = "find the page that took its place" if is_gone else "open it in a browser to be sure"
    often = f"; named in {places} places" if places > 1 else ""
    return f"{address} {answer.words} ({advice}{often})"


def _ask_host(addresses: list[str], manners: Manners) -> dict[str, Answer]:
    found = {}
    for index, address in enumerate(addresses):
        if index:
            time.sleep(manners.pause)
        found[address] = ask(address, manners)
    return found
