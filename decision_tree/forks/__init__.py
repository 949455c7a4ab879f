"""What a fork adds, changes and takes over: its own file, its new outcomes, its ties to upstream."""
