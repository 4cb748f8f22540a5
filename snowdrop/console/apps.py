"""The `snowdrop` command."""

from django.apps import AppConfig


class ConsoleConfig(AppConfig):
    """Floor 8."""

    name = "snowdrop.console"
    label = "console"
