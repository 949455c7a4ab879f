"""Settings for the hosts that a site may be published at; ../README.md says how to use each."""
