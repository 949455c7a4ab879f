"""What helps to edit and to report: editors' settings, issue forms, the pull request's template."""

import configparser
import json
import re
import subprocess
import sys
import tomllib

import pytest
import yaml

from decision_tree.cli import ROOT
from decision_tree.keys.schemas import GENERATED, read, schema_files

FORMS = sorted(file for file in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if file.stem != "config")
FACT_FORM = "wrong-fact"
COMMENT = re.compile(r"(?m)^\s*//.*$")


def settings(name):
    return json.loads(COMMENT.sub("", (ROOT / ".vscode" / name).read_text(encoding="utf-8")))


def mapped():
    return {
        schema.removeprefix("./"): [files] if isinstance(files, str) else files
        for schema, files in settings("settings.json")["yaml.schemas"].items()
    }


def test_the_editor_is_told_the_schema_of_each_file_of_the_guide():
    schemas = {file.relative_to(ROOT).as_posix(): read(file, ROOT).file for file in schema_files(ROOT)}
    told = {schema: files[0] for schema, files in mapped().items()}

    assert told == {**schemas, f"decision_tree/{GENERATED}": "decision_tree/local.yml"}


@pytest.mark.parametrize(("schema", "files"), mapped().items())
def test_what_the_editor_is_told_is_there(schema, files):
    assert json.loads((ROOT / schema).read_text())["$schema"]
    # A fork makes this one itself.
    made_later = {"decision_tree/local.yml"}

    assert [file for file in files if not (ROOT / file).exists() and file not in made_later] == []


def test_the_editor_is_offered_the_extension_that_reads_these_schemas():
    assert "redhat.vscode-yaml" in settings("extensions.json")["recommendations"]


def test_editors_and_checks_agree_on_the_length_of_a_line():
    editor = configparser.ConfigParser()
    editor.read_string("[top]\n" + (ROOT / ".editorconfig").read_text(encoding="utf-8"))
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert editor["*.py"].getint("max_line_length") == tools["tool"]["ruff"]["line-length"]


def valid(schema, *files):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_issue_forms_are_such_as_github_reads():
    assert FORMS
    valid("vendor.github-issue-forms", *FORMS)
    valid("vendor.github-issue-config", ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml")


@pytest.mark.parametrize("form", FORMS, ids=lambda file: file.stem)
def test_a_form_asks_for_something_and_insists_on_it(form):
    fields = [part for part in yaml.safe_load(form.read_text())["body"] if part["type"] != "markdown"]
    boxes = [part for part in fields if part["type"] == "checkboxes"]
    insists = [part for part in fields if part.get("validations", {}).get("required")]

    assert len({part["id"] for part in fields}) == len(fields)
    assert len(insists) >= 3
    assert all(option["required"] for part in boxes for option in part["attributes"]["options"])


def test_whoever_reports_a_wrong_fact_is_asked_for_its_source_and_told_to_keep_their_case_private():
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / f"{FACT_FORM}.yml").read_text())
    required = {part.get("id") for part in form["body"] if part.get("validations", {}).get("required")}
    opening = form["body"][0]["attributes"]["value"]

    assert {"page", "sentence", "source", "harm"} <= required
    assert "nothing about your own health" in opening
    assert "988" in opening


def test_a_pull_request_is_asked_what_changes_for_readers_and_for_facts():
    template = (ROOT / ".github" / "pull_request_template.md").read_text()

    for asked in ("for a reader", "Authority", "make guide", "CHANGELOG.md"):
        assert asked in template
