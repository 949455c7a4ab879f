"""Rules about a fork's own settings in `mkdocs.yml`; none where the tree is not the project's own."""
