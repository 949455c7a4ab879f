"""Why a site could not be built, in lines that name a place."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

import pytest
from jinja2 import TemplateNotFound
from mkdocs.exceptions import Abort, ConfigurationError

from building.told import why


@pytest.fixture
def root(tmp_path):
    """A project with one page."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "our-clinic.md").write_text(
        "# Us\n\nSee [rights](rights.md#nope) and [us](#nope).\n"
    )
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Us\nplugins: {nope: {}}\ntheme: {icon: {logo: our/sign}}\n"
    )
    return tmp_path


@pytest.mark.parametrize(
    ("warned", "told"),
    [
        (
            "warning: Doc file 'our-clinic.md' contains a link 'rights.md#nope', but the doc 'rights.md' does not contain an anchor '#nope'.",
            "docs/our-clinic.md:3:14: error[page-link]: the link \"rights.md#nope\" is wrong: the doc 'rights.md' does not contain an anchor '#nope'.",
        ),
        (
            "warning: Doc file 'our-clinic.md' contains a link '#nope', but there is no such anchor on this page.",
            'docs/our-clinic.md:3:39: error[page-link]: the link "#nope" is wrong: there is no such anchor on this page.',
        ),
        (
            "warning: Doc file 'gone.md' contains an unrecognized relative link '../x', it was left as is.",
            'docs/gone.md:1:1: error[page-link]: the link "../x" is wrong: it was left as is.',
        ),
        (
            "error: Config value 'plugins': The \"nope\" plugin is not installed",
            'mkdocs.yml:2:1: error[setting]: plugins: The "nope" plugin is not installed',
        ),
        ("warning: Config value 'x' is odd", "warning: Config value 'x' is odd"),
    ],
)
def test_a_link_that_the_engine_warns_of_is_told_where_it_stands(root, warned, told):
    assert why(Abort("Aborted with 1 warnings in strict mode!"), root, [warned]) == (told,)


def test_what_ends_the_engine_is_told_alone(root):
    assert why(ConfigurationError("no such theme"), root, ["warning: x"]) == ("error: no such theme",)


def test_an_icon_that_is_not_there_is_told_where_it_is_named(root):
    assert why(TemplateNotFound(".icons/our/sign.svg"), root) == (
        'mkdocs.yml:3:22: error[page]: there is no icon "our/sign" (delete it)',
    )
