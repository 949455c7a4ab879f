"""What a page may show as a picture: by what the file holds, and without trusting it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_tree.settings.drawings import trouble_in_drawing
from decision_tree.settings.pictures import ENDINGS, LARGEST, kind_of, trouble_in_picture

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
STARTS = {
    "SVG": f"{OPEN}/>".encode(),
    "PNG": b"\x89PNG\r\n\x1a\n",
    "JPEG": b"\xff\xd8\xff\xe0",
    "WebP": b"RIFF\0\0\0\0WEBP",
    "GIF": b"GIF89a",
    "ICO": b"\0\0\1\0",
}


def drawing(inside: str, attributes: str = "") -> bytes:
    return f"{OPEN} {attributes}>{inside}</svg>".encode()


@pytest.mark.parametrize("kind", ENDINGS)
def test_each_kind_is_known_by_its_start_and_fits_its_names_only(tmp_path, kind):
    assert kind_of(STARTS[kind]) == kind
    for other, endings in ENDINGS.items():
        for ending in (*endings, endings[0].upper()):
            file = tmp_path / f"{other}{ending}"
            file.write_bytes(STARTS[kind])
            assert (trouble_in_picture(file) is None) == (other == kind)


@pytest.mark.parametrize(
    "raw", [b"", b"%PDF-1.7", b"<html></html>", b"\0\0\0\x20ftypheic", b"svg", b"RIFF1234WAVE"]
)
def test_other_files_are_no_pictures(tmp_path, raw):
    (tmp_path / "logo.svg").write_bytes(raw)

    assert trouble_in_picture(tmp_path / "logo.svg").startswith("is not a picture that browsers show")


def test_a_very_large_picture_is_refused(tmp_path):
    (tmp_path / "logo.png").write_bytes(STARTS["PNG"] + bytes(LARGEST))

    assert (
        trouble_in_picture(tmp_path / "logo.png")
        == "is larger than 1 MiB (save it smaller: every page loads it)"
    )


@pytest.mark.parametrize(
    "raw",
    [
        drawing('<path d="M0 0h8"/>'),
        drawing('<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/>'),
        drawing("<style>rect { fill: url( '#g' ) }</style>"),
        drawing('<use xlink:href="#a"/><use href="#a"/>'),
        drawing('<image href="data:image/png;base64,AAAA"/>'),
        drawing('<animate attributeName="x" values="0;1" from="0" to="1"/>'),
        b"\xef\xbb\xbf" + drawing(""),
        b'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' + drawing(""),
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">' + drawing(""),
        drawing('<metadata xmlns:r="urn:r"><r:a r:resource="http://a.example/" r:onward="x"/></metadata>'),
    ],
)  # fmt: skip
def test_a_plain_drawing_is_shown(raw):
    assert kind_of(raw) == "SVG"
    assert trouble_in_drawing(raw) is None


@pytest.mark.parametrize(
    ("raw", "trouble"),
    [
        (drawing("<script>alert(1)</script>"), "it holds <script>"),
        (drawing("<foreignObject/>"), "it holds <foreignObject>"),
        (drawing("", 'onload="alert(1)"'), "it runs a script, onload"),
        (drawing('<rect ONCLICK="x"/>'), "it runs a script, ONCLICK"),
        (drawing('<image href="https://a.example/x.png"/>'), "outside itself"),
        (drawing('<image xlink:href="//a.example/x.png"/>'), "outside itself"),
        (drawing('<use href="other.svg#a"/>'), "outside itself"),
        (drawing('<a href="java&#9;script:alert(1)"/>'), "outside itself"),
        (drawing('<a href="#a"><set attributeName="href" to="javascript:alert(1)"/></a>'), "outside itself"),
        (drawing('<image href="data:image/svg+xml,%3Csvg/%3E"/>'), "outside itself"),
        (drawing('<rect fill="url(https://a.example/x#g)"/>'), "outside itself"),
        (drawing("<style>@import 'https://a.example/x.css'</style>"), "outside itself"),
        (drawing("<style>@im<!-- -->port 'x'</style>"), "outside itself"),
        (drawing("<style>rect { fill: u\\72l(https://a.example/) }</style>"), "outside itself"),
        (drawing('<style><![CDATA[a { background: URL( "x.png" ) }]]></style>'), "outside itself"),
        (b'<?xml-stylesheet href="x.css"?>' + drawing(""), "it holds an instruction, <?xml-stylesheet"),
        (b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + drawing("&a;"), "it declares things of its own"),
        (b"<svg/>", "its outermost element"),
        (b'<html xmlns="http://www.w3.org/1999/xhtml"><svg/></html>', "its outermost element"),
        (b"<svg", "it is broken at its line 1"),
        (b'<?xml version="1.0" encoding="no-such"?><svg/>', "it is broken at its line 1"),
    ],
)
def test_a_drawing_that_does_more_is_refused_with_the_reason(raw, trouble):
    assert trouble in trouble_in_drawing(raw)


@settings(max_examples=200)
@given(st.binary(max_size=80) | st.text(alphabet='<>/&;="#svg! -[]?', max_size=60).map(str.encode))
def test_no_bytes_end_in_a_traceback(raw):
    assert trouble_in_drawing(raw) is None or "\n" not in trouble_in_drawing(raw)
    assert kind_of(raw) in (None, *ENDINGS)
