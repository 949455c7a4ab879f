"""Holds data against JSON Schemas, quickly, and words what does not fit for an editor."""
