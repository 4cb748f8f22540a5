"""What the family has chosen about reading first: each choice is a row, so that it can be asked what held when."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.db import models

from snowdrop.memorials.models.memorial import OfMemorial
from snowdrop.memorials.vocabulary import LETS_PASS, FirstReading


class ReadingRules(models.QuerySet["ReadingRule"]):
    """The choices of families."""

    def standing(self, memorial_id: UUID) -> ReadingRule | None:
        """The choice that holds; None while a family has not chosen, and somebody reads everything first."""
        return self.filter(memorial_id=memorial_id).order_by("-at", "-id").first()

    def of_straight(self, memorials: list[UUID]) -> dict[UUID, ReadingRule]:
        """Of these memorials those by whose choice everything goes straight, with that choice."""
        last = self.filter(memorial__in=memorials).order_by("memorial_id", "at", "id")
        standing = {one.memorial_id: one for one in last}  # type: ignore[attr-defined]
        return {key: one for key, one in standing.items() if one.first_reading == FirstReading.NOBODY}


class ReadingRule(OfMemorial):
    """That a keeper has chosen who reads first. The last row holds; the others stay, for what was done by them.

    `circles` are the ids of those whose people are trusted, as they were chosen; empty for every other choice.
    `held_too`: it was chosen for what had come before, too, as far as nobody has had that in hand.
    """

    first_reading = models.CharField(max_length=12, choices=FirstReading.choices)
    circles = models.JSONField(default=list)
    held_too = models.BooleanField(default=False)
    by = models.UUIDField()
    at = models.DateTimeField()

    objects = ReadingRules.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["memorial", "at"], name="reading_rules_in_order")]

    def __str__(self) -> str:
        return f"{self.first_reading} in {self.memorial_id}"

    def lets_pass_since(self, moment: datetime) -> bool:
        """Whether what came at this moment may pass by it: a choice holds for what comes from then on."""
        return self.first_reading in LETS_PASS and (self.held_too or self.at <= moment)
