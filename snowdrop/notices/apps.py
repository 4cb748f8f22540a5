"""Notices: what people are told by mail, only as they have asked, and the one list of those who want nothing."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Floor 5."""

    name = "snowdrop.notices"
    label = "notices"

    def ready(self) -> None:
        """Brings the list that every mail asks before it leaves, the reader, the timed work."""
        from snowdrop.ground.unwanted import bring_list
        from snowdrop.notices import jobs, readers  # noqa: F401
        from snowdrop.notices.the_list import TheList

        bring_list(TheList())
