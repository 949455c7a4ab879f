"""Asks git what it knows. Without git, or outside of a repository, there is no answer, and no error."""

import shutil
import subprocess
from pathlib import Path

LONGEST = 60
"""Seconds after which git is waited for no longer."""


def output(folder: Path, *words: str) -> bytes | None:
    """Return what git prints in a folder; None where it fails or is not there."""
    found = shutil.which("git")
    if found is None:
        return None
    command = [found, "-C", str(folder), *words]
    try:
        run = subprocess.run(command, capture_output=True, check=False, timeout=LONGEST)  # noqa: S603 (no shell)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return run.stdout if run.returncode == 0 else None


def text(folder: Path, *words: str) -> str:
    """Return the same as a text, which is empty where there is no answer."""
    return (output(folder, *words) or b"").decode("utf-8", "replace")
