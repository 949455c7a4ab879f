"""The documents that organizations without programmers read are as plain as the guide itself."""

import html5lib
import markdown
import pytest
from built import ROOT
from reading_grade import grade

HIGHEST = 8


@pytest.mark.parametrize("name", ["FORKING.md", "GOVERNANCE.md", "CHANGELOG.md"])
def test_a_document_reads_at_grade_8_or_below(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    html = markdown.markdown(text, extensions=["tables", "fenced_code"])

    assert grade(html5lib.parse(html, namespaceHTMLElements=False)) <= HIGHEST
