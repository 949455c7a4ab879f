"""What happens to a finished site/ folder: stamped assets, a security policy, compression, hosts' settings.

Each module is a plain command over a folder, `python -m publish.policy site/`, and knows nothing of the
engine that built it. `python -m publish site/` runs those that every site needs, in their order.
"""
