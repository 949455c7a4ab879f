"""Runs the command line: `python -m decision_tree check`."""

import sys

from decision_tree.cli import main

sys.exit(main())
