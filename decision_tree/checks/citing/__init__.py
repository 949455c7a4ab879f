"""Facts, and the claims that rest on them."""
