"""The `snowdrop` command."""

from django.apps import AppConfig


class ConsoleConfig(AppConfig):
    """Floor 6."""

    name = "snowdrop.console"
    label = "console"
