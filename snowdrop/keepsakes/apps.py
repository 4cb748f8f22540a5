"""Keepsakes: everything of a memorial that one of its keepers may see, to take along and to open without us."""

from django.apps import AppConfig


class KeepsakesConfig(AppConfig):
    """Floor 5."""

    name = "snowdrop.keepsakes"
    label = "keepsakes"
