"""What tests of every folder share: the guide, and one built site for the whole run."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, settings

from decision_tree.model import Guide
from decision_tree.project import read_guide
from decision_tree.settings.read import read_settings
from decision_tree.settings.stylesheet import write_palette
from decision_tree.sources import LOCAL

ROOT = Path(__file__).parent.parent

# No test fails because a machine is slow.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Hand out the tests to the workers so that a group stays together."""
    from one_worker import OneWorkerAGroup

    return OneWorkerAGroup(config, log) if config.getvalue("dist") == "loadgroup" else None


def pytest_collection_modifyitems(items):
    """Leave out, in a fork, the tests that hold upstream's words, or that try the kit itself."""
    below_a_path = urlsplit(read_settings(ROOT).site_url).path not in ("", "/")
    if below_a_path or (ROOT / "decision_tree" / LOCAL).exists():
        skip = pytest.mark.skip(reason="this fork has words or an address of its own; upstream runs this")
        for item in items:
            if item.get_closest_marker("upstream"):
                item.add_marker(skip)


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The project's own guide."""
    return read_guide(ROOT)


@pytest.fixture(scope="session")
def epoch() -> str:
    """The moment on which builds judge dates: that of the commit, as `make site` has it."""
    log = ["git", "log", "-1", "--format=%ct"]
    return os.environ.get("SOURCE_DATE_EPOCH") or subprocess.check_output(log, cwd=ROOT, text=True).strip()


@pytest.fixture(scope="session")
def site(tmp_path_factory, epoch) -> Path:
    """The folder of the built site: the one that SITE_DIR names, else built by the first worker to come."""
    if folder := os.environ.get("SITE_DIR"):
        return Path(folder).absolute()
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    with (folder / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "site").exists():
            shutil.rmtree(folder / "unfinished", ignore_errors=True)
            build(ROOT, folder / "unfinished", epoch)
            (folder / "unfinished").rename(folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def second_site(tmp_path_factory, epoch) -> Path:
    """The site's folder as the second engine builds it: within the project, since it refuses one outside."""
    project = tmp_path_factory.mktemp("second-engine") / "project"
    project.mkdir()
    for name in ("mkdocs.yml", "mkdocs.base.yml"):
        shutil.copy2(ROOT / name, project / name)
    for name in ("decision_tree", "docs", "macros", "overrides", "publish"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    build(project, Path(".build/zensical"), epoch, engine="zensical")
    return project / ".build" / "zensical"


def build(project: Path, into: Path, epoch: str, engine: str = "mkdocs") -> None:
    """Build a project's site as `make site` does, and show what the engine said where it fails."""
    settings = {
        "SITE_DIR": str(into),
        "SOURCE_DATE_EPOCH": epoch,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(project),
    }
    strict = ["--strict"] if engine == "mkdocs" else []
    write_palette(project)
    for command in ([engine, "build", "--clean", *strict], ["publish", str(into)]):
        run = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=project,
            env={**os.environ, **settings},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, f"{command[0]} failed:\n{run.stdout}\n{run.stderr}"


@pytest.fixture(scope="session")
def build_site():
    """Builds the site of any project folder: `build_site(project, into, epoch, engine="mkdocs")`."""
    return build
