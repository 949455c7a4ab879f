"""No word that a reader sees stands in code: templates, views, the feed and scripts have only the guide's.

What a reader sees comes from the tree, from a fork's settings, or from the theme in the site's language. So
code holds no sentence, no label, and no comma between the entries of a list; and no template changes or joins
words, since another language needs another order or another case. Words for editors, who work in English,
may stand in code: each exception says why.
"""

import ast
import re
from collections.abc import Iterator

import pytest
from jinja2 import Environment, nodes

from decision_tree.project import ROOT

TEMPLATES = sorted(
    file
    for folder in ("macros/templates", "overrides")
    for file in (ROOT / folder).rglob("*")
    if file.suffix in (".md", ".html", ".xml") and file.parent.name != "made"  # the guide's words
)
VIEWS = [*sorted((ROOT / "macros").rglob("*.py")), ROOT / "publish" / "feed.py"]
"""What makes texts of the site. The rest of `publish/` writes none, and tells whoever runs it what it did."""
SCRIPTS = sorted((ROOT / "docs" / "assets").rglob("*.js"))

EXCEPTIONS = {
    "macros/theme_words.py": {
        "page and page.meta and": "the language of templates",
        "{% set ": "the language of templates",
        " else ": "the language of templates",
        ", ": "the language of templates",
        ": ": "the language of templates",
    },
    "macros/head.py": {"Question": "a type of schema.org", "Answer": "a type of schema.org"},
    "publish/feed.py": {
        " Its links are relative: mkdocs.yml names no site_url.": "told to whoever builds the site",
        "Wrote the feed of changes, ": "told to whoever builds the site",
    },
    "docs/assets/header/header.js": {"Escape": "a key of the keyboard"},
}
"""Words in code that are right there, with the reason."""

SEEN = re.compile(r'\s(?:aria-label|aria-description|title|alt|placeholder|label)="([^"]*)"')
"""Attributes whose values a reader sees or hears."""
TAG = re.compile(r"<!--.*?-->|<[!/?a-zA-Z][^<>]*(?:>|$)", re.DOTALL)
SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL)
ATTRIBUTES = re.compile(r'[\w-]+="[^"]*"?|^"')
ATTR_LIST = re.compile(r"\{:[^}]*\}")
WORD = re.compile(r"[^\W\d_]{2,}")
PHRASE = re.compile(r"[^\W\d_]{2,}[^\w<>=/]*\s+[^\W\d_]{2,}|^[A-Z][a-z]{2,}\b[^-_/.]*$")
"""Two words, or one with a capital: a text, and not a name that code goes by."""
JOINT = re.compile(r"\s*[,;:.()]\s+|\s+\(\s*|\s(?:and|or)\s")
"""What joins words to a list or to a sentence."""
CASE = {"capitalize", "title", "lower", "upper", "capfirst", "lowerfirst", "fullstop"}
NO_WORDS = {"path", "code"}
"""What may be put in small letters for an id: a path's letter, a state's code."""
HOLE = "\0"
"""Stands for what a template fills in."""

jinja = Environment(autoescape=False)


def seen(html: str) -> Iterator[str]:
    """Yield the words that a piece of HTML, or of Markdown, says itself."""
    for tag in TAG.findall(html):
        yield from SEEN.findall(tag)
    yield plain(html)


def plain(text: str) -> str:
    """A text without tags, and without attributes that stand alone."""
    return ATTR_LIST.sub("", ATTRIBUTES.sub(" ", TAG.sub(" ", text)))


def written(source: str) -> str:
    """A template's text without its code."""
    pieces, inside = [], False
    for _, kind, value in jinja.lex(source):
        if kind == "data" and not inside:
            pieces.append(value)
        inside = inside or (kind.endswith("_begin") and "raw" not in kind)
        if kind.endswith("_end"):
            inside = False
            pieces.append(HOLE if kind == "variable_end" else "")
    return "".join(pieces)


def says(text: str) -> bool:
    """Whether a text in code is one that a reader would read, or what joins such texts."""
    left = plain(text).strip("\n")
    return bool(PHRASE.search(left.strip())) or bool(JOINT.fullmatch(left))


def words_in_template(source: str) -> list[str]:
    """The words that a template says itself, and where it joins or changes those of others."""
    html = written(source)
    found = [word for text in seen(SCRIPT.sub(" ", html)) for word in WORD.findall(text)]
    found += [text for script in SCRIPT.findall(html) for text in words_in_script(script)]
    tree = jinja.parse(source)
    found += [
        node.value for node in tree.find_all(nodes.Const) if isinstance(node.value, str) and says(node.value)
    ]
    for concat in tree.find_all(nodes.Concat):
        if any(name.name == "words" for name in concat.find_all(nodes.Name)):
            found.append("~ between words")
    for filter_ in tree.find_all(nodes.Filter):
        of = filter_.node.attr if isinstance(filter_.node, nodes.Getattr) else ""
        if filter_.name in CASE and of not in NO_WORDS:
            found.append(f"| {filter_.name}")
    return found


def words_in_module(source: str) -> list[str]:
    """The words in a module's texts; what it documents, prints, raises or looks for is none of a page."""
    tree = ast.parse(source)
    passed = {id(inner) for node in ast.walk(tree) for inner in ast.walk(node) if is_for_editors(node)}
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed
    ]
    return [text for text in texts if says(text)]


def is_for_editors(node: ast.AST) -> bool:
    if isinstance(node, ast.Raise) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
        return True
    called = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
    return called in ("print", "compile", "add_argument", "warning") or called.endswith("Error")


TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/"""  # a comment
    r"""|[(,=&|!?:]\s*/(?:\[(?:\\.|[^\]\\\n])*\]|\\.|[^/\\\n\[])+/"""  # a regular expression
    r"""|(\b(?:querySelector(?:All)?|closest|matchMedia|all)\(\s*)?"""  # what takes a selector
    r"""(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`)""",
    re.DOTALL,
)


def words_in_script(source: str) -> list[str]:
    """The words in a script's texts; a selector and what the language itself demands are none."""
    texts = ["".join(match.groups(default="")[1:]) for match in TOKEN.finditer(source) if not match[1]]
    texts = [text for text in texts if not re.match(r"[\[.#]", text)]  # a selector
    return [text for text in texts if text != "use strict" and says(re.sub(r"\$\{[^}]*\}", "", text))]


def name(file) -> str:
    return file.relative_to(ROOT).as_posix()


def without_exceptions(file, found: list[str]) -> list[str]:
    excused = EXCEPTIONS.get(name(file), {})
    return [text for text in found if not any(one in text for one in excused)]


@pytest.mark.parametrize("excused", EXCEPTIONS)
def test_every_exception_excuses_something(excused):
    file = ROOT / excused
    words = words_in_script if file.suffix == ".js" else words_in_module
    found = words(file.read_text(encoding="utf-8"))

    assert [one for one in EXCEPTIONS[excused] if not any(one in text for text in found)] == []


@pytest.mark.parametrize("file", TEMPLATES, ids=name)
def test_a_template_says_nothing_of_its_own(file):
    assert without_exceptions(file, words_in_template(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("file", VIEWS, ids=name)
def test_a_view_says_nothing_of_its_own(file):
    assert without_exceptions(file, words_in_module(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("file", SCRIPTS, ids=name)
def test_a_script_says_nothing_of_its_own(file):
    assert without_exceptions(file, words_in_script(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("<p>{{ words.print | e }}</p>", []),
        ("<p>Print this</p>", ["Print", "this"]),
        ("<script>const shown = document.title;</script>", []),
        ("<script>document.title = 'Not found';</script>", ["Not found"]),
        ("## Sources {: #sources }", ["Sources"]),
        ('<nav aria-label="All pages">', ["All", "pages"]),
        ('<nav class="all pages" aria-label="{{ words.all_pages | e }}">', []),
        ("{{ 'Print this' }}", ["Print this"]),
        ("{{ words('labelled', label=words.contact, text=them) | e }}", []),
        ("{{ ', ' if not loop.last else '' }}", [", "]),
        ("{{ names | join('; ') }}", ["; "]),
        ("{{ words.contact ~ them }}", ["~ between words"]),
        ("{{ words['step_' ~ row.step] }}", []),
        ("{{ row.note | capitalize }}", ["| capitalize"]),
        ("{{ outcome.title | lower }}", ["| lower"]),
        ('<b class="letter-{{ row.path | lower }}">{{ row.path }}</b>', []),
        ("{# Words for whoever reads the template #}", []),
    ],
)
def test_words_in_a_template_are_found(template, told):
    assert words_in_template(template) == told


@pytest.mark.parametrize(
    ("module", "told"),
    [
        ('title = f"Path {letter}: {title}"', ["Path ", ": "]),
        ('text = f"It goes to: {who}"', ["It goes to: "]),
        ('text = ", ".join(names)', [", "]),
        ('html = f"<p>The guide has errors</p>"', ["<p>The guide has errors</p>"]),
        ('html = f\'<p class="who did">{words["print"]}</p>\'', []),
        ('"""What this is for."""', []),
        ('raise KeyError("no such key here")', []),
    ],
)
def test_words_in_a_view_are_found(module, told):
    assert words_in_module(module) == told


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ('status.textContent = "Link copied";', ["Link copied"]),
        ("button.title = 'Copied';", ["Copied"]),
        ("note.textContent = `You have ${days} days`;", ["You have ${days} days"]),
        ('root.querySelector("header label");', []),
        ("const odd = text.match(/n['`]t$/); // It's a comment with a 'quote here'", []),
        ("item.dataset.state = 'is-open';", []),
    ],
)
def test_words_in_a_script_are_found(script, told):
    assert words_in_script(script) == told
