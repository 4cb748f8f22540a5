"""Stories: what families tell strangers on purpose, apart from any memorial, under any name or none."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """Floor 4."""

    name = "snowdrop.stories"
    label = "stories"
