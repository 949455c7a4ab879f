"""Scripts are sent without their comments, and do the same."""

import pytest

from publish.comments import without_comments

SCRIPT = """// @ts-check
/**
 * What it is for.
 * @typedef {string} Word
 */

const sum = 1 / 2; // half
  // alone
const path = "https://name.example"; /* beside */
/* on one line */
const say = /** @type {Word} */ (word) => `${word}`;
"""
BARE = """





const sum = 1 / 2; // half

const path = "https://name.example"; /* beside */

const say = /** @type {Word} */ (word) => `${word}`;
"""


def test_whole_lines_of_comments_become_empty_lines():
    assert without_comments(SCRIPT) == BARE


@pytest.mark.parametrize(
    "script",
    [
        "const text = `first\n// second\n`;\n",
        'const text = "first \\\n// second";\n',
        "/*! Copyright of somebody */\nrun();\n",
        "// @license MIT\nrun();\n",
        "run();\n//# sourceMappingURL=run.js.map\n",
    ],
    ids=["a-text-of-lines", "a-continued-text", "a-kept-notice", "a-license", "a-map"],
)
def test_what_may_be_no_comment_or_must_go_along_stays(script):
    assert without_comments(script) == script
