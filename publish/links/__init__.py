"""Whether the pages of others that the guide names are still there: `python -m publish.links`."""
