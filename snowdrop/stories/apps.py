"""Stories: what families tell strangers on purpose, apart from any memorial, under any name or none."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StoriesConfig(AppConfig):
    """Floor 4."""

    name = "snowdrop.stories"
    label = "stories"

    def ready(self) -> None:
        """Brings its kind of thing to those who keep people safe, and what waits for them to their desk."""
        from snowdrop.safeguarding.desks import bring_desk
        from snowdrop.stories import things  # noqa: F401 - it registers itself

        bring_desk("read_stories", _("Stories that the rules hold back"))
