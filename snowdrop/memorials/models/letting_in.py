"""How people come to a memorial: circles and who is in them, invitations, private links, requests to see."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from snowdrop.ground.ids import new_id
from snowdrop.ground.sealed_fields import SealedField
from snowdrop.memorials.models.memorial import OfMemorial
from snowdrop.memorials.vocabulary import Purpose


class Circle(OfMemorial):
    """A named set of people who may see things: family, friends, work. Who is in it is seen by keepers alone.

    `helpers_let_in`: the keepers allow their helpers to let people into it who have asked to see (trust.md 5.1).
    `is_family`: the keepers call those in it their family, so that they can open what comes from them alone.
    """

    name = SealedField(default="")
    helpers_let_in = models.BooleanField(default=False)
    is_family = models.BooleanField(default=False)
    made_by = models.UUIDField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"circle {self.id}"


class Member(OfMemorial):
    """That a person is in a circle; `name` is how the keepers know them."""

    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    name = SealedField(default="")
    let_in_by = models.UUIDField()
    since = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["circle", "person"], name="a_member_once")]

    def __str__(self) -> str:
        return f"member {self.person_id} of {self.circle_id}"


class ShownTo(OfMemorial):
    """That something whose audience is “circles” is shown to this circle; the thing may be the memorial itself."""

    thing_id = models.UUIDField()
    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="shown")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["thing_id", "circle"], name="shown_to_a_circle_once")]

    def __str__(self) -> str:
        return f"{self.thing_id} shown to {self.circle_id}"


class Invitation(OfMemorial):
    """An invitation for one person, once, until a day: to help, into a circle, or to keep the memorial together.

    A secret address opens it. Bound to an address for mail (`address_mark`), only the person who signs in with that
    address may accept it, and is let in by that; otherwise whoever has accepted waits until a keeper lets them in.
    It stays afterwards, so that its address leads the person who was let in back to the page, and nobody else anywhere.
    """

    purpose = models.CharField(max_length=10, choices=Purpose.choices, default=Purpose.HELPER)
    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, null=True, related_name="invitations")
    digest = models.BinaryField(unique=True)
    name = SealedField(default="")
    address = SealedField(default=None, null=True)
    address_mark = models.BinaryField(max_length=16, default=b"")
    made_by = models.UUIDField()
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    let_in_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"invitation {self.id}"

    @property
    def is_bound(self) -> bool:
        """Whether it is for one address for mail, whose owner a keeper has named by that."""
        return bool(self.address_mark)


class PrivateLink(OfMemorial):
    """A private link: whoever holds it may open the page while the memorial is published to people with a link."""

    digest = models.BinaryField(unique=True)
    secret = SealedField()
    name = SealedField(default="")
    made_by = models.UUIDField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"private link {self.id}"


class RequestToSee(OfMemorial):
    """That somebody has asked to see: who they say they are, and the words that they wrote to the family.

    There is one for each address; whoever asks again replaces their words. Nobody has shown that the address is theirs.
    """

    name = SealedField(default="")
    address = SealedField(default="")
    words = SealedField(default="")
    address_mark = models.BinaryField(max_length=16)
    asked_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["memorial", "address_mark"], name="a_request_once")]

    def __str__(self) -> str:
        return f"request to see {self.id}"


class Brought(OfMemorial):
    """That a helper has read a request to see and brought it to the family."""

    request = models.OneToOneField(RequestToSee, on_delete=models.CASCADE, related_name="brought")
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"brought {self.request_id}"


class NotNow(OfMemorial):
    """That a request to see was answered with “not now”, of which the asker never learns. Undo removes the row."""

    request = models.OneToOneField(RequestToSee, on_delete=models.CASCADE, related_name="not_now")
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"not now {self.request_id}"


class Knock(models.Model):
    """A request to see as it was left at a door, before anybody has looked whether there is a memorial behind it.

    Leaving it is the same act, and takes the same time, whether there is one or not (trust.md A6). A reader of the
    journal carries it in, or lets it go. It is sealed with a key of all knocks, since it may belong to nothing.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.CharField(max_length=60)
    sealed = models.BinaryField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"knock {self.id}"
