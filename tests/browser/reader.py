"""A reader in front of a finder: what they do, by the names they see, and what they should see then."""

from collections.abc import Iterable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from decision_tree.model import Guide, Question, Tree

# The page on which each tree's finder stands.
PAGES = {"path-finder": "find-your-path/", "plan-type": "deadlines/"}

Answers = Iterable[tuple[str, str]]
"""Question and option ids, in order."""


def fragment(answers: Answers) -> str:
    """The answers as the address holds them."""
    pairs = "&".join(f"{question}={option}" for question, option in answers)
    return f"#{pairs}" if pairs else ""


@dataclass(frozen=True)
class Reader:
    guide: Guide
    address: str
    page: Page
    tree: Tree

    @property
    def finder(self) -> Locator:
        return self.page.locator(f"path-finder#{self.tree.id}")

    @property
    def url(self) -> str:
        """The address of the finder's page, without a fragment."""
        return self.address + PAGES[self.tree.id]

    # What the reader does

    def opens(self, fragment: str = "") -> "Reader":
        """Load the finder's page afresh, by a link that may hold answers."""
        if self.page.url.startswith(self.url):
            self.page.goto("about:blank")
        # By then the script has run: modules are deferred. What the theme loads afterwards is not waited for.
        self.page.goto(self.url + fragment, wait_until="domcontentloaded")
        return self

    def starts(self) -> None:
        """Stand before the first question, with the focus on it; by "Start again" where that is at hand."""
        again = self.finder.get_by_role("link", name=self.words["start_again"], exact=True)
        if not self.page.url.startswith(self.url) or not again.is_visible():
            self.opens()
            self.heading(self.tree.start).evaluate("heading => { heading.tabIndex = -1; heading.focus() }")
        else:
            again.evaluate("link => link.click()")

    def follows(self, fragment: str) -> None:
        """Go to another fragment of the same page, as by a link in its text."""
        self.page.evaluate("fragment => { location.hash = fragment }", fragment)

    def option(self, question: str, option: str) -> Locator:
        """The link with the option's words, in that question, which must be the one that is shown."""
        label = self.page.get_by_text(self.question(question).options[option].label, exact=True)
        return self.finder.locator(f"[data-question='{question}']").get_by_role("link").filter(has=label)

    def answers(self, *answers: tuple[str, str]) -> "Reader":
        """Answer the questions as they come."""
        for question, option in answers:
            self.option(question, option).click()
        return self

    def answers_at_once(self, *answers: tuple[str, str]) -> "Reader":
        """The same at a fifth of the time: the browser itself clicks the link that is seen."""
        for question, option in answers:
            self.option(question, option).evaluate("link => link.click()")
        return self

    def changes(self, question: str) -> None:
        """Use "Change" beside an answer."""
        text = self.question(question).text
        self.finder.get_by_role("link", name=f"{self.words['change']} ({text})").click()

    def presses(self, name: str) -> None:
        """Use a button or link of the finder by the id of its words."""
        self.finder.get_by_text(self.words[name], exact=True).locator("visible=true").click()

    # What the reader sees

    @property
    def words(self):
        return self.guide.interface

    def question(self, question: str) -> Question:
        return self.tree.questions[question]

    def title(self, step: str) -> str:
        """The heading of a question or result."""
        if step in self.tree.questions:
            return self.tree.questions[step].text
        return {**self.guide.plan_kinds, **self.guide.outcomes}[step].title

    def heading(self, step: str) -> Locator:
        kind = "question" if step in self.tree.questions else "outcome"
        section = self.finder.locator(f"[data-{kind}='{step}']")
        return section.get_by_role("heading", name=self.title(step), exact=True, level=2)

    def sees(self, step: str) -> None:
        """One step is shown, and it is this one."""
        expect(self.heading(step)).to_be_visible()
        expect(self.finder.locator("section:visible")).to_have_count(1)

    def sees_answers(self, *answers: tuple[str, str]) -> None:
        """The answers so far, in order."""
        self._sees_list("given", answers)

    def sees_kept(self, *answers: tuple[str, str]) -> None:
        self._sees_list("kept", answers)

    def sees_dropped(self, *answers: tuple[str, str]) -> None:
        self._sees_list("dropped", answers)

    def _sees_list(self, part: str, answers: Answers) -> None:
        rows = [
            f"{self.question(question).text} {self.question(question).options[option].label}"
            for question, option in answers
        ]
        expect(self.finder.locator(f"[data-part={part}] li")).to_contain_text(rows)

    def sees_notice(self, name: str) -> None:
        expect(self.finder.get_by_role("status")).to_contain_text(self.words[name])

    def sees_no_notice(self) -> None:
        expect(self.finder.get_by_role("status")).to_have_text("", use_inner_text=True)

    def is_at(self, *answers: tuple[str, str]) -> None:
        """The address holds these answers and nothing else."""
        expect(self.page).to_have_url(self.url + fragment(answers))

    def is_focused_on(self, step: str) -> None:
        expect(self.heading(step)).to_be_focused()

    def has_focus_nowhere(self) -> None:
        assert self.page.evaluate("document.activeElement === document.body")
