"""Law: whatever names bytes in the store is known to what discards them when a memorial is deleted (trust.md T24)."""

from __future__ import annotations

from django.apps import apps
from django.db import models

from snowdrop.media.discarding import EXPECTED, KEPT_UNDER
from tests.house.laws import obeyed

NAME_LENGTH = 40
"""A name of the store is as long as this (media/store.py), and nothing else in the room is."""


def test_no_bytes_are_forgotten_when_a_memorial_is_deleted() -> None:
    known = {(model._meta.label, column) for model, column in (*KEPT_UNDER, EXPECTED)}
    naming = {
        (model._meta.label, field.name)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField) and field.max_length == NAME_LENGTH
        if model._meta.app_label == "media"
    }
    without_memorial = {label for label, _ in naming if not _has_memorial(apps.get_model(label))}
    assert ("media.Picture", "original") in naming

    broken = [f"{label}.{name}: add it to KEPT_UNDER (media/discarding.py)." for label, name in sorted(naming - known)]
    broken += [f"{label}: without memorial_id nobody knows whose its bytes are." for label in sorted(without_memorial)]
    obeyed("bytes go with the memorial that they belong to.", broken)


def _has_memorial(model: type[models.Model]) -> bool:
    return any(field.column == "memorial_id" for field in model._meta.concrete_fields)
