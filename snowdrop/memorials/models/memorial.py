"""A memorial, who keeps and helps it, who is kept out, to whom it is open, and the abstract contribution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from snowdrop.audiences.table import Paths, Shown, seen_by, would_be_seen_by
from snowdrop.ground.drawing import Flower
from snowdrop.ground.ids import new_address, new_id
from snowdrop.ground.sealed_fields import SealedField
from snowdrop.ground.there import There, Those
from snowdrop.memorials.vocabulary import Audience, BlockBy, FirstReading, Kind, OnThePage, Scope
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.things import is_held


def every_kind() -> list[str]:
    """All nine kinds: what a new memorial welcomes until the family says otherwise."""
    return [kind.value for kind in Kind]


@dataclass(frozen=True, slots=True)
class Opening:
    """A memorial as it would be if it were shown to these: to look at before anything is done, or never done."""

    memorial_id: UUID
    shown: Shown


@dataclass(frozen=True, slots=True)
class OpenPage:
    """The page of a memorial that this viewer was found to be let in to, or would be: what stands on it asks no more.

    Nobody makes one but the doors (`doors.open_page`, `doors.page_open_to`), which ask `visible_to`.
    """

    viewer: Viewer
    memorial: Memorial
    if_opened: Opening | None = None


class Memorials(models.QuerySet["Memorial"]):
    """The only ways to memorials."""

    def kept_by(self, viewer: Viewer) -> Self:
        """Those of which the viewer is a keeper."""
        return self.filter(is_kept_by(viewer))

    def helped_by(self, viewer: Viewer, scope: Scope | None = None) -> Self:
        """Those that the viewer helps, unless they are blocked there; with `scope`, where that was granted to them.

        Where the family reads first itself, no helper does, whatever was granted.
        """
        return self.filter(is_helped_by(viewer, scope))

    def kept_or_helped_by(self, viewer: Viewer, scope: Scope | None = None) -> Self:
        """Those that the viewer keeps or helps; keepers need no scope."""
        return self.filter(is_kept_by(viewer) | is_helped_by(viewer, scope))

    def read_first_by(self, viewer: Viewer) -> Self:
        """Those at whose desk the viewer may read: as a keeper, or as a helper to whom it was granted."""
        return self.kept_or_helped_by(viewer, Scope.READ_FIRST)

    def hold(self, memorial_id: UUID, *, while_people_send: bool = False) -> None:
        """Holds one until the act is over; of two acts that hold it, one waits. Raises Memorial.DoesNotExist.

        With `while_people_send` only other acts that hold it wait, or are waited for; not what is sent meanwhile, by
        the thousand, nor its sender who takes it back.
        """
        self.select_for_update(no_key=while_people_send).only("pk").get(pk=memorial_id)

    def visible_to(self, viewer: Viewer, *, if_opened: Opening | None = None) -> Self:
        """Those whose page the viewer may open: its keepers, and those whom its publication lets in.

        Whoever is blocked is let in by nothing, and nobody but the keepers once somebody has asked for its deletion.
        What a decision of those who run this server holds back is seen by its keepers alone.
        With `if_opened`, the publication of that one memorial is taken to be this; nothing is opened by it.
        """
        return self.filter(is_open_to(viewer, if_opened=if_opened))


class Memorial(models.Model):
    """The place that a family keeps. Without a publication it is a private draft."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.CharField(max_length=60, unique=True, default=new_address)
    flower = models.CharField(max_length=20, default=Flower.SNOWDROP.value)
    seed = models.CharField(max_length=20, default=new_address)
    language = models.CharField(max_length=12, default="en")
    title = SealedField(default="")
    words = SealedField(default="")
    wishes = SealedField(default="")
    opened_at = models.DateTimeField()
    kinds = models.JSONField(default=every_kind)
    first_reading = models.CharField(max_length=12, choices=FirstReading.choices, default=FirstReading.SOMEBODY)
    on_the_page = models.CharField(max_length=12, choices=OnThePage.choices, default=OnThePage.MEADOW)
    faith_welcome = models.BooleanField(null=True)

    objects = Memorials.as_manager()

    def __str__(self) -> str:
        return f"memorial {self.id}"

    @property
    def sealed_for(self) -> UUID:
        """The id whose data key seals its private words."""
        return self.id


class OfMemorial(models.Model):
    """What every table that belongs to a memorial has: its id, so that a database can be divided by it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    memorial = models.ForeignKey(Memorial, on_delete=models.CASCADE, related_name="%(class)ss")

    class Meta:
        abstract = True

    @property
    def sealed_for(self) -> UUID:
        """The id whose data key seals its private words."""
        return self.memorial_id  # type: ignore[attr-defined, no-any-return]


class Keeper(OfMemorial):
    """A parent or next of kin who keeps the memorial. All keepers have equal standing."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    since = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["memorial", "person"], name="a_keeper_once")]

    def __str__(self) -> str:
        return f"keeper {self.person_id} of {self.memorial_id}"


class Helper(OfMemorial):
    """Somebody whom the keepers trust to help; what they may do is in their grants, and nothing else."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    asked_by = models.UUIDField()
    since = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["memorial", "person"], name="a_helper_once")]

    def __str__(self) -> str:
        return f"helper {self.person_id} of {self.memorial_id}"


class Grant(OfMemorial):
    """That a keeper has granted one scope to a helper. Taking it back removes the row."""

    helper = models.ForeignKey(Helper, on_delete=models.CASCADE, related_name="grants")
    scope = models.CharField(max_length=12, choices=Scope.choices)
    by = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["helper", "scope"], name="a_scope_granted_once")]

    def __str__(self) -> str:
        return f"{self.scope} granted to {self.helper_id}"


class Blocks(models.QuerySet["Block"]):
    """The families' lists of those whom they keep out."""

    def that_name(self, *, addresses: Any, names: Any) -> Self:
        """Those that keep out whoever has one of these marks (values or a query); an account is an address."""
        by_address = Q(by_what__in=(BlockBy.ADDRESS, BlockBy.ACCOUNT), mark__in=addresses)
        return self.filter(by_address | Q(by_what=BlockBy.NAME, mark__in=names))


class Block(OfMemorial):
    """That the family keeps somebody out: an address for mail with its variants, a name, or an account.

    `mark` is the keyed mark of what was written (people/marks.py), so that the database finds it without reading it.
    """

    by_what = models.CharField(max_length=10, choices=BlockBy.choices)
    mark = models.BinaryField(max_length=16)
    written = SealedField(default="")
    made_by = models.UUIDField()
    made_at = models.DateTimeField()

    objects = Blocks.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["memorial", "by_what", "mark"], name="a_block_once")]

    def __str__(self) -> str:
        return f"block {self.id}"


class Deletion(models.Model):
    """That a keeper has asked for the memorial to be deleted: from then on nobody else sees it. Undoing removes it.

    `final_at` is the day that was told; with `final_since` there is no way back, and what is left is being removed.
    """

    memorial = models.OneToOneField(Memorial, on_delete=models.CASCADE, primary_key=True, related_name="deletion")
    by = models.UUIDField()
    at = models.DateTimeField()
    final_at = models.DateTimeField()
    final_since = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"deletion of {self.memorial_id}"


class Publication(models.Model):
    """That a memorial is open to others: to whom, by whom, since when. Taking it back removes the row."""

    memorial = models.OneToOneField(Memorial, on_delete=models.CASCADE, primary_key=True, related_name="publication")
    audience = models.CharField(max_length=20)
    by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"publication of {self.memorial_id} to {self.audience}"


class Contribution(OfMemorial):
    """What somebody gives to a memorial, with an audience of its own; it is never wider than the memorial's."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    audience = models.CharField(max_length=20, default=Audience.ME.value)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        abstract = True


class Contributions(models.QuerySet[Any]):
    """The only ways to contributions; a room's own sets build on it."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Those of memorials that the viewer may open, whose own audience includes the viewer too."""
        pages = Memorial.objects.visible_to(viewer)
        # Asked for each row: a list of all memorials that everybody may see would grow with the server.
        return self.filter(_includes(viewer), Exists(pages.filter(pk=OuterRef("memorial_id"))))

    def on_page(self, page: OpenPage) -> Self:
        """The same of one memorial, whose page is open to the viewer."""
        return self.filter(_includes(page.viewer), memorial=page.memorial)


def _includes(viewer: Viewer) -> Q:
    return seen_by(viewer, Paths(memorial="memorial_id", audience="audience", author="author_id"))


_MARK_OF: Final = {
    BlockBy.ADDRESS: "address_mark",
    BlockBy.ACCOUNT: "address_mark",
    BlockBy.NAME: "name_mark",
}
"""What of a person each kind of block is compared with."""


def is_kept_by(viewer: Viewer, *, memorial: str = "pk") -> Q:
    """Of a memorial, or of what belongs to one and names it in this column: whether the viewer is a keeper of it."""
    return _role(Keeper, viewer, memorial)


def is_helped_by(viewer: Viewer, scope: Scope | None = None) -> Q:
    """Of a memorial: whether the viewer helps with it, or with this, and is not blocked there."""
    return _helps(viewer, scope) & ~_is_kept_out(viewer)


def is_granted_to(viewer: Viewer, scope: Scope) -> Q:
    """Of a memorial that the viewer helps (`is_helped_by`): whether this was granted to them."""
    return _helps(viewer, scope)


def is_open_to(viewer: Viewer, *, if_opened: Opening | None = None) -> Q:
    """Of a memorial: whether the viewer may open its page, or could if it were opened so (`Memorials.visible_to`)."""
    paths = Paths(memorial="pk", audience="publication__audience")
    if if_opened:
        published = Q(pk=if_opened.memorial_id) & would_be_seen_by(viewer, paths, if_opened.shown)
    else:
        published = seen_by(viewer, paths)
    return is_kept_by(viewer) | (published & ~_is_kept_out(viewer) & ~is_held())


def _role(role: type[Keeper] | type[Helper], viewer: Viewer, memorial: str = "pk") -> Q:
    if viewer.person_id is None:
        return Q(pk__in=[])
    return Q(There(role, memorial=F(memorial), person=viewer.person_id))


def _helps(viewer: Viewer, scope: Scope | None) -> Q:
    if scope is None or viewer.person_id is None:
        return _role(Helper, viewer)
    theirs = Those(Helper, "id", person=viewer.person_id)
    granted = Q(There(Grant, memorial=F("pk"), scope=scope, helper=theirs))
    return granted & ~Q(first_reading=FirstReading.OURSELVES) if scope == Scope.READ_FIRST else granted


def _is_kept_out(viewer: Viewer) -> Q:
    """Whether a memorial is to be deleted, or somebody who has signed in is on its list of blocks.

    Accounts are found by their address, with its variants, and by the name that they gave themselves.
    """
    kept_out = Q(There(Deletion, memorial=F("pk")))
    if viewer.person_id is None:
        return kept_out
    for by_what, mark in _MARK_OF.items():
        theirs = Those(Person, mark, id=viewer.person_id)
        kept_out |= Q(There(Block, memorial=F("pk"), by_what=by_what, mark=theirs))
    return kept_out
