"""What goes with helping: what an invitation offers, how far a helper speaks, what they have not read of their part."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from snowdrop.memorials.models.letting_in import Invitation
from snowdrop.memorials.models.memorial import Grant, Helper, OfMemorial
from snowdrop.memorials.models.timing import ShownField
from snowdrop.memorials.vocabulary import Scope


class Offer(OfMemorial):
    """That an invitation to help offers this scope; whoever is let in by it is granted it by the one who invited."""

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="offers")
    scope = models.CharField(max_length=12, choices=Scope.choices)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["invitation", "scope"], name="a_scope_offered_once")]

    def __str__(self) -> str:
        return f"{self.scope} offered by {self.invitation_id}"


class Voice(OfMemorial):
    """How far a helper speaks for the family: to whom at most, and whether each word waits for a keeper's yes.

    It belongs to the grant and goes with it. Where there is no row, they speak as narrowly as can be
    (rules_of_speaking.NARROWEST), and everything waits.
    """

    grant = models.OneToOneField(Grant, on_delete=models.CASCADE, related_name="voice")
    up_to = ShownField()
    waits = models.BooleanField(default=True)
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"voice of {self.grant_id}"


class ChangeOfPart(OfMemorial):
    """That a scope was granted to a helper or taken back, and they have not said yet that they have read it."""

    helper = models.ForeignKey(Helper, on_delete=models.CASCADE, related_name="changes")
    scope = models.CharField(max_length=12, choices=Scope.choices)
    is_granted = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["helper", "scope"], name="a_change_of_part_once")]

    def __str__(self) -> str:
        return f"change of {self.scope} of {self.helper_id}"


class Rest(OfMemorial):
    """That a helper rests: until they come back, or until a day. Coming back removes the row; a day that has come, too.

    They keep what was granted to them; nothing is put on their desk meanwhile.
    """

    helper = models.OneToOneField(Helper, on_delete=models.CASCADE, related_name="rest")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"rest of {self.helper_id}"


class Resignation(OfMemorial):
    """That a helper has stopped by themselves, so that they can take it back for a while; then it is forgotten."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    scopes = models.JSONField(default=list)
    asked_by = models.UUIDField()
    since = models.DateTimeField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["memorial", "person"], name="a_resignation_once")]

    def __str__(self) -> str:
        return f"resignation of {self.person_id} from {self.memorial_id}"
