"""The small guide that every other test breaks in one place has no problem itself."""

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


def test_every_rule_is_a_module_of_its_own():
    modules = [rule.module for rule in checks.RULES.values()]

    assert len(set(modules)) == len(modules)


def test_every_problem_bears_the_name_of_its_rule():
    broken = sources(GOOD.replace("next: reason", "next: raeson"))

    found = {problem.rule for problem in checks.run(broken)}

    assert found > {"unknown-target", "unreachable"}
    assert "" not in found


def test_no_rule_file_is_left_out_of_the_rules():
    files = {
        path for path in (HERE / "checks").rglob("*.py") if "def check(" in path.read_text(encoding="utf-8")
    }
    assert len(files) == len(checks.RULES)
