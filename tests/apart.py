"""Gives the tests a data folder of their own, before any setting is read; a plugin of pytest (see pyproject.toml).

A conftest.py would come too late: the settings, and with them the folder, are read before the first of them.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

for _name in [name for name in os.environ if name.startswith("SNOWDROP_") and name != "SNOWDROP_DATABASE"]:
    del os.environ[_name]
if _databases := os.environ.get("TEST_DATABASES", "").split():
    # One server for each of the processes that share the tests: a reader of the journal waits for every transaction
    # of its server that is still open, whichever database it is in.
    _process = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    os.environ["SNOWDROP_DATABASE"] = _databases[_process % len(_databases)]
_memory = Path("/dev/shm")
_has_room = _memory.is_dir() and shutil.disk_usage(_memory).free > 2**31
# Thousands of keys and photographs, each waited for until it lies on the disk: in memory that takes no time.
_folder = tempfile.mkdtemp(prefix="snowdrop-tests-", dir=_memory if _has_room else None)
os.environ["SNOWDROP_DATA"] = _folder
os.environ["SNOWDROP_DEVELOPING"] = "yes"


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Takes the folder away when the last test is over."""
    shutil.rmtree(_folder, ignore_errors=True)
