"""Memorials: the place that a family keeps, and who keeps it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MemorialsConfig(AppConfig):
    """Floor 3."""

    name = "snowdrop.memorials"
    label = "memorials"

    def ready(self) -> None:
        """Brings this room's rows to the table of audiences, its rooms to the menu, its timed work and its readers."""
        from snowdrop.memorials import (  # noqa: F401
            audiences,
            jobs,
            jobs_of_helpers,
            jobs_of_plans,
            jobs_of_quiet,
            jobs_of_requests,
            readers,
            readers_of_knocks,
            things,
        )
        from snowdrop.memorials.menu import Room, a_request_waits, bring_room
        from snowdrop.memorials.vocabulary import Scope

        bring_room(Room("memorial", _("The page"), order=10, for_helpers=True))
        asking = Room("requests_to_see", _("Asking to see"), order=40, scope=Scope.PEOPLE, if_any=a_request_waits)
        bring_room(asking)
        bring_room(Room("describe_memorial", _("Our words"), order=50, arranges=True))
        bring_room(Room("publication", _("Who sees it"), order=60, arranges=True))
        bring_room(Room("welcome", _("Comfort that is welcome"), order=70, arranges=True))
        bring_room(Room("our_days", _("Days that matter"), order=72, arranges=True, scope=Scope.DATES))
        bring_room(Room("quiet", _("Quiet"), order=75, arranges=True))
        bring_room(Room("people", _("People"), order=80, arranges=True, scope=Scope.PEOPLE))
        bring_room(Room("helping", _("Your part"), order=90, only_helpers=True))
