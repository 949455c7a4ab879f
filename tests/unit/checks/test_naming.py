"""Ids, and what refers to them."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)


def test_ids_of_the_path_finders_link_are_kept(find):
    assert find("duplicate-id", "  reason:\n    text", "  who:\n    text") == [
        'tree.yml:10:3: error[duplicate-id]: the id "who" is kept for the path finder\'s link (choose another)'
    ]


def test_a_question_and_an_outcome_never_share_an_id(find):
    assert find("duplicate-id", "  get-the-letter:\n    title", "  letter:\n    title") == [
        'tree.yml:17:3: error[duplicate-id]: the outcome "letter" has the id of a question at line 3 (choose another)'
    ]


def test_the_two_trees_never_share_an_id(find):
    second = "plan_finder:\n  start: letter\n  questions: {letter: {}}\n  outcomes: {}\naliases:"
    assert find("duplicate-id", "aliases:", second) == [
        'tree.yml:47:15: error[duplicate-id]: the question "letter" has the id of a question at line 3 (choose another)'
    ]


def test_a_page_and_an_outcome_never_share_an_id(find):
    assert find("duplicate-id", "pages:\n  rights", "pages:\n  get-the-letter") == [
        'tree.yml:51:3: error[duplicate-id]: the page "get-the-letter" has the id of an outcome at line 17 (choose another)'
    ]


def test_a_related_outcome_exists(find):
    assert find("unknown-related", "related: [get-the-letter]", "related: [get-the-leter]") == [
        (
            'tree.yml:44:15: error[unknown-related]: the related outcome "get-the-leter" does not exist '
            '(did you mean "get-the-letter"?)'
        )
    ]


def test_an_outcome_is_not_related_to_itself(find):
    assert find("unknown-related", "related: [get-the-letter]", "related: [not-medically-necessary]") == [
        'tree.yml:44:15: error[unknown-related]: the related outcome "not-medically-necessary" is this outcome itself (delete it)'
    ]


def test_a_review_track_exists(find):
    assert find("unknown-related", "track: clinical", "track: clinicla") == [
        'tree.yml:28:12: error[unknown-related]: the track "clinicla" does not exist (did you mean "clinical"?)'
    ]


def test_the_plans_of_a_passage_exist(find):
    assert find("unknown-related", "plans: [tricare]", "plans: [tricar]") == [
        'tree.yml:41:17: error[unknown-related]: the plan "tricar" does not exist (did you mean "tricare"?)'
    ]


def test_the_plan_finders_outcomes_are_plans(find):
    second = "plan_finder:\n  start: a\n  questions: {}\n  outcomes: {jbo: {}}\naliases:"
    assert find("unknown-related", "aliases:", second) == [
        'tree.yml:48:14: error[unknown-related]: the plan "jbo" does not exist (did you mean "job"?)'
    ]


def test_an_alias_leads_to_an_id_that_lives(find):
    assert find("alias", "no-letter: get", "no-letter: gte") == [
        (
            'tree.yml:45:22: error[alias]: the alias "no-letter" leads to "gte-the-letter", which does not exist '
            '(did you mean "get-the-letter"?)'
        )
    ]


def test_an_alias_is_no_id_that_lives(find):
    assert find("alias", "no-letter: get", "reason: get") == [
        'tree.yml:45:11: error[alias]: "reason" is still in use (delete this alias, or retire the id)'
    ]


def test_an_alias_for_an_option_leads_to_one_that_lives(find):
    for alias in ("letter/none: letter/no-paper", "letter/none: no-paper"):
        assert find("alias", "no-letter: get-the-letter", alias) == []
    assert find("alias", "no-letter: get-the-letter", "letter/none: letter/no-papre") == [
        'tree.yml:45:24: error[alias]: the alias "letter/none" leads to "letter/no-papre", which does not exist (did you mean "letter/no-paper"?)'
    ]


def test_an_alias_for_an_option_of_a_retired_question_follows_the_question(find):
    both = "page: letter, page/none: no-paper"
    assert find("alias", "no-letter: get-the-letter", both) == []


def test_an_option_is_no_question_and_a_question_no_option(find):
    assert find("alias", "no-letter: get-the-letter", "old: letter/denial") == [
        'tree.yml:45:16: error[alias]: the alias "old" leads to "letter/denial", which cannot take its place (did you mean "letter"?)'
    ]
    assert find("alias", "no-letter: get-the-letter", "letter/none: reason") == [
        'tree.yml:45:24: error[alias]: the alias "letter/none" leads to "letter/reason", which does not exist (did you mean "letter/denial"?)'
    ]


def test_an_alias_of_a_split_option_stops_at_a_question_that_lives(find):
    assert find("alias", "no-letter: get-the-letter", "letter/refused: letter/") == []
    assert find("alias", "no-letter: get-the-letter", "letter/refused: leter/") == [
        'tree.yml:45:27: error[alias]: the alias "letter/refused" leads to "leter/", which does not exist (did you mean "letter/"?)'
    ]


def test_a_question_does_not_stop_at_a_question(find):
    assert find("alias", "no-letter: get-the-letter", "paper: letter/") == [
        'tree.yml:45:18: error[alias]: the alias "paper" leads to "letter/", which does not exist (did you mean "letter"?)'
    ]


def test_an_alias_may_lead_to_what_a_fork_removes(find):
    removed = {"local": "pages: {rights: null}"}
    assert find("alias", "no-letter: get-the-letter", "your-rights: rights", **removed) == []


def test_an_alias_is_no_option_that_lives(find):
    assert find("alias", "no-letter: get-the-letter", "letter/denial: no-paper") == [
        'tree.yml:45:11: error[alias]: "letter/denial" is still in use (delete this alias, or retire the id)'
    ]


def test_the_paper_that_a_question_shows_is_drawn(find):
    assert find("unknown-example", "denial-letter.reason", "denial-letter.raeson") == [
        (
            'tree.yml:5:14: error[unknown-example]: the example "denial-letter.raeson" is not drawn '
            '(did you mean "denial-letter.reason"?)'
        )
    ]
