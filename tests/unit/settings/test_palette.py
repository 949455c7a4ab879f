"""Any two colors give a palette in which every pair that meets on a page can be read."""

import re
from argparse import Namespace
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from small_guide import sources

from decision_tree.cli import main
from decision_tree.commands import palette as palette_command
from decision_tree.project import ROOT
from decision_tree.reading.load import load_text
from decision_tree.settings import SettingsFile, read_settings
from decision_tree.settings.brand import BrandColors
from decision_tree.settings.color import BLACK, WHITE, Color, contrast, from_lch, readable
from decision_tree.settings.palette import EDGE, PAIRS, TEXT, Scheme, palette
from decision_tree.settings.stylesheet import style_sheet, write_palette

MANY = settings(max_examples=400)
colors = st.builds(Color, *[st.integers(0, 255)] * 3)
vivid = colors.filter(lambda color: color.lch[1] > 0.05)


def hue_between(one: Color, other: Color) -> float:
    """How far two hues are apart, as a share of the circle."""
    turn = abs(one.lch[2] - other.lch[2]) / (2 * 3.141592653589793)
    return min(turn, 1 - turn)


@MANY
@given(colors, colors)
def test_every_pair_of_every_palette_passes(primary, accent):
    made = palette(BrandColors(str(primary), str(accent)))

    for name, scheme in (("light", made.light), ("dark", made.dark)):
        failed = [(name, pair, pair.ratio(scheme)) for pair in PAIRS if pair.ratio(scheme) < pair.least]
        assert failed == []


@MANY
@given(colors)
def test_one_color_is_enough(primary):
    made = palette(BrandColors(str(primary)))

    assert all(pair.ratio(made.light) >= pair.least for pair in PAIRS)
    assert all(pair.ratio(made.dark) >= pair.least for pair in PAIRS)
    assert [change.color for change in made.adjusted] in ([], ["primary"])


@MANY
@given(colors, colors)
@example(Color(225, 250, 250), Color(114, 114, 80))  # it fails on a warning alone
def test_a_color_is_used_as_it_is_given_or_the_change_is_told(primary, accent):
    made = palette(BrandColors(str(primary), str(accent)))
    told = {change.color: change for change in made.adjusted}

    assert made.light.primary == made.dark.primary == primary
    for key, given_, used in (("primary", primary, made.light.link), ("accent", accent, made.light.accent)):
        assert (key in told) == (given_ != used)
        if key in told:
            assert told[key].used == used
            assert told[key].ratio < TEXT


@MANY
@given(vivid)
def test_what_is_made_darker_or_lighter_keeps_its_hue(primary):
    made = palette(BrandColors(str(primary)))

    # Near black and white a screen has few shades left, and a hue is a matter of rounding.
    for used in (made.light.link, made.dark.link):
        if used.lch[1] > 0.05:
            assert hue_between(primary, used) < 0.03


@MANY
@given(colors, st.sampled_from([WHITE, BLACK]), st.sampled_from([TEXT, EDGE]))
def test_a_color_that_passes_stays_and_another_passes_after(color, ground, least):
    changed = readable(color, (ground,), least)

    assert contrast(changed, ground) >= least
    if contrast(color, ground) >= least:
        assert changed == color


@MANY
@given(colors)
def test_a_color_survives_being_taken_apart_and_written(color):
    assert Color.read(str(color)) == color
    assert from_lch(*color.lch) == color


def test_a_color_may_be_written_short():
    assert Color.read("#0Af") == Color.read("#00aaff") == Color(0, 170, 255)


@pytest.mark.parametrize("text", ["", "#", "0af", "#00aaf", "#00aaffff", "#ggg", " #0af", "#0af\n", "red"])
def test_what_is_no_color_is_refused(text):
    with pytest.raises(ValueError, match="is no color"):
        Color.read(text)


def test_contrast_is_that_of_wcag():
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(Color.read("#777"), WHITE) == pytest.approx(4.48, abs=0.005)
    assert contrast(Color.read("#767676"), WHITE) == pytest.approx(4.54, abs=0.005)


def test_every_color_of_a_scheme_meets_another_in_a_pair():
    named = {name for pair in PAIRS for name in (pair.front, pair.back)}

    assert named == set(Scheme.__slots__)


def test_both_schemes_of_the_style_sheet_set_the_same_variables():
    text = style_sheet(palette(BrandColors("#0b5a66", "#084650")))
    rules = [
        set(re.findall(r"(--[\w-]+):", rule)) - {"--md-hue"} for rule in re.findall(r"\{([^{}]*)\}", text)
    ]

    assert len(rules) == 3
    assert rules[0] == rules[1] == rules[2]


# The file


@pytest.fixture
def project(tmp_path):
    (tmp_path / "mkdocs.yml").write_text('extra: {brand: {colours: {primary: "#a1b2c3"}}}\n')
    return tmp_path


def test_the_file_holds_the_brands_color_and_follows_its_change(project):
    assert "#a1b2c3" in write_palette(project).read_text()

    (project / "mkdocs.yml").write_text('extra: {brand: {colours: {primary: "#102030"}}}  # changed\n')

    assert "#102030" in write_palette(project).read_text()
    assert [file.name for file in write_palette(project).parent.iterdir()] == ["palette.css"]


def test_a_file_that_is_right_already_is_left_alone(project):
    before = write_palette(project).stat()

    assert write_palette(project).stat().st_mtime_ns == before.st_mtime_ns
    assert write_palette(project).stat().st_ino == before.st_ino


def test_without_colors_there_is_a_palette_too(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: Plain\n")

    assert "--md-primary-fg-color: #" in write_palette(tmp_path).read_text()


# The command


def test_the_command_writes_the_file_of_the_project():
    assert main(["palette"]) == 0
    written = write_palette(ROOT).read_text()
    assert f"--md-primary-fg-color: {read_settings(ROOT).brand.colors.primary};" in written


def test_the_command_tells_what_is_no_color_and_leaves_the_file(capsys, tmp_path):
    document = load_text("extra: {brand: {colours: {primary: navy}}}", "mkdocs.yml")
    before = write_palette(ROOT).read_text()

    status = palette_command.run(Namespace(), replace(sources(), settings=SettingsFile(document, tmp_path)))

    assert status == 1
    assert capsys.readouterr().out.startswith('mkdocs.yml:1:36: error[color]: "navy" is no color')
    assert write_palette(ROOT).read_text() == before
