"""The script on a host's page believes its own frame, and nobody and nothing else."""

import pytest
from hosts import listening, quiet_frame, style_height_after

TYPE = "guide-frame-height"
VALID = {"type": TYPE, "height": 1500}
BEFORE = {"type": TYPE, "height": 1200}
BAD = {
    "nothing": None,
    "text": TYPE,
    "a-number": 1500,
    "a-list": [TYPE, 1500],
    "no-type": {"height": 1500},
    "another-type": {"type": "resize", "height": 1500},
    "no-height": {"type": TYPE},
    "a-negative-height": {"type": TYPE, "height": -1500},
    "no-pixels": {"type": TYPE, "height": 0},
    "too-low-to-see": {"type": TYPE, "height": 99},
    "too-high": {"type": TYPE, "height": 1_000_000},
    "a-fraction": {"type": TYPE, "height": 1500.5},
    "not-a-number": {"type": TYPE, "height": float("nan")},
    "infinite": {"type": TYPE, "height": float("inf")},
    "a-text-as-height": {"type": TYPE, "height": "1500"},
    "a-style-as-height": {"type": TYPE, "height": "1500px; position: fixed"},
    "a-list-as-height": {"type": TYPE, "height": [1500]},
    "an-object-as-height": {"type": TYPE, "height": {"valueOf": 1500}},
}


@pytest.fixture(scope="module")
def page(hosts):
    """A host's page with our frame, then one of a third site, then one of ours that is not for frames."""
    others = f'<iframe src="{hosts.third}"></iframe><iframe src="{hosts.address}faq/"></iframe>'
    page = hosts.open(listening(hosts.code["scripted"]) + others, viewport={"width": 320, "height": 4000})
    quiet_frame(hosts, page)
    return page


@pytest.fixture
def frame(page):
    """Our frame, whose height was just set."""
    frame = page.frames[1]
    assert style_height_after(page, frame, BEFORE) == "1200px"
    return frame


@pytest.mark.parametrize("message", BAD.values(), ids=BAD.keys())
def test_a_message_that_tells_no_sane_height_changes_nothing(page, frame, message):
    assert style_height_after(page, frame, message) == "1200px"


@pytest.mark.usefixtures("frame")
@pytest.mark.parametrize("number", [0, 2, 3], ids=["the-hosts-own", "of-a-third-site", "of-our-site"])
def test_a_message_of_another_window_changes_nothing(page, number):
    assert style_height_after(page, page.frames[number], VALID) == "1200px"


def test_a_message_of_the_frame_changes_nothing_once_another_site_is_in_it(hosts):
    page = hosts.open(listening(hosts.code["scripted"]))
    frame = quiet_frame(hosts, page)
    assert style_height_after(page, frame, BEFORE) == "1200px"
    frame.goto(hosts.third)

    assert style_height_after(page, frame, VALID) == "1200px"


def test_a_frame_without_the_mark_is_left_alone(hosts):
    page = hosts.open(listening(hosts.code["scripted"].replace("data-guide-frame", "")))

    assert style_height_after(page, quiet_frame(hosts, page), VALID) == ""
