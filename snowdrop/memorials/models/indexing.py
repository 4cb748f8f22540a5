"""That search engines may find a page."""

from __future__ import annotations

from django.db import models

from snowdrop.memorials.models.memorial import Memorial


class Indexing(models.Model):
    """That the family lets search engines find the page of a memorial, while everybody may open it: by whom, when.

    It is a choice of its own (research: domain.md, C4): without the row they are asked to leave the page out.
    """

    memorial = models.OneToOneField(Memorial, on_delete=models.CASCADE, primary_key=True, related_name="indexing")
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"indexing of {self.memorial_id}"
