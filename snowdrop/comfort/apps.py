"""Comfort: what others send, in nine kinds, and how it reaches the family."""

from django.apps import AppConfig


class ComfortConfig(AppConfig):
    """Floor 4."""

    name = "snowdrop.comfort"
    label = "comfort"
