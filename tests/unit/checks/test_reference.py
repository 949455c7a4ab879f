"""The reference data against the tree and against itself."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

OUTCOMES = "outcomes: [not-medically-necessary]\n    first_step: G"


def test_a_code_leads_to_outcomes_that_exist(find):
    edits = {"denial_codes": (OUTCOMES, OUTCOMES.replace("medically", "medicaly"))}
    assert find("code-target", docs={}, edits=edits) == [
        (
            'denial_codes.yml:8:16: error[code-target]: the outcome "not-medicaly-necessary" does not exist '
            '(did you mean "not-medically-necessary"?)'
        )
    ]


def test_another_tree_than_the_projects_need_not_have_the_codes_outcomes(find):
    edits = {"denial_codes": (OUTCOMES, OUTCOMES.replace("medically", "medicaly"))}
    assert find("code-target", edits=edits) == []


def test_a_first_step_is_borrowed_from_a_code_that_has_one(find):
    edits = {"denial_codes": ('first_step_of: "50"', 'first_step_of: "5"')}
    assert find("code-target", edits=edits) == [
        'denial_codes.yml:15:20: error[code-target]: the code "5" has no first step (did you mean "50"?)'
    ]


def test_a_code_stands_once_in_its_table(find):
    edits = {"denial_codes": ('"56":', '"56":\n    also: ["57", "50"]')}
    assert find("code-target", edits=edits) == [
        'denial_codes.yml:13:18: error[code-target]: the code "50" stands twice; first at denial_codes.yml:6:3 (keep one)'
    ]


def test_a_code_that_shares_a_row_is_no_row_of_its_own(find):
    edits = {"denial_codes": ('"50":', '"50":\n    also: ["56"]')}
    assert find("code-target", edits=edits) == [
        'denial_codes.yml:13:3: error[code-target]: the code "56" stands twice; first at denial_codes.yml:7:12 (keep one)'
    ]


def test_a_code_may_stand_once_more_in_a_row_for_one_group_code(find):
    edits = {"denial_codes": ('"56":', '"56":\n    also: ["50"]\n    with_group: CO')}
    assert find("code-target", edits=edits) == []


def test_a_first_step_is_borrowed_from_any_code_of_a_row(find):
    edits = {"denial_codes": ('"50":', '"5":\n    also: ["50"]')}
    assert find("code-target", edits=edits) == []


def test_a_group_code_exists(find):
    edits = {"denial_codes": ('"56":', '"56":\n    with_group: C0')}
    assert find("code-target", edits=edits) == [
        'denial_codes.yml:13:17: error[code-target]: the group code "C0" does not exist'
    ]


def test_a_fact_reaches_plans_that_exist(find):
    edits = {"facts": ("reaches: [tricare]", "reaches: [tricar]")}
    assert find("plan-row", edits=edits) == [
        'facts.yml:17:15: error[plan-row]: the plan "tricar" does not exist (did you mean "tricare"?)'
    ]


def test_a_regulator_is_one_of_a_plan_that_exists(find):
    assert find("plan-row", edits={"regulators": ("  job:", "  jobs:")}) == [
        'regulators.yml:2:3: error[plan-row]: the plan "jobs" does not exist (did you mean "job"?)'
    ]


NAMES = """interface:
  step_internal_appeal: Appeal to the plan
  step_reconsideration: Reconsideration
questions:
"""


def test_a_step_has_a_name_for_readers(find):
    assert find("plan-row", "\nquestions:\n", f"\n{NAMES}") == []
    assert find("plan-row", "\nquestions:\n", f"\n{NAMES.replace('_appeal', '_apeal')}") == [
        'deadlines.yml:8:7: error[plan-row]: the step "internal-appeal" has no name (write one as step_internal_appeal, under interface)'
    ]


def test_a_step_that_follows_by_itself_has_no_time(find):
    both = ("facts: [int-180]", "follows_by_itself: true\n        facts: [int-180]")
    assert find("plan-row", edits={"deadlines": both}) == [
        "deadlines.yml:11:9: error[plan-row]: a step that follows by itself leaves readers no time to keep (delete one of the two)"
    ]


def test_a_deadline_rests_on_a_verified_fact(find):
    assert find("plan-row", edits={"deadlines": ("facts: [int-180]", "facts: [maybe]")}) == [
        "deadlines.yml:9:9: error[plan-row]: this time rests on no verified fact (cite one under facts, or leave out the time)"
    ]


def test_a_deadline_is_counted_from_an_event_that_exists(find):
    old = "{days: 90}\n        counted_from: denial-notice"
    assert find("plan-row", edits={"deadlines": (old, old.replace("notice", "notce"))}) == [
        'deadlines.yml:18:23: error[plan-row]: the event "denial-notce" does not exist (did you mean "denial-notice"?)'
    ]
