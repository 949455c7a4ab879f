"""Rules on what a fork lays over the guide in its `local.yml`."""
