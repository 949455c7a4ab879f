"""Every page can be read after eight years of school."""

import pytest
from built import SOURCES, page
from reading_grade import grade, syllables

HIGHEST = 8.0
COUNTED = {
    "denial": 3,
    "plan": 1,
    "medically": 4,
    "covered": 2,
    "asked": 1,
    "therapist": 3,
    "appeals": 2,
    "72": 1,
}


@pytest.mark.parametrize("page_id", SOURCES)
def test_the_reading_grade_is_eight_or_less(site, page_id):
    found = grade(page(site, page_id).content)

    assert found <= HIGHEST, f"{page_id}: grade {found:.1f}"


@pytest.mark.parametrize("word", COUNTED)
def test_the_syllables_of_a_word_are_counted(word):
    assert syllables(word) == COUNTED[word]
