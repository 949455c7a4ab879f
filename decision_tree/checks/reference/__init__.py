"""The reference data against the tree and against itself."""
