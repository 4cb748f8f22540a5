"""An instance in order, to be looked at by the doctor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from snowdrop.settings.environment import Environment
from tests.console.examining import PUBLIC


@pytest.fixture
def here(tmp_path: Path, settings: Any) -> Callable[..., Environment]:
    """Sets up an instance in order, with what is given changed."""

    def set_up(**changes: Any) -> Environment:
        plain: dict[str, Any] = {"data": tmp_path / "data", "keys": tmp_path / "keys", "developing": False}
        settings.SNOWDROP = replace(settings.SNOWDROP, **plain, address=PUBLIC, proxies=1)
        settings.SNOWDROP = replace(settings.SNOWDROP, **changes)
        settings.STATIC_ROOT = settings.SNOWDROP.data / "static"
        for folder in (settings.SNOWDROP.data, settings.SNOWDROP.keys):
            folder.mkdir(mode=0o700, exist_ok=True)
        return settings.SNOWDROP

    return set_up
