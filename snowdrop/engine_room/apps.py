"""The engine room: how this server runs, for whoever runs it."""

from django.apps import AppConfig


class EngineRoomConfig(AppConfig):
    """Floor 5."""

    name = "snowdrop.engine_room"
    label = "engine_room"
