"""Compressed copies: of every text that gains by it, and always the same bytes."""

import gzip
import os

from publish.compress import compressed, run

pytest_plugins = ["small_site_fixture"]

LONG = "words and words and words " * 40


def copies(site):
    return {file.relative_to(site).as_posix() for file in site.rglob("*.gz")}


def test_a_copy_holds_what_its_file_holds(small):
    run(small)

    for name in copies(small):
        assert gzip.decompress((small / name).read_bytes()) == (small / name.removesuffix(".gz")).read_bytes()
    assert "index.html.gz" in copies(small)


def test_a_file_that_would_not_become_smaller_gets_no_copy(small):
    (small / "tiny.txt").write_text("x")
    run(small)

    assert "tiny.txt.gz" not in copies(small)


def test_neither_time_nor_name_goes_into_a_copy(small):
    (small / "one.txt").write_text(LONG)
    run(small)
    first = (small / "one.txt.gz").read_bytes()
    (small / "one.txt").rename(small / "two.txt")
    os.utime(small / "two.txt", (1, 1))
    run(small)

    assert (small / "two.txt.gz").read_bytes() == first == compressed(LONG.encode())
    assert b"one.txt" not in first


def test_a_copy_whose_file_is_gone_or_changed_does_not_stay(small):
    (small / "one.txt").write_text(LONG)
    (small / "two.txt").write_text(LONG)
    run(small)
    (small / "one.txt").unlink()
    (small / "two.txt").write_text("x")
    run(small)

    assert copies(small) & {"one.txt.gz", "two.txt.gz"} == set()


def test_an_archive_that_a_fork_offers_for_download_is_not_ours_to_touch(small):
    (small / "letters.tar.gz").write_bytes(b"an archive")
    run(small)

    assert (small / "letters.tar.gz").read_bytes() == b"an archive"


def test_pictures_are_left_alone(small):
    (small / "picture.png").write_bytes(b"\0" * 1000)
    run(small)

    assert "picture.png.gz" not in copies(small)
