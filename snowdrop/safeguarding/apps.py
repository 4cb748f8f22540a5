"""Safeguarding: what keeps people safe, and those whom the operator of a server trusts with it."""

from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    """Floor 2."""

    name = "snowdrop.safeguarding"
    label = "safeguarding"
