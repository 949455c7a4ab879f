"""Where options lead."""
