"""Firefox and WebKit as a Linux system packages them, driven by the commands that each understands by itself.

Both know the commands of WebDriver: WebKit's driver over HTTP, Firefox over a socket, called Marionette. So
there are two ways to say a command, and one list of commands. A page has what `Reader` uses of Playwright's.
"""

import json
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which WebDriver gives an element."""
PATIENCE = 30
"""Seconds that a browser may take to start, or to do what it was asked."""
WITHOUT_WAITING = {"pageLoadStrategy": "eager"}
"""By then the script has run: modules are deferred. What the theme loads afterwards is not waited for."""
KEYS = {"Tab": "\ue004", "Enter": "\ue007"}
CALL = """
const done = arguments[arguments.length - 1];
const called = async (wanted, given) => wanted(...given);
called(%s, [...arguments].slice(0, -1))
    .then(value => done({ value }), error => done({ error: String(error) }));
"""


@dataclass(frozen=True)
class Page:
    """The one page of a browser, or the frame in it that was entered."""

    name: str
    say: Callable[..., object]
    """Says a command, by its name in Firefox and its verb and path in WebKit, and gives the answer."""

    def goto(self, url: str, **_waiting: str) -> None:
        self.say("Navigate", "POST /url", url=url)

    def reload(self, **_waiting: str) -> None:
        self.say("Refresh", "POST /refresh")

    def go_back(self) -> None:
        self.say("Back", "POST /back")

    def go_forward(self) -> None:
        self.say("Forward", "POST /forward")

    @property
    def url(self) -> str:
        return self.say("GetCurrentURL", "GET /url")

    def evaluate(self, function: str, *arguments: object) -> object:
        """Call a function of JavaScript; an element goes in and comes out as WebDriver names it."""
        answer = self.say(
            "ExecuteAsyncScript", "POST /execute/async", script=CALL % function, args=[*arguments]
        )
        if "error" in answer:
            raise AssertionError(answer["error"])
        return answer.get("value")

    def wait_for_function(self, function: str) -> None:
        assert self.comes_to(True, lambda: self.evaluate(function))

    @staticmethod
    def comes_to(expected: object, see: Callable[[], object]) -> object:
        """What is seen once it is as expected, or at last."""
        late = time.monotonic() + 5
        while (seen := see()) != expected and time.monotonic() < late:
            time.sleep(0.02)
        return seen

    def find(self, selector: str) -> dict[str, str]:
        using = {"using": "css selector", "value": selector}
        return self.say("FindElement", "POST /element", **using)

    def click(self, element: dict[str, str]) -> None:
        """Click as with a mouse: what is hidden or covered cannot be clicked."""
        self.say("ElementClick", f"POST /element/{element[ELEMENT]}/click", id=element[ELEMENT])

    def focus_on(self, selector: str) -> None:
        """Put the focus on a link, as the Tab key does."""
        self.evaluate("link => link.focus()", self.find(selector))

    def press(self, key: str) -> None:
        strokes = [{"type": kind, "value": KEYS[key]} for kind in ("keyDown", "keyUp")]
        self.say(
            "PerformActions",
            "POST /actions",
            actions=[{"type": "key", "id": "keyboard", "actions": strokes}],
        )

    def is_as_high_as(self, pixels: int) -> None:
        """Make the window so high. A click brings nothing into view in a page of another origin."""
        self.say("SetWindowRect", "POST /window/rect", width=1000, height=pixels)

    def enter(self, selector: str) -> None:
        """Turn to what a frame of the page shows. Whoever opens another page is out of it."""
        frame = self.find(selector)
        self.say("SwitchToFrame", "POST /frame", id=frame, element=frame[ELEMENT])

    def leave(self) -> None:
        self.say("SwitchToFrame", "POST /frame", id=None)


@contextmanager
def firefox(folder: Path) -> Iterator[Page]:
    """Firefox without a window, with an empty profile."""
    (folder / "user.js").write_text('user_pref("marionette.port", 0);\n')
    arguments = ["--headless", "--marionette", "--no-remote", "--profile", str(folder)]
    with running("firefox-esr", "firefox", arguments=arguments):
        port = int(when_there((folder / "MarionetteActivePort").read_text))
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as connection:
            stream = connection.makefile("rwb")

            def read() -> object:
                length = b"".join(iter(lambda: stream.read(1), b":"))
                return json.loads(stream.read(int(length)))

            def say(name: str, _path: str, **parameters: object) -> object:
                command = json.dumps([0, 0, f"WebDriver:{name}", parameters]).encode()
                stream.write(b"%d:%s" % (len(command), command))
                stream.flush()
                _, _, error, result = read()
                assert error is None, f"{error['error']}: {error['message']}"
                return result.get("value", result)

            read()  # It says hello.
            say("NewSession", "", **WITHOUT_WAITING)
            yield Page("firefox", say)


@contextmanager
def webkit(_folder: Path) -> Iterator[Page]:
    """WebKit in its smallest browser, which needs a screen, be it one that nobody sees."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"

    def ask(verb: str, path: str, parameters: dict[str, object]) -> object:
        body = None if verb in ("GET", "DELETE") else json.dumps(parameters).encode()
        request = urllib.request.Request(address + path, body, method=verb)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(error.read().decode()) from None

    with running("WebKitWebDriver", arguments=[f"--port={port}"]):
        when_there(lambda: ask("GET", "/status", {}))
        session = ask("POST", "/session", {"capabilities": {}})["sessionId"]

        def say(_name: str, path: str, **parameters: object) -> object:
            verb, _, path = path.partition(" ")
            return ask(verb, f"/session/{session}{path}", parameters)

        yield Page("webkit", say)
        ask("DELETE", f"/session/{session}", {})


BROWSERS = {"firefox": firefox, "webkit": webkit}


@contextmanager
def running(*names: str, arguments: list[str]) -> Iterator[None]:
    """Run the first of these programs that is here, and end it."""
    program = next(filter(None, map(shutil.which, names)), None)
    assert program, f"{names[0]} is not here: `make test-engines` installs it"
    with subprocess.Popen([program, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as one:
        try:
            yield
        finally:
            one.terminate()


def when_there(ask: Callable[[], object]) -> object:
    """What it gives, once the browser that starts has put it there."""
    late = time.monotonic() + PATIENCE
    while True:
        try:
            if answer := ask():
                return answer
        except OSError:
            if time.monotonic() > late:
                raise
        time.sleep(0.05)
