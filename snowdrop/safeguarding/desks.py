"""Other desks at which moderators read first: each room brings its own, and theirs leads to all of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk, as a link."""

    address: str
    words: str | Promise


_desks: dict[str, str | Promise] = {}


def bring_desk(url_name: str, words: str | Promise) -> None:
    """Adds a desk by the name of its address, which needs no parts and is closed to everybody else."""
    _desks[url_name] = words


def all_desks() -> tuple[Desk, ...]:
    """Every desk, in the order in which rooms have brought them."""
    return tuple(Desk(reverse(name), words) for name, words in _desks.items())
