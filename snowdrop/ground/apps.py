"""Ground: what would make sense in a program about bicycles too."""

from django.apps import AppConfig


class GroundConfig(AppConfig):
    """Floor 0."""

    name = "snowdrop.ground"
    label = "ground"
    default_auto_field = "django.db.models.BigAutoField"
