"""People: who signs in, and who is asking."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Floor 1."""

    name = "snowdrop.people"
    label = "people"

    def ready(self) -> None:
        """Registers this room's timed work, its readers of the journal, and who wants discreet mails."""
        from snowdrop.people import jobs, queries, readers  # noqa: F401
