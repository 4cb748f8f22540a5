"""Tributes: what the family shares, letters, photographs, videos and voice notes."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TributesConfig(AppConfig):
    """Floor 4."""

    name = "snowdrop.tributes"
    label = "tributes"

    def ready(self) -> None:
        """Brings this room to the menu of a memorial, what files are sent for here, its work to the timetable."""
        from snowdrop.memorials.menu import Room, bring_room, somebody_speaks
        from snowdrop.memorials.vocabulary import Scope
        from snowdrop.tributes import jobs, things  # noqa: F401 - they register themselves
        from snowdrop.tributes.actions_of_arrivals import bring_purposes

        bring_purposes()
        bring_room(Room(url_name="tributes", words=_("What we share"), order=40))
        bring_room(Room("speaking", _("Speaking for them"), order=35, scope=Scope.SPEAK, only_helpers=True))
        bring_room(Room("said_for_us", _("Said for us"), order=45, if_any=somebody_speaks))
