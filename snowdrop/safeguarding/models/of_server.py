"""What safeguarding keeps of words: sealed under a key of the server's own, for it belongs to no memorial."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from django.db import models

from snowdrop.ground import keys
from snowdrop.ground.ids import new_id

_OWNER: Final = UUID("5afe9a2d-0000-8000-8000-000000000001")


class OfServer(models.Model):
    """A row of this server: its words are sealed with the one key of safeguarding, which is made when first needed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)

    class Meta:
        abstract = True

    @property
    def sealed_for(self) -> UUID:
        """The id whose data key seals its words."""
        keys.common_key(_OWNER)
        return _OWNER
