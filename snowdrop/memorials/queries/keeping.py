"""What those who keep a memorial together see of each other, of a deletion, and of who keeps it after them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from snowdrop.ground.words import day_in_words
from snowdrop.memorials.models import (
    Deletion,
    Freeze,
    HandOver,
    Invitation,
    Keeper,
    Memorial,
    Succession,
    Successor,
)
from snowdrop.memorials.queries.inviting import known_as, name_of, name_of_keeper, who_waits
from snowdrop.memorials.queries.memorial import FamilyRoom, called, family_room
from snowdrop.memorials.rules import is_quiet_for
from snowdrop.memorials.rules_of_keeping import becomes_final_at, keepers_of
from snowdrop.memorials.standing import notice_waits
from snowdrop.memorials.vocabulary import SUCCESSION_DAYS, Purpose
from snowdrop.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class KeeperOnList:
    """Somebody who keeps the memorial; `name` is "" for the viewer."""

    name: str
    since: str


@dataclass(frozen=True, slots=True)
class AskedToKeep:
    """Somebody whom a keeper wants to keep it too: who waits for whom, and what the viewer has said."""

    id: UUID
    name: str
    address: str
    by: str
    is_mine: bool
    missing: str
    objecting: str
    answer: str
    """What the viewer has said: "yes", "no" or nothing yet."""
    is_handed_over: bool


@dataclass(frozen=True, slots=True)
class Asking:
    """A successor who has asked. `stopped_by` is "" while it runs."""

    id: UUID
    name: str
    named_by: str
    words: str
    day: str
    stopped_by: str
    is_stopped_by_viewer: bool


@dataclass(frozen=True, slots=True)
class FrozenBy:
    """That a keeper has frozen it, or, in a dispute, those who run the server; `name` is "" for the viewer."""

    name: str
    since: str
    in_dispute: bool


@dataclass(frozen=True, slots=True)
class KeepersRoom:
    """The room of those who keep a memorial."""

    room: FamilyRoom
    keepers: tuple[KeeperOnList, ...]
    asked: tuple[AskedToKeep, ...]
    asking: tuple[Asking, ...]
    frozen_by: tuple[FrozenBy, ...]
    is_frozen_by_viewer: bool
    is_alone: bool
    successor: str
    deletion: str
    keepsake_address: str


def keepers_room(viewer: Viewer, memorial: Memorial) -> KeepersRoom:
    """Who keeps it, who is asked to, what is frozen."""
    names = _names(viewer, memorial)
    freezes = memorial.freezes.order_by("at", "id")
    successor = successor_of(viewer, memorial)
    deletion = Deletion.objects.filter(memorial=memorial).first()
    keepers = memorial.keepers.select_related("person").order_by("since", "id")
    return KeepersRoom(
        room=family_room(viewer, memorial, here="people"),
        keepers=tuple(KeeperOnList(names[one.person_id], day_in_words(one.since)) for one in keepers),
        asked=asked_to_keep(viewer, memorial),
        asking=tuple(_asking(viewer, one) for one in _successions(memorial)),
        frozen_by=tuple(_frozen_by(names, one) for one in freezes),
        is_frozen_by_viewer=any(one.by == viewer.person_id for one in freezes),
        is_alone=len(names) == 1,
        successor=(successor.name or successor.address) if successor else "",
        deletion=_state_of(viewer, deletion) if deletion else "",
        keepsake_address=reverse("keepsake", args=[memorial.slug]),
    )


def _frozen_by(names: dict[UUID, str], freeze: Freeze) -> FrozenBy:
    name = "" if freeze.by is None else _called(names, freeze.by)
    return FrozenBy(name, day_in_words(freeze.at), in_dispute=freeze.by is None)


def asked_to_keep(viewer: Viewer, memorial: Memorial) -> tuple[AskedToKeep, ...]:
    """Those who are invited to keep the memorial and do not yet, the one invited first the first."""
    invited = memorial.invitations.filter(purpose=Purpose.KEEPER, let_in_at=None)
    return tuple(_asked(viewer, one) for one in invited.prefetch_related("answers").order_by("made_at", "id"))


def _asked(viewer: Viewer, invitation: Invitation) -> AskedToKeep:
    answers = {one.by: one.agrees for one in invitation.answers.all()}
    others = keepers_of(invitation.memorial_id, but=invitation.made_by)
    return AskedToKeep(
        id=invitation.id,
        name=invitation.name or invitation.address or "",
        address=invitation.address or "",
        by=name_of_keeper(invitation.made_by),
        is_mine=invitation.made_by == viewer.person_id,
        missing=_listed(one for one in others - {viewer.person_id} if one not in answers),
        objecting=_listed(one for one in others - {viewer.person_id} if answers.get(one) is False),
        answer=_said(answers, viewer),
        is_handed_over=HandOver.objects.filter(invitation=invitation).exists(),
    )


def _successions(memorial: Memorial) -> Iterable[Succession]:
    asking = memorial.successions.exclude(successor=None)
    return asking.select_related("successor__keeper__person", "person").order_by("asked_at")


def _asking(viewer: Viewer, one: Succession) -> Asking:
    assert one.successor
    named_by = one.successor.keeper
    stopped = one.stopped_by and one.stopped_by != viewer.person_id
    return Asking(
        id=one.id,
        name=known_as(one.person),
        named_by="" if named_by.person_id == viewer.person_id else known_as(named_by.person),
        words=one.successor.words,
        day=day_in_words(one.asked_at + timedelta(days=SUCCESSION_DAYS)),
        stopped_by=name_of_keeper(one.stopped_by) if stopped else "",  # type: ignore[arg-type]
        is_stopped_by_viewer=one.stopped_by == viewer.person_id,
    )


@dataclass(frozen=True, slots=True)
class AnswerOnList:
    """What another keeper has said to a deletion."""

    name: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class DeletionRoom:
    """The room in which a memorial is deleted, or kept from that. `by` is "" for the viewer.

    `day` is "" while somebody objects. `keepsake_address` leads to everything that can be taken along.
    """

    room: FamilyRoom
    is_asked: bool
    is_mine: bool
    by: str
    asked_on: str
    day: str
    answers: tuple[AnswerOnList, ...]
    answer: str
    is_alone: bool
    frozen_by: str
    is_at_once: bool
    keepsake_address: str


def deletion_room(viewer: Viewer, memorial: Memorial) -> DeletionRoom:
    """What was asked for, by whom, what the others have said, and when it is final."""
    deletion, names = Deletion.objects.filter(memorial=memorial).first(), _names(viewer, memorial)
    answers = {one.by: one.agrees for one in deletion.answers.order_by("at")} if deletion else {}
    final = becomes_final_at(deletion) if deletion else None
    frozen = Freeze.objects.filter(memorial=memorial).order_by("at").first()
    return DeletionRoom(
        room=family_room(viewer, memorial, here="people"),
        is_asked=deletion is not None,
        is_mine=deletion is not None and deletion.by == viewer.person_id,
        by=_called(names, deletion.by) if deletion else "",
        asked_on=day_in_words(deletion.at) if deletion else "",
        day=day_in_words(final),
        answers=tuple(
            AnswerOnList(_called(names, by), agrees) for by, agrees in answers.items() if by != viewer.person_id
        ),
        answer=_said(answers, viewer),
        is_alone=len(names) == 1,
        frozen_by=_holds(names, frozen) if frozen else "",
        is_at_once=deletion is not None and deletion.final_at == deletion.at,
        keepsake_address=reverse("keepsake", args=[memorial.slug]),
    )


def _holds(names: dict[UUID, str], freeze: Freeze) -> str:
    return _("Those who run this server") if freeze.by is None else _called(names, freeze.by) or _("You")


def _said(answers: Mapping[UUID, bool], viewer: Viewer) -> str:
    """What the viewer has said, as the form of an answer says it."""
    mine = answers.get(viewer.person_id) if viewer.person_id else None
    return "" if mine is None else "yes" if mine else "no"


def _state_of(viewer: Viewer, deletion: Deletion) -> str:
    final = becomes_final_at(deletion)
    by = "" if deletion.by == viewer.person_id else name_of_keeper(deletion.by)
    if final is None:
        return _("Its deletion was asked for, and somebody objects. Nobody but you who keep it sees it.")
    day = {"day": day_in_words(final), "by": by}
    if not by:
        return _("You asked for its deletion. It is final on %(day)s. Nobody but you who keep it sees it.") % day
    return _("%(by)s asked for its deletion. It is final on %(day)s, unless you object. Nobody else sees it.") % day


@dataclass(frozen=True, slots=True)
class SuccessorRoom:
    """The room in which a keeper names who keeps it after them; `address` is the secret one, "" before."""

    room: FamilyRoom
    name: str
    address: str
    is_bound: bool


def successor_of(viewer: Viewer, memorial: Memorial) -> Successor | None:
    """Whom the viewer has named, or nobody."""
    return Successor.objects.filter(memorial=memorial, keeper__person_id=viewer.person_id).first()


def successor_room(viewer: Viewer, memorial: Memorial) -> SuccessorRoom:
    """Whom the viewer has named, and the address with which that person may ask."""
    one = successor_of(viewer, memorial)
    return SuccessorRoom(
        room=family_room(viewer, memorial, here="people"),
        name=(one.name or one.address) if one else "",
        address=settings.SNOWDROP.address + reverse("succeed", args=[one.secret]) if one else "",
        is_bound=bool(one and one.address_mark),
    )


@dataclass(frozen=True, slots=True)
class NoticeToKeeper:
    """Something that somebody has asked for, or waits for, and that a keeper should see; where to answer."""

    called: str
    words: str
    address: str


def notices_to(viewer: Viewer, now: datetime) -> tuple[NoticeToKeeper, ...]:
    """What waits for the viewer in all the memorials that they keep; where nothing does is not looked into."""
    waiting = Memorial.objects.kept_by(viewer).filter(notice_waits()).order_by("opened_at", "id")
    return tuple(notice for memorial in waiting for notice in notices_of(viewer, memorial, now))


def notices_of(viewer: Viewer, memorial: Memorial, now: datetime) -> tuple[NoticeToKeeper, ...]:
    """What waits for the viewer in one memorial, which they keep, and whose standing says that something waits.

    While it is quiet for them, only what becomes final on a day is told: nothing happens behind anybody's back.
    """
    keepers, name = reverse("keepers", args=[memorial.slug]), called(memorial)
    notices = []
    deletion = Deletion.objects.filter(memorial=memorial).first()
    if deletion:
        words, address = _state_of(viewer, deletion), reverse("deletion", args=[memorial.slug])
        notices.append(NoticeToKeeper(name, words, address))
    for one in (_asking(viewer, one) for one in _successions(memorial) if not one.stopped_at):
        words = _("%(name)s was named to keep it, and asks to. If nobody says no, they keep it too from %(day)s on.")
        notices.append(NoticeToKeeper(name, words % {"name": one.name, "day": one.day}, keepers))
    if is_quiet_for(memorial, viewer.person_id, now):
        return tuple(notices)
    for asked in asked_to_keep(viewer, memorial):
        if not asked.is_mine and not asked.answer:
            words = _("%(by)s wants to keep it together with %(name)s too, and asks whether you agree.")
            notices.append(NoticeToKeeper(name, words % {"by": asked.by, "name": asked.name}, keepers))
    if waiting := [one.invited or one.name for one in who_waits(memorial)]:
        words = _("%(names)s accepted your invitation, and sees nothing until you let them in.")
        people = reverse("people", args=[memorial.slug])
        notices.append(NoticeToKeeper(name, words % {"names": get_text_list(waiting, _("and"))}, people))
    return tuple(notices)


def _names(viewer: Viewer, memorial: Memorial) -> dict[UUID, str]:
    keepers = Keeper.objects.filter(memorial=memorial).select_related("person")
    return {one.person_id: "" if one.person_id == viewer.person_id else known_as(one.person) for one in keepers}


def _called(names: dict[UUID, str], person_id: UUID) -> str:
    return names.get(person_id, name_of(person_id))


def _listed(people: Iterable[UUID]) -> str:
    return get_text_list(sorted(name_of(one) or _("somebody") for one in people), _("and"))
