"""The media room: the bytes of photographs, videos and voices, from their arrival to their being looked at."""

from __future__ import annotations

from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "snowdrop.media"
    label = "media"

    def ready(self) -> None:
        from snowdrop.media import arriving, expecting, readers  # noqa: F401 - registers them with the timetable and the journal
