"""What stands in a text: citations, links, markup, and numbers with their units."""
