"""Exit statuses: what the shell is told."""

CLEAN, PROBLEMS, UNREADABLE, CRASHED = 0, 1, 2, 3
"""Nothing wrong; problems found; a file or an argument that could not be read; a mistake of our own."""
