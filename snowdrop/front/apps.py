"""The front door: published documents, comfort by group commit, everything else handed on."""

from django.apps import AppConfig


class FrontConfig(AppConfig):
    """Floor 7."""

    name = "snowdrop.front"
    label = "front"

    def ready(self) -> None:
        from snowdrop.front import readers  # noqa: F401 - registers them with the journal
