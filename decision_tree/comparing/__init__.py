"""What an edit does: two editions of the guide are read, compared, and their difference is told.

`edition` reads a tree file, a project's folder or a git revision; `ways` finds the routes that differ,
`passages` the texts; `difference` holds all of it; `telling` puts it in words, and the `as_...` modules lay
them out.
"""
