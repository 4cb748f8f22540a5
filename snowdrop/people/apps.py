"""People: who signs in, and who is asking."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Floor 1."""

    name = "snowdrop.people"
    label = "people"

    def ready(self) -> None:
        """Registers this room's timed work."""
        from snowdrop.people import jobs  # noqa: F401
