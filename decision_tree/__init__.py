"""The guide's decision tree: loading, checking and modelling it, without any site engine.

The site's pages are made by `macros`, which imports this package; nothing here imports MkDocs.
"""
