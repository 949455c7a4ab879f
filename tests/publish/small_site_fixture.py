"""A small site of its own for a test; a module asks for it with `pytest_plugins = ["small_site_fixture"]`."""

from pathlib import Path

import pytest
from small_site import make_small_site


@pytest.fixture
def small(tmp_path) -> Path:
    """The folder of the site."""
    return make_small_site(tmp_path / "site")
