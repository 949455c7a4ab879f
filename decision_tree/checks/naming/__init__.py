"""Ids, and what refers to them."""
