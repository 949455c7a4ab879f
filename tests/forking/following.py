"""Follows a document as a person would: writes the files that it shows, and runs the commands that it gives.

In the document, a fenced block whose first line says `sh run` is run, `sh run NAME` in the scenario of that
name, and one that says `file=PATH` is written to that file, or `add=PATH` at its end. Everything else is only
read.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from repositories import run

BLOCK = re.compile(r"(?ms)^```(\w+)([^\n]*)\n(.*?)^```$")


@dataclass(frozen=True, slots=True)
class Step:
    """One block: a file to write, or commands to run."""

    text: str
    file: str = ""
    scenario: str = ""
    adds: bool = False
    """Whether the text comes after what the file holds."""


@dataclass
class Walk:
    """How far somebody has come: the folder they stand in, and what they have seen."""

    folder: Path
    environment: dict[str, str]
    seen: dict[str, str] = field(default_factory=dict)
    """What each block of commands printed, by its text."""

    def take(self, step: Step) -> None:
        """Take one step, which must succeed."""
        if step.file:
            file = self.folder / step.file
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("a" if step.adds else "w", encoding="utf-8") as opened:
                opened.write(step.text)
            return
        install(self.folder)
        end = self.folder.parent / "stands-in"
        command = f"{step.text}\npwd > '{end}'"
        done = run(self.folder, "sh", "-e", "-c", command, **self.environment)
        printed = done.stdout + done.stderr
        assert done.returncode == 0, f"{step.text}\nsaid:\n{printed}"
        self.seen[step.text.strip()] = printed
        self.folder = Path(end.read_text().strip())


def steps(document: str) -> Iterator[Step]:
    """Yield the steps of a document, in order."""
    for language, words, text in BLOCK.findall(document):
        if file := re.search(r"\b(file|add)=(\S+)", words):
            yield Step(text, file=file[2], adds=file[1] == "add")
        elif language == "sh" and (marked := re.match(r" run(?: (\w+))?$", words)):
            yield Step(text, scenario=marked[1] or "")


def install(project: Path) -> None:
    """Give a project the packages that run the tests, as if `make` had fetched them."""
    if not (project / "Makefile").exists() or (project / ".venv").exists():
        return
    (project / ".venv").mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        if (Path(sys.prefix) / name).exists():
            (project / ".venv" / name).symlink_to(Path(sys.prefix) / name)
    for name in ("site", "test"):
        (project / ".venv" / name).touch()


def addresses(**repositories: Path) -> dict[str, str]:
    """Let git find the repositories of these names on this machine, where the document has them on GitHub."""
    settings = {"GIT_CONFIG_COUNT": str(len(repositories))}
    for number, (name, folder) in enumerate(repositories.items()):
        owner = name.replace("_", "-").upper()
        settings[f"GIT_CONFIG_KEY_{number}"] = f"url.{folder}.insteadOf"
        settings[f"GIT_CONFIG_VALUE_{number}"] = f"https://github.com/{owner}/denied-care-guide.git"
    return settings
