"""Comfort: what others send, in nine kinds, and how it reaches the family."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ComfortConfig(AppConfig):
    """Floor 4."""

    name = "snowdrop.comfort"
    label = "comfort"

    def ready(self) -> None:
        """Brings its rooms to the menu, readers to the journal, what files are sent for here, timed work."""
        from snowdrop.comfort import jobs, readers, readers_of_thanks, things  # noqa: F401
        from snowdrop.comfort.actions import bring_purposes
        from snowdrop.memorials.menu import Room, bring_room
        from snowdrop.memorials.vocabulary import Scope
        from snowdrop.safeguarding.desks import bring_desk

        bring_purposes()
        bring_desk("moderating", _("Messages that the rules hold back from families"))
        bring_room(Room("waiting_room", _("Waiting room"), order=20))
        bring_room(Room("thanks", _("Thanks"), order=75, arranges=True))
        bring_room(Room("first_reading", _("Who reads first"), order=72, arranges=True))
        bring_room(Room("reading", _("Reading first"), order=30, scope=Scope.READ_FIRST))
