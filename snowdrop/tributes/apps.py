"""Tributes: what the family shares, letters and photographs."""

from django.apps import AppConfig


class TributesConfig(AppConfig):
    """Floor 4."""

    name = "snowdrop.tributes"
    label = "tributes"
