"""Every address that has a name, as the resolver knows it, libraries included."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True, slots=True)
class Address:
    """A named address: its pattern, the module of its view, whether it is an open door, the names of its parts."""

    name: str
    pattern: str
    module: str
    is_open: bool
    parts: tuple[str, ...]


@cache
def all_addresses() -> dict[str, Address]:
    """Every named address, by name. One without a name is called by its pattern, so that it cannot hide."""
    found: dict[str, Address] = {}
    _gather(get_resolver(), "", "", found)
    return found


def room_of_address(name: str) -> str:
    """The room that answers an address; the room of people answers for the library that signs people in."""
    module = all_addresses()[name].module.split(".")
    return module[1] if module[0] == "snowdrop" else "people"


def _gather(resolver: URLResolver, prefix: str, namespace: str, found: dict[str, Address]) -> None:
    for one in resolver.url_patterns:
        pattern = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            inner = f"{namespace}{one.namespace}:" if one.namespace else namespace
            _gather(one, pattern, inner, found)
        elif isinstance(one, URLPattern):
            name = namespace + (one.name or pattern)
            view: Any = one.callback
            found[name] = Address(
                name,
                pattern,
                getattr(view, "view_class", view).__module__,
                not getattr(view, "login_required", True),
                tuple(one.pattern.regex.groupindex),
            )
