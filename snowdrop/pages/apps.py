"""Pages that join rooms: the first page, a memorial, help."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Floor 6."""

    name = "snowdrop.pages"
    label = "pages"
