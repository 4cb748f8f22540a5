"""Whom a memorial remembers, and the brothers and sisters who live."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from snowdrop.ground.sealed_fields import SealedField
from snowdrop.memorials.models.memorial import OfMemorial


class Remembered(OfMemorial):
    """A baby, or a pregnancy, or a brother or sister who lives; every answer may be left out.

    `dates` is a list of [what it is, when as the family says it]; nothing is ever derived from them.
    """

    place = models.PositiveIntegerField(default=0)
    names = SealedField(default="")
    story = SealedField(default="")
    dates = SealedField(default=list)
    lives = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["place", "id"]

    def __str__(self) -> str:
        return f"remembered {self.id}"
