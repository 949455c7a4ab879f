"""Exit statuses: what the shell is told."""

CLEAN, PROBLEMS, UNREADABLE = 0, 1, 2
"""Nothing wrong; problems found; a file or an argument that could not be read."""
