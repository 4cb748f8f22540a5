"""Addresses of the rooms of comfort in one memorial, as its pages lead to them."""

from __future__ import annotations

from django.urls import reverse

from snowdrop.memorials.models import Memorial


def at(name: str, memorial: Memorial) -> str:
    """A room of this memorial, by the name of its address."""
    return reverse(name, args=[memorial.slug])


def page_at(name: str, memorial: Memorial, begin: str, *, also: str = "") -> str:
    """The page of a long list that begins with this handle; "" where there is none."""
    return f"{at(name, memorial)}?from={begin}{also}" if begin else ""
