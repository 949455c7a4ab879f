"""What the checks say of a fork's own settings, each at its line in mkdocs.yml."""
# ruff: noqa: E501 (a message stands whole on its line, as an editor sees it)

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_guide import sources

from decision_tree import checks
from decision_tree.checks.settings import shape_problems
from decision_tree.reading.load import load_text
from decision_tree.settings import SettingsFile
from decision_tree.settings.brand import settings_of
from decision_tree.settings.read import SCHEMA

RULES = ("setting-merge", "address", "color", "helpline", "picture")
"""What must be there is told in test_whole_settings.py: here, all may be missing."""
PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h8v8z"/></svg>'
GOOD = """\
site_name: Care Guide
site_url: https://guide.example.org/
extra:
  leave_url: https://www.weather.gov/
  brand:
    tagline: Here to help
    logo: assets/brand/logo.svg
    colours:
      primary: "#1f4e79"
      accent: "#7a2e63"
    contact: guide@example.org
    helpline:
      label: Our line
      number: 1-800-555-0100
    region: Ohio
    legal: Published by us.
"""


@pytest.fixture
def docs(tmp_path) -> Path:
    """The folder of the pages, with a logo and the small picture of the browser's tab."""
    brand = tmp_path / "docs" / "assets" / "brand"
    brand.mkdir(parents=True)
    for name in ("logo.svg", "favicon.svg"):
        (brand / name).write_text(SVG)
    return tmp_path / "docs"


def problems(text: str, docs: Path) -> list[str]:
    """What all rules about settings find in these."""
    seen = replace(sources(docs={}), settings=SettingsFile(load_text(text, "mkdocs.yml"), docs))
    found = {problem for name in RULES for problem in checks.RULES[name](seen)}
    return [str(problem) for problem in sorted({*found, *shape_problems(seen)})]


@pytest.fixture
def told(docs):
    """What they find in the good settings after `old` became `new`."""

    def told_(old: str, new: str) -> list[str]:
        assert GOOD.count(old) == 1
        return problems(GOOD.replace(old, new), docs)

    return told_


def test_good_settings_pass(docs):
    assert problems(GOOD, docs) == []


def test_the_rules_are_there():
    assert len(RULES) == 5


def test_a_tree_that_is_not_the_projects_own_is_not_held_against_any_settings():
    assert [problem for name in RULES for problem in checks.RULES[name](sources())] == []


# Left empty


@pytest.mark.parametrize("text", ["site_name: x", "extra:", "extra: {brand: }", "extra: {brand: {}}"])
def test_all_may_be_missing(docs, text):
    assert problems(text, docs) == []


@pytest.mark.parametrize("empty", ["", '""', "null"])
def test_all_may_be_empty(docs, empty):
    keys = ["name", "tagline", "logo", "contact", "region", "legal"]
    lines = [f"    {key}: {empty}" for key in keys]
    lines += [f"    colours: {{primary: {empty or '~'}, accent: {empty or '~'}}}"]
    lines += [f"    helpline: {{label: {empty or '~'}, number: {empty or '~'}}}"]
    text = "\n".join([f"site_url: {empty}", "extra:", f"  leave_url: {empty}", "  brand:", *lines, ""])

    assert problems(text, docs) == []
    assert settings_of(load_text(text, "mkdocs.yml").data).brand.colors.primary == ""


def test_the_brands_name_follows_the_sites():
    assert settings_of(load_text(GOOD, "mkdocs.yml").data).brand.name == "Care Guide"
    named = GOOD.replace("brand:\n", "brand:\n    name: Ours\n")
    assert settings_of(load_text(named, "mkdocs.yml").data).brand.name == "Ours"


# What is known


def test_an_unknown_key_gets_the_nearest(told):
    assert told("tagline:", "tagine:") == [
        'mkdocs.yml:6:5: error[unknown-key]: unknown key "tagine" in extra.brand (did you mean "tagline"?)'
    ]
    assert told("colours:", "colors:") == [
        'mkdocs.yml:8:5: error[unknown-key]: unknown key "colors" in extra.brand (did you mean "colours"?)'
    ]


def test_a_number_without_quotes_is_told(told):
    assert told("1-800-555-0100", "211") == [
        "mkdocs.yml:14:15: error[schema]: extra.brand.helpline.number: a text is wanted here, not a number (put it in quotes)"
    ]


def test_what_is_no_yaml_is_told(docs):
    assert problems("site_name: [", docs)[0].startswith("mkdocs.yml:1:")


# What must not stand here


def test_a_list_is_told_at_its_key(told):
    assert told("region: Ohio", "region: [Ohio]")[0] == (
        'mkdocs.yml:15:5: error[setting-merge]: "extra.brand.region" is a list, and the two site engines read a list here '
        "differently (use single values and mappings: key: value)"
    )


@pytest.mark.parametrize("value", ["[index.md]", "\n  - index.md", "{a: b}"])
def test_the_menu_is_upstreams(told, value):
    found = told("site_name: Care Guide", f"site_name: Care Guide\nnav: {value}")

    assert len(found) == 1
    assert found[0].startswith(
        'mkdocs.yml:2:1: error[setting-merge]: "nav" cannot stand in a fork\'s settings: '
    )


@pytest.mark.parametrize(
    ("lines", "place", "key"),
    [
        ("theme:\n  name: readthedocs", "3:3", "theme.name"),
        ("theme:\n  custom_dir: ours", "3:3", "theme.custom_dir"),
        ("docs_dir: pages", "2:1", "docs_dir"),
        ("use_directory_urls: false", "2:1", "use_directory_urls"),
    ],
)
def test_what_would_move_the_pages_or_change_their_theme_is_refused(told, lines, place, key):
    found = told("site_name: Care Guide", f"site_name: Care Guide\n{lines}")

    assert [one.partition(" cannot stand")[0] for one in found] == [
        f'mkdocs.yml:{place}: error[setting-merge]: "{key}"'
    ]


def test_a_palette_of_the_themes_is_refused(told):
    new = "site_name: Care Guide\ntheme:\n  palette:\n    primary: red"

    assert told("site_name: Care Guide", new) == [
        (
            'mkdocs.yml:3:3: error[setting-merge]: "theme.palette" cannot stand in a fork\'s settings: a palette here would take away '
            "the dark colors (name two colors under extra.brand)"
        )
    ]


# Colors


@pytest.mark.parametrize("color", ["#07a", "#0077AA", "#07A"])
def test_a_color_has_three_or_six_digits(told, color):
    assert told('"#1f4e79"', f'"{color}"') == []


@pytest.mark.parametrize("color", ["navy", "#12", "#1f4e7", "#1f4e79ff", "1f4e79", "rgb(0, 0, 0)", "#1f4e7g"])
def test_what_is_no_color_is_told(told, color):
    assert told('"#1f4e79"', f'"{color}"') == [
        f'mkdocs.yml:9:16: error[color]: "{color}" is no color (write it with 6 or 3 digits, in quotes: "#1f4e79" or "#147")'
    ]


@pytest.mark.parametrize("rest", ["", "   # our blue"])
def test_a_color_without_quotes_is_told_not_passed_over(told, rest):
    found = told('"#1f4e79"', f"#1f4e79{rest}")

    assert len(found) == 1
    assert found[0].startswith("mkdocs.yml:9:")
    assert found[0].endswith(
        ': error[color]: a color needs quotes here: "#1f4e79" (without them it is read as a comment)'
    )


def test_a_comment_in_the_place_of_a_color_is_none(told):
    assert told('"#1f4e79"', "  # our color: ask Sam") == []


def test_a_color_that_cannot_be_read_is_a_warning_with_the_pair_and_the_ratio(told):
    assert told('"#1f4e79"', '"#ffcc00"') == [
        (
            'mkdocs.yml:9:16: warning[color]: the color "#ffcc00" has a contrast of 1.51 to 1 with a white page, and links need '
            '4.5 to 1 (they get "#896c00", the nearest one that passes)'
        )
    ]
    assert told('"#7a2e63"', '"#f0f"') == [
        (
            'mkdocs.yml:10:15: warning[color]: the color "#ff00ff" has a contrast of 3.13 to 1 with a white page, and links that '
            'are pointed at need 4.5 to 1 (they get "#c500c5", the nearest one that passes)'
        )
    ]


# Addresses


@pytest.mark.parametrize(
    ("value", "trouble"),
    [
        ("guide.example.org/", "has no https:// at its start (write https://guide.example.org/)"),
        ("guide.example.org", "has no https:// at its start (write https://guide.example.org/)"),
        ("localhost:8000/", "has no https:// at its start (write https://localhost:8000/)"),
        ("//guide.example.org/", "has no https:// at its start (write https://guide.example.org/)"),
        ("http://guide.example.org/", "starts with http:// (it must start with https://)"),
        ("ftp://guide.example.org/", "starts with ftp:// (it must start with https://)"),
        ("https://guide.example.org", "does not end in a slash (write https://guide.example.org/)"),
        ("https://guide.example.org/a?b/", "has a ? or a # (cut it off before)"),
        ("https://", "names no site (write it as the browser's address bar shows it)"),
        ("https://[/", "is no address (write it as the browser's address bar shows it)"),
        ("https://a b/", "is no address (write it as the browser's address bar shows it)"),
        ("https://a:port/", "is no address (write it as the browser's address bar shows it)"),
    ],
)
def test_a_sites_address_is_whole_and_safe(told, value, trouble):
    assert told("https://guide.example.org/", f'"{value}"') == [
        f'mkdocs.yml:2:11: error[address]: site_url: "{value}" {trouble}'
    ]


@pytest.mark.parametrize("value", ["http://localhost:8000/", "http://127.0.0.1/", "https://a.example/b/"])
def test_ones_own_computer_needs_no_encryption(told, value):
    assert told("https://guide.example.org/", value) == []


def test_where_leaving_leads_is_safe(told):
    assert told("https://www.weather.gov/", "javascript:alert(1)") == [
        'mkdocs.yml:4:14: error[address]: extra.leave_url: "javascript:alert(1)" has no https:// at its start (write https://javascript:alert(1))'
    ]


@pytest.mark.parametrize(
    "value", ["https://care.example/contact", "https://social.example/@care", "a.b+c@d.example"]
)
def test_a_contact_is_a_page_or_an_e_mail_address(told, value):
    assert told("guide@example.org", value) == []


@pytest.mark.parametrize(
    ("value", "trouble"),
    [
        ("guide@example", "is no e-mail address (write it like guide@example.org)"),
        ("me and you@example.org", "is no e-mail address (write it like guide@example.org)"),
        ("mailto:guide@example.org", "starts with mailto: (write guide@example.org alone)"),
        ("care.example/contact", "has no https:// at its start (write https://care.example/contact)"),
        (
            "(614) 555-0142",
            "is neither an e-mail address nor a page (write it like guide@example.org, or https://example.org/contact)",
        ),
    ],
)
def test_a_contact_that_is_neither_is_told(told, value, trouble):
    assert told("guide@example.org", value) == [
        f'mkdocs.yml:11:14: error[address]: extra.brand.contact: "{value}" {trouble}'
    ]


# The helpline


@pytest.mark.parametrize(
    "number", ["1-800-555-0100", "(614) 555-0142", "+1 614.555.0142", '"211"', "555-0100"]
)
def test_a_number_is_one_that_a_telephone_can_call(told, number):
    assert told("1-800-555-0100", number) == []


@pytest.mark.parametrize("number", ["1-800-555-HELP", "614 555 0142 ext. 3", "call us", "12", "tel:614"])
def test_a_number_that_no_telephone_can_call_is_told(told, number):
    (found,) = told("1-800-555-0100", f'"{number}"')

    assert found.startswith("mkdocs.yml:14:15: error[schema]: extra.brand.helpline.number cannot be ")
    assert "a number that a telephone can call: digits" in found


@pytest.mark.parametrize("number", ["988", "911", "9-1-1"])
def test_the_national_lines_are_there_already(told, number):
    digits = number.replace("-", "")
    assert told("1-800-555-0100", f'"{number}"') == [
        f"mkdocs.yml:14:15: error[helpline]: {digits} stands on every page already (write your own line here, or leave it empty)"
    ]


def test_a_helpline_without_its_number_or_its_name_is_told(told):
    assert told("number: 1-800-555-0100", 'number: ""') == [
        "mkdocs.yml:14:7: error[helpline]: the helpline has a label and no number (write both, or leave both empty)"
    ]
    assert told("      label: Our line\n", "") == [
        "mkdocs.yml:12:5: error[helpline]: the helpline has a number and no label (write both, or leave both empty)"
    ]


# Pictures


@pytest.mark.parametrize(
    ("name", "trouble"),
    [
        ("assets/brand/lgoo.svg", 'is not there (did you mean "assets/brand/logo.svg"?)'),
        ("pictures/ours.png", "is not there (put the picture into docs/assets/brand/)"),
        ("docs/assets/brand/logo.svg", 'is not there (leave out docs/: "assets/brand/logo.svg")'),
        ("../outside.svg", "is outside docs/ (put the picture into docs/assets/brand/)"),
        ("/etc/passwd", "is outside docs/ (put the picture into docs/assets/brand/)"),
        ("assets/brand/link.svg", "is outside docs/ (put the picture into docs/assets/brand/)"),
        ("https://care.example/logo.svg", "is an address (put the picture into docs/assets/brand/ and name the file)"),
        ("assets/brand/a#b.svg", 'cannot have "#" in its name (rename it)'),
        ("assets/brand/.logo.svg", "has a name that starts with a dot, which is not published (rename it)"),
        ("assets", "is not there (put the picture into docs/assets/brand/)"),
        ("assets/brand/text.svg", "is not a picture that browsers show (save it as one of SVG, PNG, JPEG, WebP, GIF, ICO)"),
        ("assets/brand/really-png.svg", "holds a PNG picture, so its name must end in .png (rename it)"),
        ("assets/brand/runs.svg", "is a drawing that a page may not show: it holds <script> (save it anew as a plain SVG)"),
    ],
)  # fmt: skip
def test_a_logo_is_a_picture_below_docs(told, docs, name, trouble):
    brand = docs / "assets" / "brand"
    (docs.parent / "outside.svg").write_text(SVG)
    (brand / "link.svg").symlink_to(docs.parent / "outside.svg")
    (brand / "text.svg").write_text("a logo")
    (brand / "really-png.svg").write_bytes(PNG)
    (brand / "runs.svg").write_text(SVG.replace("<path", "<script/><path"))

    assert told("assets/brand/logo.svg", name) == [
        f'mkdocs.yml:7:11: error[picture]: the logo "{name}" {trouble}'
    ]


def test_a_favicon_of_the_forks_is_one_too(told):
    new = "site_name: Care Guide\ntheme:\n  favicon: assets/brand/none.ico"

    assert told("site_name: Care Guide", new)[0].startswith(
        'mkdocs.yml:3:12: error[picture]: the favicon "assets/brand/none.ico" is not there'
    )


def test_the_pictures_that_have_their_names_from_us_are_told_where_they_are(docs):
    brand = docs / "assets" / "brand"
    (brand / "favicon.svg").unlink()
    (brand / "share.png").write_bytes(b"GIF89a")

    assert problems(GOOD, docs) == [
        "docs/assets/brand/favicon.svg:1:1: error[picture]: this picture is not there (add it, or name another under theme: favicon:)",
        "docs/assets/brand/share.png:1:1: error[picture]: this picture holds a GIF picture, so its name must end in .gif (rename it)",
    ]


# No input ends in a traceback


KEYS = (
    "site_name",
    "site_url",
    "extra",
    "leave_url",
    "brand",
    "name",
    "logo",
    "colours",
    "primary",
    "accent",
    "contact",
    "helpline",
    "number",
    "label",
    "theme",
    "favicon",
    "nav",
)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=20)
    | st.sampled_from(
        ["\0", "https://[", "a@b", "../..", "#fff", "988", "x" * 5000, "assets/brand/logo.svg"]
    ),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(extra=values, brand=values, rest=st.dictionaries(st.sampled_from(KEYS), values, max_size=4))
def test_any_value_in_any_place_is_checked_to_the_end(docs, extra, brand, rest):
    document = load_text(GOOD, "mkdocs.yml")
    document.data.update(rest)
    document.data["extra"] = {"brand": brand, **extra} if isinstance(extra, dict) else extra
    seen = replace(sources(docs={}), settings=SettingsFile(document, docs))
    settings_of(document.data)
    for name in RULES:
        for problem in checks.RULES[name](seen):
            assert "\n" not in str(problem)


def test_the_schema_explains_every_key_with_an_example():
    import json

    def keys(part, path=""):
        for key, inner in part.get("properties", {}).items():
            yield f"{path}{key}", inner
            yield from keys(inner, f"{path}{key}.")

    schema = json.loads(SCHEMA.read_text())
    known = [*keys(schema), *keys(schema["$defs"]["brand"], "brand.")]
    lacking = [
        path for path, part in known if "$ref" not in part and not {"description", "examples"} <= part.keys()
    ]

    assert len(known) > 15
    assert lacking == []


# Words that stand on the pages


def test_brackets_that_are_no_html_are_words_of_the_brand(docs):
    text = GOOD.replace("Here to help", "Help in Ohio <since 1990>, 1 < 2")
    seen = replace(sources(docs={}), settings=SettingsFile(load_text(text, "mkdocs.yml"), docs))

    assert list(checks.RULES["markup"](seen)) == []


@pytest.mark.parametrize(
    ("rule", "words", "message"),
    [
        (
            "markup",
            "<script>x",
            'mkdocs.yml:6:14: error[markup]: raw HTML "<script>" (this is plain text: write it in words)',
        ),
        (
            "link",
            "'[x](javascript:x)'",
            'mkdocs.yml:6:18: error[link]: the link "javascript:x" cannot stand here (javascript: links are not allowed: use https: or guide:ID)',
        ),
    ],
)
def test_a_brands_words_are_plain_text_without_html_and_unsafe_links(docs, rule, words, message):
    text = GOOD.replace("Here to help", words)
    seen = replace(sources(docs={}), settings=SettingsFile(load_text(text, "mkdocs.yml"), docs))

    assert [str(problem) for problem in checks.RULES[rule](seen)] == [message]
