"""Keeps tests that share something costly, such as a build, on one worker, where it is then made once.

A module asks for it with `pytestmark = pytest.mark.xdist_group("name")`. xdist 3.8 writes the name into ids
of tests, which pytest 9.2 no longer lets it do: the group would be spread over all workers. So the mark is
read from the module's text, since the process that hands out the tests does not import them.
"""

import re
from functools import cache
from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parent.parent
MARK = re.compile(r'(?m)^pytestmark = \[?pytest\.mark\.xdist_group\("([^"]+)"\)')


class OneWorkerAGroup(LoadScopeScheduling):
    """Hands out groups whole, the largest first, and all other tests one by one."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid.partition("::")[0]) or nodeid


@cache
def group_of(module: str) -> str | None:
    """The group that a module of tests is in, by its path from the project's folder."""
    found = MARK.search((ROOT / module).read_text(encoding="utf-8"))
    return found[1] if found else None
