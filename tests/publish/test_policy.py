"""The security policy: what is hashed, what is refused, and that each page carries it."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_site import PAGES, page

from publish.commands import UnfitError, run_steps
from publish.policy import all_hashes, hashes_of, header, run
from publish.site import Markup

HOME = "https://name.example"

pytest_plugins = ["small_site_fixture"]


def hash_of(script):
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def policy_of(file):
    """The policy in a page, by directive."""
    (words,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', file.read_text())
    return directives(unescape(words))


def directives(policy):
    return {part.split()[0]: part.split()[1:] for part in policy.split("; ")}


def test_every_page_carries_a_policy_before_anything_that_it_governs(small):
    run(small)

    for name in PAGES:
        html = (small / name).read_text()
        assert html.index("Content-Security-Policy") < html.index("<link") < html.index("<script")


def test_only_the_sites_own_files_and_the_scripts_that_were_there_may_run(small):
    run(small)

    for name in PAGES:
        policy = policy_of(small / name)
        assert policy["default-src"] == ["'none'"]
        own = ["'self'", HOME] if name.startswith("embed/") else ["'self'"]
        assert policy["script-src"] == [*own, hash_of("var a = 1")]
        assert policy["style-src"] == policy["font-src"] == policy["connect-src"] == own
        assert policy["img-src"] == [*own, "data:"]
        assert policy["base-uri"] == ["'none'"]


def test_nothing_unsafe_is_allowed_anywhere(small):
    run(small)

    assert not [name for name in PAGES if "unsafe" in (small / name).read_text()]
    assert "unsafe" not in header("index.html", all_hashes(small), HOME)


def test_only_the_page_made_for_it_may_be_framed_by_anyone(small):
    by = {name: directives(header(name, all_hashes(small), HOME))["frame-ancestors"] for name in PAGES}

    assert by.pop("embed/index.html") == ["*"]
    assert set(map(tuple, by.values())) == {("'self'",)}


def test_a_page_says_nothing_that_only_a_header_can_say(small):
    run(small)

    assert "frame-ancestors" not in (small / "index.html").read_text()


def test_a_page_that_already_has_its_policy_is_left_as_it_is(small):
    run(small)
    before = (small / "index.html").read_bytes()
    run(small)

    assert (small / "index.html").read_bytes() == before


def test_another_script_replaces_the_policy(small):
    run(small)
    home = small / "index.html"
    home.write_text(home.read_text().replace("var a = 1", "var b = 2"))
    run(small)

    assert policy_of(home)["script-src"] == ["'self'", hash_of("var b = 2")]


@given(script=st.text(st.characters(exclude_characters="<\r\0", exclude_categories=["Cs"]), min_size=1))
def test_a_script_is_hashed_as_the_browser_reads_it_whatever_it_says(script):
    assert hashes_of(Markup.of(f"<script>{script}</script>")) == [hash_of(script)]


def test_a_script_that_speaks_of_tags_and_entities_is_hashed_whole():
    script = 'if (a < b && c) document.title = "<p>&amp;</p>"; // <!-- '

    assert hashes_of(Markup.of(f"<p>x</p><script>{script}</script><p>y</p>")) == [hash_of(script)]


@pytest.mark.parametrize(
    "html",
    [
        '<script type="application/ld+json">{"a": 1}</script>',
        '<script id="__config" type="application/json">{}</script>',
        '<script src="a.js"></script>',
        '<script type="module" src="a.js"></script>',
        "<template>&lt;script&gt;not one&lt;/script&gt;</template>",
    ],
)
def test_what_is_no_inline_script_is_not_hashed(html):
    assert hashes_of(Markup.of(html)) == []


def test_a_module_within_the_page_is_hashed_too():
    assert hashes_of(Markup.of('<script type="module">let a</script>')) == [hash_of("let a")]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ('<b style="color:red">x</b>', 'line 11: style="color:red" (use a class)'),
        ('<b onclick="go()">x</b>', "line 11: onclick=… (listen in a script)"),
        ("<style>p{}</style>", "line 11: a <style> element (move its rules to a style sheet)"),
        ('<a href=" JavaScript:go()">x</a>', "line 11: href runs code (listen in a script)"),
    ],
)
def test_what_the_policy_would_block_is_told_with_page_and_line_and_no_page_is_changed(small, words, reason):
    (small / "help" / "index.html").write_text(page("help/index.html", words=words))
    before = {name: (small / name).read_bytes() for name in PAGES}

    with pytest.raises(UnfitError) as refused:
        run(small)

    assert refused.value.reasons == (f"help/index.html: {reason}",)
    assert {name: (small / name).read_bytes() for name in PAGES} == before


def test_the_command_prints_the_reason_and_fails(small, capsys):
    (small / "help" / "index.html").write_text(page("help/index.html", words="<style></style>"))

    assert run_steps("", [run], [str(small)]) == 1
    assert capsys.readouterr().err.startswith("error: help/index.html: line 11: a <style> element")


def test_a_folder_without_a_site_is_refused(tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        run_steps("", [run], [str(tmp_path)])

    assert stopped.value.code == 2
    assert "holds no built site" in capsys.readouterr().err
