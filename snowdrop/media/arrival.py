"""The rows of a file that is on its way: what it is for, how much of it is here, and the parts that have arrived."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models

from snowdrop.ground import sealing
from snowdrop.ground.ids import new_id
from snowdrop.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Label:
    """What was said of a file before it came: its name, its type, and what else the act that takes it in is given."""

    name: str
    mime: str
    given: dict[str, Any]

    def sealed(self, key: bytes, *, bound_to: bytes) -> bytes:
        return sealing.seal(key, json.dumps(asdict(self), default=str).encode(), bound_to=bound_to)

    @classmethod
    def unsealed(cls, key: bytes, sealed: bytes, *, bound_to: bytes) -> Label:
        """Raises sealing.Unreadable."""
        return cls(**json.loads(sealing.unseal(key, sealed, bound_to=bound_to)))


class Arrivals(models.QuerySet["Arrival"]):
    """The only ways to files that are on their way."""

    def of(self, viewer: Viewer, now: datetime) -> Self:
        """Those that the viewer sends, and whose time is not over."""
        return self.filter(person_id=viewer.person_id, expires_at__gt=now) if viewer.is_signed_in else self.none()


class Arrival(models.Model):
    """A file that comes in parts. Its label is sealed; `offset` says how many of its `size` bytes are safely here.

    `became` is the id of what was made of it once it was whole; `refusal` the code of why nothing was.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    memorial_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField(db_index=True)
    purpose = models.CharField(max_length=16)
    sealed = models.BinaryField()
    size = models.PositiveBigIntegerField()
    offset = models.PositiveBigIntegerField(default=0)
    began_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    became = models.UUIDField(null=True)
    refusal = models.CharField(max_length=32, blank=True)

    objects = Arrivals.as_manager()

    def __str__(self) -> str:
        return f"arrival {self.id}"

    @property
    def is_whole(self) -> bool:
        """Whether every byte of it is here."""
        return self.offset == self.size

    @property
    def place_of_label(self) -> bytes:
        """What the sealed label is bound to."""
        return b"arrival.label\x00" + self.id.bytes

    def place_of_part(self, start: int) -> bytes:
        """What the sealed bytes of the part that begins at `start` are bound to."""
        return b"arrival.part\x00" + self.id.bytes + start.to_bytes(8, "big")


class ArrivedPart(models.Model):
    """A part of a file that is safely here: where it begins, and under which name its bytes lie in the store."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    arrival = models.ForeignKey(Arrival, on_delete=models.CASCADE, related_name="parts")
    memorial_id = models.UUIDField(db_index=True)
    start = models.PositiveBigIntegerField()
    blob = models.CharField(max_length=40)

    class Meta:
        ordering: ClassVar = ["start"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["arrival", "start"], name="one_part_from_a_place")]

    def __str__(self) -> str:
        return f"part of {self.arrival_id} from {self.start}"
