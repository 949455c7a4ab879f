"""What a fork owns in `mkdocs.yml`: name, address, brand, and the palette made from two colors."""

from decision_tree.settings.brand import Brand, BrandColors, Helpline, Settings
from decision_tree.settings.read import SettingsFile, read_settings

__all__ = ["Brand", "BrandColors", "Helpline", "Settings", "SettingsFile", "read_settings"]
