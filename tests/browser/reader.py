"""A reader in front of a finder: what they do, by the names they see, and what they should see then."""

from collections.abc import Iterable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from decision_tree.model import Guide, Question, Tree

# The page on which each tree's finder stands.
PAGES = {"path-finder": "find-your-path/", "plan-type": "deadlines/"}

Answers = Iterable[tuple[str, str]]
"""Question and option ids, in order."""

# All stay within the page: a call from here to there takes longer than all that the page does in it.
CLICK = """
    const shown = () => [...finder.querySelectorAll(':scope > section')].filter(one => one.checkVisibility());
    const click = (label) => {
        const links = shown().flatMap(section => [...section.querySelectorAll('a')]);
        const named = links.filter(link => (link.firstElementChild ?? link).textContent === label);
        const visible = named.filter(link => link.checkVisibility());
        if (visible.length !== 1) throw new Error(`${visible.length} links are visible that say "${label}"`);
        visible[0].click();
    };
"""
LOOK = """
    const visible = (selector) => [...finder.querySelectorAll(selector)].filter(one => one.checkVisibility());
    const line = (element) => element.textContent.replace(/\\s+/g, ' ').trim();
    const look = () => ({
        steps: visible('section > h2').map(line),
        focus: line(document.activeElement),
        answers: visible('[data-part=given] li').map(item => line(item.firstElementChild)),
        fragment: location.hash,
    });
"""
CLICK_EACH = f"(finder, labels) => {{ {CLICK} labels.forEach(click); }}"
WALK_EACH = f"""(finder, [routes, again]) => {{
    {CLICK}{LOOK}
    const seen = {{}};
    for (const [name, labels] of Object.entries(routes)) {{
        labels.forEach(click);
        seen[name] = look();
        click(again);
    }}
    return seen;
}}"""
LOOK_UNTIL = f"""(finder, expected) => new Promise(done => {{
    {LOOK}
    const isAsExpected = (seen) =>
        Object.entries(expected).every(([key, value]) => JSON.stringify(value) === JSON.stringify(seen[key]));
    const late = performance.now() + 5000;
    (function again() {{
        const seen = look();
        if (isAsExpected(seen) || performance.now() > late) done(seen);
        else requestAnimationFrame(again);
    }})();
}})"""


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
        if not self.page.url.startswith(self.url) or "=" not in self.page.url:
            self.opens()
            self.heading(self.tree.start).evaluate("heading => { heading.tabIndex = -1; heading.focus() }")
        else:
            self.finder.evaluate(CLICK_EACH, [self.words["start_again"]])

    def follows(self, fragment: str) -> None:
        """Go to another fragment of the same page, as by a link in its text."""
        self.page.evaluate("fragment => { location.hash = fragment }", fragment)

    def option(self, question: str, option: str) -> Locator:
        """The link with the option's words, in that question, which must be the one that is shown."""
        label = self.page.get_by_text(self.label(question, option), exact=True)
        return self.finder.locator(f"[data-question='{question}']").get_by_role("link").filter(has=label)

    def answers(self, *answers: tuple[str, str]) -> "Reader":
        """Answer the questions as they come."""
        for question, option in answers:
            self.option(question, option).click()
        return self

    def answers_at_once(self, *answers: tuple[str, str]) -> "Reader":
        """The same in one go: the page itself clicks the one visible link of each name."""
        labels = [self.label(question, option) for question, option in answers]
        self.finder.evaluate(CLICK_EACH, labels)
        return self

    def walks(self, routes: dict[str, list[tuple[str, str]]]) -> dict[str, dict[str, object]]:
        """Walk each of these routes in one go, starting again after each; gives what is seen at the ends."""
        labels = {name: [self.label(*answer) for answer in answers] for name, answers in routes.items()}
        return self.finder.evaluate(WALK_EACH, [labels, self.words["start_again"]])

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

    def label(self, question: str, option: str) -> str:
        return self.question(question).options[option].label

    def stops_until(self, question: str, option: str) -> int:
        """How often the Tab key leads on from the question's heading until it is on the option."""
        # Before the options stands the drawn example that can be unfolded.
        example = 1 if self.question(question).example else 0
        return example + list(self.question(question).options).index(option) + 1

    def title(self, step: str) -> str:
        """The heading of a question or result."""
        if step in self.tree.questions:
            return self.tree.questions[step].text
        return {**self.guide.plan_kinds, **self.guide.outcomes}[step].title

    def shown(self, question: str, option: str) -> str:
        """How an answer stands in the list of answers."""
        return f"{self.question(question).text} {self.label(question, option)}"

    def heading(self, step: str) -> Locator:
        kind = "question" if step in self.tree.questions else "outcome"
        section = self.finder.locator(f"[data-{kind}='{step}']")
        return section.get_by_role("heading", name=self.title(step), exact=True, level=2)

    def sees(self, step: str) -> None:
        """One step is shown, and it is this one."""
        expect(self.heading(step)).to_be_visible()
        expect(self.finder.locator("section:visible")).to_have_count(1)

    def stands_before(self, step: str, *answers: tuple[str, str], focused: bool = True) -> None:
        """This step alone is shown, with these answers in the list and the address, and has the focus."""
        expected = {
            "steps": [self.title(step)],
            "answers": [self.shown(*answer) for answer in answers],
            "fragment": fragment(answers),
        }
        if focused:
            expected["focus"] = self.title(step)
        seen = self.finder.evaluate(LOOK_UNTIL, expected)
        assert {key: seen[key] for key in expected} == expected

    def sees_answers(self, *answers: tuple[str, str]) -> None:
        """The answers so far, in order."""
        self._sees_list("given", answers)

    def sees_kept(self, *answers: tuple[str, str]) -> None:
        self._sees_list("kept", answers)

    def sees_dropped(self, *answers: tuple[str, str]) -> None:
        self._sees_list("dropped", answers)

    def _sees_list(self, part: str, answers: Answers) -> None:
        rows = [self.shown(*answer) for answer in answers]
        expect(self.finder.locator(f"[data-part={part}] li")).to_contain_text(rows)

    def sees_notice(self, name: str) -> None:
        expect(self.finder.get_by_role("status")).to_contain_text(self.words[name], use_inner_text=True)

    def sees_no_notice(self) -> None:
        expect(self.finder.get_by_role("status")).to_have_text("", use_inner_text=True)

    def is_at(self, *answers: tuple[str, str]) -> None:
        """The address holds these answers and nothing else."""
        expect(self.page).to_have_url(self.url + fragment(answers))

    def is_focused_on(self, step: str) -> None:
        expect(self.heading(step)).to_be_focused()

    def has_focus_nowhere(self) -> None:
        assert self.page.evaluate("document.activeElement === document.body")
