"""What every key of the guide's files means, as their schemas tell it.

`schemas` reads the schemas into keys, `reference` writes those down for people, and `local` makes of the same
schemas the one by which an editor completes and explains a fork's `local.yml`.
"""
