"""A plain text of the guide is shown as it stands, whatever letters it holds: none of it becomes markup."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from built import EMBED, FILES, NOT_FOUND, page, search_index
from copies import copy_project, edit

pytestmark = pytest.mark.xdist_group("plain texts")

MARK = " <b>&\"'"
"""What is added to each plain text."""
PLAIN = {"$ref": "#/$defs/line"}
NO_TEXTS = {"dropped_citations", "not_claims"}
"""Parts of the tree that no page shows."""
REFERENCE = ("deadlines", "denial_codes", "regulators")
every_page = pytest.mark.parametrize("page_id", FILES)


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def marked(request, tmp_path_factory, build_site, epoch) -> Path:
    """The site of a guide of whose plain texts each ends in the mark, as each engine builds it."""
    project = copy_project(tmp_path_factory.mktemp("marked") / "project")
    folder = project / "decision_tree"
    for name in ("tree", *(f"reference/{name}" for name in REFERENCE)):
        schema = json.loads((folder / f"{name}.schema.json").read_text())
        file = folder / f"{name}.yml"
        data = yaml.safe_load(file.read_text())
        kept = {key: data[key] for key in NO_TEXTS & data.keys()}
        data = {**with_marks(data, schema, schema["$defs"]), **kept}
        file.write_text(json.dumps(data, default=str, ensure_ascii=False, indent=1))
    # The check that refuses raw HTML must not be all that stands between a text and the page.
    edit(folder / "checks" / "writing" / "markup.py", "in sources.printed:", "in ():")
    build_site(project, ".build/site", epoch, engine=request.param)
    return project / ".build" / "site"


def with_marks(value, schema, defs):
    """The value with the mark at the end of each text that its schema says is plain."""
    if not isinstance(schema, Mapping):
        return value
    if "$ref" in schema:
        named = defs[schema["$ref"].removeprefix("#/$defs/")]
        value = with_marks(value, named, defs)
    if isinstance(value, str):
        return value + MARK if is_plain(value, schema) else value
    if isinstance(value, list):
        return [with_marks(item, schema.get("items"), defs) for item in value]
    if isinstance(value, dict):
        own, others = schema.get("properties", {}), schema.get("additionalProperties")
        return {key: with_marks(item, own.get(key, others), defs) for key, item in value.items()}
    return value


def is_plain(text: str, schema) -> bool:
    """Whether the schema says that it is one line, or any text; a few of the shared words hold links."""
    is_any_text = schema.get("type") == "string" and not {"pattern", "enum", "format"} & schema.keys()
    return "](" not in text and (schema.get("$ref") == PLAIN["$ref"] or is_any_text)


@every_page
def test_a_page_with_odd_letters_is_valid_and_has_no_element_made_of_them(marked, page_id):
    built = page(marked, page_id)

    # The second engine's theme names its search dialog itself.
    assert [error for error in built.errors if "duplicate-attribute" not in error] == []
    assert [element for element in built.elements if element.tag == "b"] == []


@every_page
def test_odd_letters_stand_on_a_page_as_they_are(marked, page_id):
    built = page(marked, page_id)
    texts = [built.everything]
    texts += [str(value) for element in built.elements for value in element.attrib.values()]
    texts = [text for text in texts if "<script" not in text]

    begun = [text[at : at + 40] for text in texts for at in found("<b", text)]
    assert [text for text in begun if not text.startswith(MARK.strip())] == []
    assert [text for text in texts if re.search(r"&(?:amp|lt|gt|quot|#\d+);", text)] == []
    assert begun or page_id in (NOT_FOUND, EMBED)


def found(words: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(words), text)]


def test_the_search_shows_odd_letters_as_they_are(marked):
    other = marked / "search.json"
    entries = json.loads(other.read_text())["items"] if other.exists() else search_index(marked)
    titles = [entry["title"] for entry in entries]

    assert [title for title in titles if "b&gt;" in title]
    assert [title for title in titles if "<b" in title or "&amp;lt;" in title] == []
