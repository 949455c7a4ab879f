"""`python -m publish site/`: make a site that an engine has built ready for any host."""

import sys

from publish.commands import run_steps
from publish.steps import STEPS

if __name__ == "__main__":
    sys.exit(run_steps(__doc__, STEPS))
