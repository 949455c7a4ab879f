"""Where options lead."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

MORE = "  {id}:\n    text: More?\n    options: {{on: {{label: On, next: {next}}}, not-sure: {{label: No, next: get-the-letter}}}}\n"


def test_an_option_that_leads_nowhere_gets_the_nearest_id(find):
    assert find("unknown-target", "next: reason}", "next: raeson}") == [
        'tree.yml:7:46: error[unknown-target]: option "denial" leads to "raeson", which does not exist (did you mean "reason"?)'
    ]


def test_where_nothing_is_near_the_editor_is_told_what_to_name(find):
    assert find("unknown-target", "next: reason}", "next: zzzzz}") == [
        (
            'tree.yml:7:46: error[unknown-target]: option "denial" leads to "zzzzz", which does not exist '
            "(add it, or name a question or an outcome)"
        )
    ]


def test_the_start_is_a_question(find):
    assert find("unknown-target", "start: letter", "start: leter") == [
        'tree.yml:1:8: error[unknown-target]: the start "leter" is no question (did you mean "letter"?)'
    ]


def test_what_no_route_reaches_is_told_questions_and_outcomes(find):
    assert find("unreachable", "next: reason}", "next: get-the-letter}") == [
        'tree.yml:10:3: error[unreachable]: no route reaches the question "reason" (lead an option to it, or delete it)',
        (
            'tree.yml:26:3: error[unreachable]: no route reaches the outcome "not-medically-necessary" '
            "(lead an option to it, or delete it)"
        ),
    ]


def test_a_circle_is_printed_the_whole_way_round(find):
    assert find("cycle", "next: not-medically-necessary}", "next: letter}") == [
        (
            "tree.yml:14:68: error[cycle]: these questions go round in a circle: letter -> reason -> letter "
            "(lead this option somewhere else)"
        )
    ]


def test_a_question_that_leads_to_itself_is_a_circle(find):
    assert find("cycle", "next: not-medically-necessary}", "next: reason}") == [
        (
            "tree.yml:14:68: error[cycle]: these questions go round in a circle: reason -> reason "
            "(lead this option somewhere else)"
        )
    ]


def chain(last: int) -> tuple[str, str]:
    """An edit of the good tree that goes on from `reason`, its second question, to a question number `last`."""
    end = "      not-sure: {label: I'm not sure, next: get-the-letter}\noutcomes"
    more = "".join(
        MORE.format(id=f"q{n}", next=f"q{n + 1}" if n < last else "get-the-letter")
        for n in range(3, last + 1)
    )
    old = "next: not-medically-necessary}\n" + end
    return old, "next: q3}\n" + end.replace("outcomes", more + "outcomes")


def test_seven_answers_are_no_problem(find):
    assert find("long-route", *chain(7)) == []


def test_an_eighth_question_is_told_with_the_longest_way_to_it(find):
    assert find("long-route", *chain(9)) == [
        (
            'tree.yml:31:3: error[long-route]: "q8" is question 8 on the route letter -> reason -> q3 -> q4 -> q5 -> q6 -> q7 '
            "(at most 7 answers)"
        )
    ]


def test_every_question_has_a_way_on_for_the_unsure(find):
    line = "      not-sure: {label: I'm not sure, next: get-the-letter}\noutcomes"
    assert find("no-way-on", line, "outcomes") == [
        (
            'tree.yml:10:3: error[no-way-on]: the question "reason" has no option "not-sure" '
            "(add one that leads somewhere useful)"
        )
    ]
