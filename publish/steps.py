"""The steps from what an engine built to what a host serves, in their order.

Joining sheets and stamping assets change addresses in the pages, so they come before the policy, which is
written into the pages; compression copies what is then final. Each step may run again over its own result and
changes nothing.
"""

from collections.abc import Callable
from pathlib import Path

from publish import compress, feed, join, policy, stamp
from publish.hosts import headers_file

STEPS: tuple[Callable[[Path], str], ...] = (
    feed.run,
    join.run,
    stamp.run,
    policy.run,
    headers_file.run,
    compress.run,
)
"""Each takes the site's folder and returns what it did, in one line."""
