"""Copies of the project that a test may break, and what is built from them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from built import ROOT, own_settings

PARTS = (
    "Makefile",
    "mkdocs.yml",
    "mkdocs.base.yml",
    "requirements.txt",
    "building",
    "decision_tree",
    "docs",
    "macros",
    "overrides",
    "publish",
)
"""What a site is built from."""


def copy_project(into: Path) -> Path:
    """A copy of what a site is built from, without its history."""
    into.mkdir(parents=True)
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, into / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(ROOT / name, into / name)
    return into


def settle(project: Path, **changes: object) -> None:
    """Change a fork's own settings."""
    settings = {**own_settings(project), **changes}
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False))


def edit(file: Path, old: str, new: str) -> None:
    """Replace the first `old` in a file, which must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def make_site(project: Path, epoch: str) -> subprocess.CompletedProcess[str]:
    """Run `make site` in a project, with the packages that run the tests."""
    return make(project, "site", epoch)


def make(project: Path, target: str, epoch: str) -> subprocess.CompletedProcess[str]:
    """Run `make TARGET` in a project, with the packages that run the tests."""
    environment = {name: value for name, value in os.environ.items() if name not in ("SITE_DIR", "MAKEFLAGS")}
    installed = f"{sys.prefix}/site"
    return subprocess.run(
        ["make", target, f"VENV={sys.prefix}", f"--old-file={installed}"],
        cwd=project,
        env={**environment, "SOURCE_DATE_EPOCH": epoch},
        capture_output=True,
        text=True,
        check=False,
    )


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }
