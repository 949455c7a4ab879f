"""Makes the site with MkDocs: whole, `python -m building`, or at each edit, `python -m building.serve`.

What a page says is left to `macros/`, and what happens to a finished folder to `publish/`.
"""
