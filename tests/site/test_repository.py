"""What the repository holds: pages of one call each, settings that merge, packages that cannot change."""

import re
import subprocess
from pathlib import Path

import pytest
from built import MACRO_CALL, OWN, ROOT, own_settings

REGISTRIES = re.compile(
    r"(?i)\b(?:pypi\.org|pythonhosted\.org|registry\.npmjs|registry\.yarnpkg|unpkg\.com|jsdelivr|cdnjs|esm\.sh"
    r"|rubygems\.org|crates\.io)|--(?:extra-)?index-url|--trusted-host|--find-links"
)
# The lock command says that it emits none of them.
MAY_NAME_THEM = {"tests/site/test_repository.py", "Makefile"}
PAGES = sorted(file for file in (ROOT / "docs").rglob("*.md") if file.relative_to(ROOT / "docs") not in OWN)
LOCKS = [ROOT / "requirements.txt", ROOT / "requirements-test.txt"]


def tracked() -> list[Path]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.check_output(command, cwd=ROOT, text=True).splitlines()
    return [ROOT / name for name in listed if name not in MAY_NAME_THEM and (ROOT / name).is_file()]


def test_no_file_names_a_registry_of_packages_or_a_cdn():
    named = [
        (file.relative_to(ROOT).as_posix(), found[0])
        for file in tracked()
        for found in REGISTRIES.finditer(file.read_text(encoding="utf-8", errors="ignore"))
    ]

    assert named == []


@pytest.mark.parametrize("page", PAGES, ids=lambda file: file.relative_to(ROOT / "docs").as_posix())
def test_a_page_of_the_docs_is_one_call_of_a_macro(page):
    text = page.read_text()
    without_front_matter = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)

    assert MACRO_CALL.fullmatch(without_front_matter.strip())


def test_a_forks_settings_hold_scalars_and_mappings_only():
    def lists(value, place="mkdocs.yml"):
        if isinstance(value, list):
            yield place
        elif isinstance(value, dict):
            for key, one in value.items():
                yield from lists(one, f"{place}: {key}")

    settings = own_settings(ROOT)

    assert list(lists(settings)) == []
    assert "nav" not in settings
    assert "palette" not in settings.get("theme", {})


@pytest.mark.parametrize("lock", LOCKS, ids=lambda file: file.name)
def test_every_package_is_pinned_with_a_hash(lock):
    text = re.sub(r"\\\n", " ", lock.read_text())
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]

    assert lines
    assert [
        line[:60] for line in lines if not re.match(r"[\w.\[\]-]+==\S+.* --hash=sha256:[0-9a-f]{64}", line)
    ] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda file: file.name)
def test_every_package_that_is_asked_for_is_in_the_lock(lock):
    asked = re.findall(r"(?m)^([A-Za-z][\w.-]*)", lock.with_suffix(".in").read_text())
    locked = {plain(name) for name in re.findall(r"(?m)^([\w.-]+)==", lock.read_text())}

    assert [name for name in asked if plain(name) not in locked] == []


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_site_is_made_without_hooks_or_plugins_that_the_second_engine_lacks():
    base = (ROOT / "mkdocs.base.yml").read_text()
    plugins = re.search(r"(?ms)^plugins:\n(.*?)^\S", base)[1]

    assert not re.search(r"(?m)^hooks:", base)
    assert set(re.findall(r"(?m)^  (\w+):", plugins)) == {"search", "macros"}
