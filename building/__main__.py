"""`python -m building`: check the guide, and build the site into the folder `site/`.

Only a whole site takes the place of the old one: whatever goes wrong, that stays as it is.
"""

import shutil
import sys
from pathlib import Path

from building import engine, told
from decision_tree import cli
from decision_tree.commands.shell import CLEAN, PROBLEMS
from decision_tree.project import ROOT
from publish.commands import DONE, run_steps
from publish.steps import STEPS

NEW, OLD = Path(".build/site"), Path(".build/old")


def main() -> int:
    """Make the site, and return the exit status."""
    print("Checking the guide ...", flush=True)
    if (status := cli.main(["check"])) != CLEAN:
        return status
    print("Building the site into site/ ...", flush=True)
    new = ROOT / NEW
    shutil.rmtree(new, ignore_errors=True)
    with engine.warnings() as logged:
        try:
            engine.build_site(ROOT, new)
            if run_steps(None, STEPS, [str(new)]) != DONE:
                return PROBLEMS
        except (Exception, SystemExit) as error:  # noqa: BLE001 (each is told in lines)
            print("The site could not be built:", *told.why(error, ROOT, logged), sep="\n", file=sys.stderr)
            return PROBLEMS
    _take_its_place(new, ROOT / "site", ROOT / OLD)
    print("Done: open site/index.html, or serve the folder site/ with any web server.")
    return CLEAN


def _take_its_place(new: Path, site: Path, old: Path) -> None:
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
