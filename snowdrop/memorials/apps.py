"""Memorials: the place that a family keeps, and who keeps it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MemorialsConfig(AppConfig):
    """Floor 3."""

    name = "snowdrop.memorials"
    label = "memorials"

    def ready(self) -> None:
        """Brings this room's rows to the table of audiences, and its rooms to the menu."""
        from snowdrop.memorials import audiences  # noqa: F401
        from snowdrop.memorials.menu import Room, bring_room

        bring_room(Room("memorial", _("The page"), order=10, for_helpers=True))
        bring_room(Room("describe_memorial", _("Our words"), order=50, arranges=True))
        bring_room(Room("publication", _("Who sees it"), order=60, arranges=True))
        bring_room(Room("welcome", _("Comfort that is welcome"), order=70, arranges=True))
        bring_room(Room("helpers", _("Helpers"), order=80, arranges=True))
