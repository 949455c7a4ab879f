"""Reads YAML into plain data in which every key and value knows its file, line and column."""
