"""The reader of tests/browser/, in a browser that knows WebDriver alone: each click is a real one."""

from dataclasses import dataclass

from browsers import Page
from framed import InFrame
from reader import Reader

# As a reader finds it: by its words, among what is visible.
NAMED = """(finder, name) => {
    const line = (element) => element.textContent.replace(/\\s+/g, ' ').trim();
    const visible = [...finder.querySelectorAll('a, button')].filter(one => one.checkVisibility());
    const named = visible.filter(one => line(one.querySelector('.finder-label') ?? one) === name);
    if (named.length !== 1) throw new Error(`${named.length} are visible that say "${name}"`);
    return named[0];
}"""
LINES = """(finder, selector) => [...finder.querySelectorAll(selector)]
    .filter(one => one.checkVisibility()).map(one => one.textContent.replace(/\\s+/g, ' ').trim())"""
FOCUS = "finder => { const heading = finder.querySelector('h2'); heading.tabIndex = -1; heading.focus(); }"


@dataclass(frozen=True)
class Part:
    """A part of the page that functions of JavaScript are called with."""

    page: Page
    selector: str

    def evaluate(self, function: str, *arguments: object) -> object:
        return self.page.evaluate(function, self.page.find(self.selector), *arguments)


class Walker(Reader):
    page: Page

    @property
    def finder(self) -> Part:
        return Part(self.page, f"path-finder#{self.tree.id}")

    # What the reader does

    def starts(self) -> None:
        """Stand before the first question, with the focus on it."""
        self.opens()
        self.finder.evaluate(FOCUS)

    def clicks(self, name: str) -> None:
        self.page.click(self.named(name))

    def answers(self, *answers: tuple[str, str]) -> "Walker":
        for answer in answers:
            self.clicks(self.label(*answer))
        return self

    def changes(self, question: str) -> None:
        self.clicks(f"{self.words['change']} ({self.question(question).text})")

    def presses(self, name: str) -> None:
        self.clicks(self.words[name])

    # What the reader sees

    def named(self, name: str) -> dict[str, str]:
        """The one link or button of that name."""
        return self.finder.evaluate(NAMED, name)

    @property
    def focused(self) -> dict[str, str]:
        return self.page.evaluate("() => document.activeElement")

    def sees_lines(self, selector: str, expected: list[str]) -> None:
        """What is visible of these says this and nothing else."""
        assert self.page.comes_to(expected, lambda: self.finder.evaluate(LINES, selector)) == expected

    def sees_notice(self, name: str) -> None:
        self.sees_lines("[data-notice]", [self.words[name]])

    def _sees_list(self, part: str, answers) -> None:
        # Behind an answer may stand the link that changes it.
        self.sees_lines(f"[data-part={part}] li > :first-child", [self.shown(*answer) for answer in answers])


class WalkerInFrame(Walker, InFrame):
    """The reader of a frame in somebody's page."""
