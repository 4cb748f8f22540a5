"""Gives the tests a data folder of their own, before any setting is read; a plugin of pytest (see pyproject.toml).

A conftest.py would come too late: the settings, and with them the folder, are read before the first of them.
"""

from __future__ import annotations

import os
import shutil
import tempfile

import pytest

for _name in [name for name in os.environ if name.startswith("SNOWDROP_") and name != "SNOWDROP_DATABASE"]:
    del os.environ[_name]
os.environ["SNOWDROP_DATA"] = _folder = tempfile.mkdtemp(prefix="snowdrop-tests-")
os.environ["SNOWDROP_DEVELOPING"] = "yes"


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Takes the folder away when the last test is over."""
    shutil.rmtree(_folder, ignore_errors=True)
