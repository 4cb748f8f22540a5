"""Memorials: the place that a family keeps, and who keeps it."""

from django.apps import AppConfig


class MemorialsConfig(AppConfig):
    """Floor 3."""

    name = "snowdrop.memorials"
    label = "memorials"

    def ready(self) -> None:
        """Brings this room's rows to the table of audiences."""
        from snowdrop.memorials import audiences  # noqa: F401
