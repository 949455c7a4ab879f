"""The files of the pages."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

DOCS = {"rights.md": True, "paths/get-the-letter.md": True, "paths/not-medically-necessary.md": True}


def test_each_outcome_and_page_with_its_file_is_no_problem(find):
    assert find("page-file", docs=DOCS) == []


def test_an_outcome_and_a_page_without_a_file_are_told_in_the_tree(find):
    assert find("page-file", docs={"paths/not-medically-necessary.md": True}) == [
        'tree.yml:17:3: error[page-file]: the outcome "get-the-letter" has no page docs/paths/get-the-letter.md (add the file, with this one line in it: {{ outcome_page("get-the-letter") }})',
        'tree.yml:51:3: error[page-file]: the page "rights" has no page docs/rights.md (add the file, with this one line in it: {{ fixed_page("rights") }})',
    ]


def test_a_file_without_its_outcome_or_page_is_told_in_the_file(find):
    assert find("page-file", docs={**DOCS, "paths/urgent.md": True, "team.md": True}) == [
        "docs/paths/urgent.md:1:1: error[page-file]: this file has no outcome in the tree (add the outcome, or delete the file)",
        "docs/team.md:1:1: error[page-file]: this file has no page in the tree (add the page, or delete the file)",
    ]


def test_a_forks_own_page_and_the_page_of_a_retired_id_need_nothing_in_the_tree(find):
    assert find("page-file", docs={**DOCS, "team.md": False, "paths/no-letter.md": True}) == []


def test_a_file_that_hides_what_the_tree_says_is_warned_of_with_the_line_that_shows_it(find):
    assert find("page-file", docs={**DOCS, "rights.md": False}) == [
        'docs/rights.md:1:1: warning[page-file]: this file does not show the page "rights" that the tree describes (write this one line in it: {{ fixed_page("rights") }})'
    ]
