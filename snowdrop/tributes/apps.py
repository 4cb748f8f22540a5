"""Tributes: what the family shares, letters and photographs."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TributesConfig(AppConfig):
    """Floor 4."""

    name = "snowdrop.tributes"
    label = "tributes"

    def ready(self) -> None:
        """Brings this room to the menu of a memorial."""
        from snowdrop.memorials.menu import Room, bring_room

        bring_room(Room(url_name="tributes", words=_("What we share"), order=40))
