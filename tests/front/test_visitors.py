"""Whom the web process is told that asks: whoever is connected, and only the operator's own servers are believed."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.conf import settings

from snowdrop.front.handing_on import visitor_of


class _Headers:
    def __init__(self, *told: str) -> None:
        self._told = list(told)

    def get_all(self, name: str) -> list[str]:
        return self._told if name == "x-forwarded-for" else []


@pytest.mark.parametrize(
    ("proxies", "told", "visitor"),
    [
        (0, ("203.0.113.7",), "127.0.0.1"),
        (1, ("203.0.113.7",), "203.0.113.7"),
        (1, ("198.51.100.1, 203.0.113.7",), "203.0.113.7"),
        (1, ("198.51.100.1", "203.0.113.7"), "203.0.113.7"),
        (2, ("198.51.100.1, 203.0.113.7, 10.0.0.2",), "203.0.113.7"),
        (1, (), "127.0.0.1"),
        (3, ("203.0.113.7",), "203.0.113.7"),
    ],
)
def test_as_many_servers_are_believed_as_the_operator_has(
    monkeypatch: pytest.MonkeyPatch, proxies: int, told: tuple[str, ...], visitor: str
) -> None:
    monkeypatch.setattr(settings, "SNOWDROP", replace(settings.SNOWDROP, proxies=proxies))

    assert visitor_of(SimpleNamespace(client="127.0.0.1:51234", headers=_Headers(*told))) == visitor
