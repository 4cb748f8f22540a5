"""Support groups: closed places where people with a like loss talk, looked after by facilitators."""

from django.apps import AppConfig


class SupportGroupsConfig(AppConfig):
    """Floor 4."""

    name = "snowdrop.support_groups"
    label = "support_groups"

    def ready(self) -> None:
        """Brings its timed work, and its kind of thing to those who keep people safe."""
        from snowdrop.support_groups import jobs, things  # noqa: F401 - they register themselves
