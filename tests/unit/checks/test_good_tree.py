"""The small guide that every other test breaks in one place has no problem itself."""

import re

import pytest
from small_guide import GOOD, sources

from decision_tree import checks
from decision_tree.reading.load import load_text
from decision_tree.schemas.schema import Schema
from decision_tree.sources import HERE, SCHEMAS


@pytest.mark.parametrize("rule", checks.RULES)
def test_a_good_tree_passes(rule, find):
    assert find(rule) == []


def test_a_good_tree_fits_the_schema(good):
    assert list(Schema.read(SCHEMAS[0]).problems(load_text(good, "tree.yml"))) == []


def test_every_problem_bears_the_name_of_its_rule():
    broken = sources(GOOD.replace("next: reason", "next: raeson"))

    found = {problem.rule for problem in checks.run(broken)}

    assert found > {"unknown-target", "unreachable"}
    assert "" not in found


def test_no_rule_is_left_out_and_each_function_has_the_name_of_its_rule():
    code = "\n".join(file.read_text(encoding="utf-8") for file in (HERE / "checks").rglob("*.py"))
    functions = {name: f"check_{name.replace('-', '_')}" for name in checks.RULES}

    assert {name: rule.check.__name__ for name, rule in checks.RULES.items()} == functions
    assert sorted(re.findall(r"(?m)^def (check_\w+)\(", code)) == sorted(functions.values())
