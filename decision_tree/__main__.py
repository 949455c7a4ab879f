"""Runs the command line: `python -m decision_tree check`."""

import gc
import sys

from decision_tree.cli import main

# The process ends with its one command: looking for unused objects among millions of used ones is lost time.
gc.disable()
sys.exit(main())
