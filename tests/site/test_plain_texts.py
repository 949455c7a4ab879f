"""A plain text of the guide is shown as it stands, whatever letters it holds: none of it becomes markup."""

import json
import re
from pathlib import Path

import pytest
from built import EMBED, FILES, NOT_FOUND, page, search_index
from copies import copy_project, edit

from decision_tree.reading.load import load
from decision_tree.schemas.register import Register

pytestmark = pytest.mark.xdist_group("plain texts")

MARK = " <q>&\"'"
"""What is added to each plain text."""
PLAIN = ("label", "script", "paper")
"""The kinds of text that are no Markdown, as the schemas name them."""
FILES_MARKED = (
    "tree",
    "reference/deadlines",
    "reference/denial_codes",
    "reference/regulators",
    "reference/facts",
)
every_page = pytest.mark.parametrize("page_id", FILES)


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def marked(request, tmp_path_factory, build_site, epoch) -> Path:
    """The site of a guide of whose plain texts each ends in the mark, as each engine builds it."""
    project = copy_project(tmp_path_factory.mktemp("marked") / "project")
    folder = project / "decision_tree"
    for name in FILES_MARKED:
        document = load(folder / f"{name}.yml")
        for text in Register.read(folder / f"{name}.schema.json").texts(document):
            if text.kind in PLAIN:
                put(document.data, text.path, text.words + MARK)
        (folder / f"{name}.yml").write_text(json.dumps(document.data, ensure_ascii=False, indent=1))
    # The check that refuses raw HTML must not be all that stands between a text and the page.
    edit(folder / "checks" / "writing.py", "in sources.texts:", "in ():")
    build_site(project, ".build/site", epoch, engine=request.param)
    return project / ".build" / "site"


def put(data, path, words: str) -> None:
    """Put words in the place of those at a path."""
    *way, last = path
    for step in way:
        data = data[step]
    data[last] = words


@every_page
def test_a_page_with_odd_letters_is_valid_and_has_no_element_made_of_them(marked, page_id):
    built = page(marked, page_id)

    # The second engine's theme names its search dialog itself.
    assert [error for error in built.errors if "duplicate-attribute" not in error] == []
    assert [element for element in built.elements if element.tag == "q"] == []


@every_page
def test_odd_letters_stand_on_a_page_as_they_are(marked, page_id):
    built = page(marked, page_id)
    texts = [built.everything]
    texts += [str(value) for element in built.elements for value in element.attrib.values()]
    texts = [text for text in texts if "<script" not in text]

    begun = [text[at : at + 40] for text in texts for at in found("<q", text)]
    assert [text for text in begun if not text.startswith(MARK.strip())] == []
    assert [text for text in texts if re.search(r"&(?:amp|lt|gt|quot|#\d+);", text)] == []
    assert begun or page_id in (NOT_FOUND, EMBED)


def found(words: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(words), text)]


def test_the_search_shows_odd_letters_as_they_are(marked):
    other = marked / "search.json"
    entries = json.loads(other.read_text())["items"] if other.exists() else search_index(marked)
    titles = [entry["title"] for entry in entries]

    assert [title for title in titles if "q&gt;" in title]
    assert [title for title in titles if "<q" in title or "&amp;lt;" in title] == []
