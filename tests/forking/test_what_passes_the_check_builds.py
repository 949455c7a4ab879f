"""What a fork removes or misspells is refused at the line where it says so, or `make site` does without it.

The rules are tried for every key in tests/unit/test_removals.py. Here twelve things, different in kind, go
all the way to a finished site.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

sys.path.append(str(Path(__file__).parent.parent / "site"))

from built import GUIDE
from copies import copy_project

pytestmark = [pytest.mark.xdist_group("twelve"), pytest.mark.upstream]

TREE, REFERENCE = GUIDE.finder, GUIDE.reference
QUESTION = next(reversed(TREE.questions))
CITED = next(iter(REFERENCE.facts))


def first(entries) -> str:
    return next(iter(entries))


def reference(*way):
    return "reference", *way


CASES = {
    "a question": (("questions", QUESTION), None),
    "an option": (("questions", TREE.start, "options", first(TREE.questions[TREE.start].options)), None),
    "an outcome": (("outcomes", "tricare-appeal"), None),
    "a page": (("pages", "share"), None),
    "a passage": (("passages", first(GUIDE.passages)), None),
    "a term": (("words", first(GUIDE.words)), None),
    "a fact": (reference("facts", "facts", CITED), None),
    "a plan": (reference("deadlines", "plans", first(REFERENCE.plans)), None),
    "a denial code": (reference("denial_codes", "adjustment_codes", "50"), None),
    "a regulator": (reference("regulators", "states", "OH"), None),
    "the crisis text": (("site", "crisis_text"), None),
    "a misspelled blank": (("interface", "progress"), "Question {nubmer}, at most {left} more"),
}
"""What local.yml says of each: the way to it, and its new text or None, which removes it."""

RUN = """
import contextlib, io, json, pathlib, shutil, sys
from building.__main__ import main

for case, text in json.load(sys.stdin).items():
    pathlib.Path("decision_tree/local.yml").write_text(text)
    shutil.rmtree("site", ignore_errors=True)
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        status = main()
    pages = sorted(str(file.relative_to("site")) for file in pathlib.Path("site").rglob("*.html"))
    print(json.dumps([case, status, said.getvalue(), pages]), flush=True)
"""
"""What `make site` runs, for each case, in one process: to start it takes longer than many a case."""


def local(way: tuple[str, ...], text: str | None) -> str:
    patch: object = text
    for step in reversed(way):
        patch = {step: patch}
    return yaml.safe_dump(patch)


@pytest.fixture(scope="module")
def results(tmp_path_factory, epoch):
    """The exit status, what was said, and the pages of the site, by case; and of an empty local.yml."""
    project = copy_project(tmp_path_factory.mktemp("twelve") / "project")
    texts = {"nothing": "# nothing yet\n", **{case: local(*what) for case, what in CASES.items()}}
    run = subprocess.run(
        [sys.executable, "-c", RUN],
        input=json.dumps(texts),
        cwd=project,
        env={
            **os.environ,
            "PYTHONPATH": str(project),
            "SOURCE_DATE_EPOCH": epoch,
            "NO_MKDOCS_2_WARNING": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return {case: rest for case, *rest in map(json.loads, run.stdout.splitlines())}


@pytest.mark.parametrize("case", CASES)
def test_it_is_refused_at_its_own_line_or_the_site_is_whole_without_it(results, case):
    status, said, pages = results[case]
    errors = re.findall(r"^(\S+?):(\d+):\d+: error", said, re.MULTILINE)

    assert "Traceback" not in said
    if status == 0:
        # Each page of upstream is there, if only to point on.
        assert pages == results["nothing"][2]
        assert errors == []
    else:
        # Each step of the way stands on a line of its own.
        assert set(errors) == {("decision_tree/local.yml", str(len(CASES[case][0])))}
        assert pages == []


def test_the_crisis_text_is_never_built_away(results):
    assert results["the crisis text"][0] != 0


def test_some_are_refused_and_some_are_built(results):
    assert {results[case][0] == 0 for case in CASES} == {True, False}
