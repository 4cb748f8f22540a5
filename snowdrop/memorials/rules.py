"""Who may do what with a memorial; each question is answered for one viewer and one memorial."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from snowdrop.audiences.table import Shown, kept_audience
from snowdrop.memorials.models import (
    Block,
    Brought,
    Circle,
    Freeze,
    Helper,
    Invitation,
    Keeper,
    Member,
    Memorial,
    NotNow,
    Quiet,
    RequestToSee,
)
from snowdrop.memorials.vocabulary import Audience, Purpose, Scope
from snowdrop.people.marks import address_mark, is_same_mailbox, name_mark
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer


class Frozen(RuntimeError):
    """Nothing of this memorial may become wider; `by` which keeper, or None for those who run the server, since when.

    Doors answer it with a calm page, or beside what was written (memorials/frozen.py).
    """

    def __init__(self, memorial_id: UUID, by: UUID | None, since: datetime) -> None:
        super().__init__(f"memorial {memorial_id}")
        self.memorial_id, self.by, self.since = memorial_id, by, since


class ItIsQuiet(RuntimeError):
    """It is quiet for a keeper: nothing that waits is shown to them. Doors answer it with a calm page (quieted.py)."""

    def __init__(self, memorial_id: UUID) -> None:
        super().__init__(f"memorial {memorial_id}")
        self.memorial_id = memorial_id


@transaction.atomic
def require_not_frozen(memorial: Memorial | UUID) -> None:
    """The second line of every act that shows something to more people or lets somebody in. Raises Frozen.

    Within an act the answer holds until the act is over: whoever freezes the memorial, or shuts a door, waits so long.
    """
    Memorial.objects.hold(memorial if isinstance(memorial, UUID) else memorial.pk)
    freeze = Freeze.objects.filter(memorial=memorial).order_by("at", "id").first()
    if freeze:
        raise Frozen(freeze.memorial_id, freeze.by, freeze.at)


def require_may_widen(memorial: Memorial, before: Shown, after: Shown) -> None:
    """Lets something be shown to more people only where nothing is frozen; keepers may always show to each other.

    Circles count where they are the audience, whatever else is noted of them. Raises Frozen.
    """
    before, after = _plain(before), _plain(after)
    if after.reaches_further_than(before) and after.reaches_further_than(Shown(Audience.KEEPERS)):
        require_not_frozen(memorial)


def _plain(shown: Shown) -> Shown:
    return shown if shown.audience == Audience.CIRCLES else Shown(shown.audience)


def is_quiet_for(memorial: Memorial, person_id: UUID | None, now: datetime) -> bool:
    """Whether it is quiet for this keeper: nothing that waits is delivered to them then, and nothing tells of it."""
    return quiet_since(memorial, person_id, now) is not None


def quiet_since(memorial: Memorial, person_id: UUID | None, now: datetime) -> datetime | None:
    """Since when it is quiet for this keeper; None where it is not, and for whoever does not keep the memorial."""
    return since_when(quiets_now(memorial, now), memorial, person_id) if person_id else None


def since_when(quiets: Iterable[Quiet], memorial: Memorial, person_id: UUID | None) -> datetime | None:
    """The same of what makes it quiet in this memorial, where that is known already."""
    began = [one.since for one in quiets if person_id and one.is_for(person_id)]
    if not began or not Keeper.objects.filter(memorial=memorial, person_id=person_id).exists():
        return None
    return min(began)


def quiets_now(memorial: Memorial, now: datetime) -> list[Quiet]:
    """What makes it quiet now: for all, or for one of its keepers each."""
    rows = Quiet.objects.filter(memorial=memorial).prefetch_related("came_back").order_by("since", "id")
    return [one for one in rows if not one.is_over(now)]


def require_not_quiet(viewer: Viewer, memorial: Memorial, now: datetime) -> None:
    """Stands at every door by which something that waits would reach a keeper. Raises ItIsQuiet."""
    if is_quiet_for(memorial, viewer.person_id, now):
        raise ItIsQuiet(memorial.pk)


def hold_unless_quiet(viewer: Viewer, memorial: Memorial, now: datetime) -> None:
    """Stands in every act by which something that waits would reach a keeper. Raises ItIsQuiet.

    The answer holds until the act is over: whoever makes it quiet at the same moment waits so long, or is waited for.
    """
    Memorial.objects.hold(memorial.pk, while_people_send=True)
    require_not_quiet(viewer, memorial, now)


def is_keeper(viewer: Viewer, memorial: Memorial) -> bool:
    """Whether the viewer keeps this memorial."""
    return viewer.is_signed_in and Keeper.objects.filter(memorial=memorial, person_id=viewer.person_id).exists()


def helps_with(viewer: Viewer, memorial: Memorial, scope: Scope) -> bool:
    """Whether the viewer helps with this memorial, and the keepers have granted them this."""
    return viewer.is_signed_in and Memorial.objects.helped_by(viewer, scope).filter(pk=memorial.pk).exists()


def may_read_first(viewer: Viewer, memorial: Memorial) -> bool:
    """Keepers, and helpers to whom it was granted, may read what guests sent before the family does."""
    return viewer.is_signed_in and Memorial.objects.read_first_by(viewer).filter(pk=memorial.pk).exists()


def may_look_after_dates(viewer: Viewer, memorial: Memorial) -> bool:
    """Keepers, and helpers to whom it was granted, may put in the days that matter, change them, take them away."""
    theirs = Memorial.objects.kept_or_helped_by(viewer, Scope.DATES)
    return viewer.is_signed_in and theirs.filter(pk=memorial.pk).exists()


def may_end_helping(viewer: Viewer, memorial: Memorial, helper: Helper) -> bool:
    """A keeper may end anybody's helping; helpers may resign, and end nobody else's."""
    own = viewer.is_signed_in and helper.person_id == viewer.person_id
    return own or is_keeper(viewer, memorial)


def is_open_to_everybody(memorial: Memorial) -> bool:
    """Whether the page is open to everybody who has its address."""
    publication = getattr(memorial, "publication", None)
    return publication is not None and kept_audience(publication.audience).is_published


def is_blocked(memorial: Memorial, *, person: Person | None = None, address: str = "", name: str = "") -> bool:
    """Whether the family keeps somebody out: by an address for mail in any variant, by a name, or by the account."""
    return blocks_of(person, address=address, name=name).filter(memorial=memorial).exists()


def blocks_of(person: Person | None, *, address: str = "", name: str = "") -> QuerySet[Block]:
    """The blocks of all families that keep out whoever has this account, address or name (which may be an address)."""
    addresses, names = {address_mark(address), address_mark(name)}, {name_mark(name)}
    if person:
        addresses.add(bytes(person.address_mark))
        names.add(bytes(person.name_mark))
    return Block.objects.that_name(addresses=addresses - {b""}, names=names - {b""})


def is_for(invitation: Invitation, person: Person) -> bool:
    """Whether the person may accept it: bound to an address for mail, it is for whoever signs in with that very one."""
    return not invitation.is_bound or is_same_mailbox(invitation.address or "", person.email)


def is_there_already(invitation: Invitation, person: Person) -> bool:
    """Whether the person has what it invites to, or more: those who keep a memorial need no other way in."""
    memorial = invitation.memorial_id
    if Keeper.objects.filter(memorial=memorial, person=person).exists():
        return True
    if invitation.purpose == Purpose.HELPER:
        return Helper.objects.filter(memorial=memorial, person=person).exists()
    return Member.objects.filter(circle=invitation.circle_id, person=person).exists()


def may_answer(viewer: Viewer, memorial: Memorial, request: RequestToSee) -> bool:
    """A keeper may answer any request to see; a helper who looks after people, one that nobody else has answered."""
    if request.memorial_id != memorial.id:
        return False
    if is_keeper(viewer, memorial):
        return True
    answers = [rows.objects.filter(request=request).exclude(by=viewer.person_id) for rows in (Brought, NotNow)]
    return helps_with(viewer, memorial, Scope.PEOPLE) and not any(rows.exists() for rows in answers)


def may_let_into(viewer: Viewer, memorial: Memorial, circle: Circle) -> bool:
    """A keeper may let somebody into any circle; a helper who looks after people, into those that keepers opened."""
    if circle.memorial_id != memorial.id:
        return False
    return is_keeper(viewer, memorial) or (circle.helpers_let_in and helps_with(viewer, memorial, Scope.PEOPLE))


def may_invite(viewer: Viewer, memorial: Memorial, purpose: Purpose, circle: Circle | None) -> bool:
    """A keeper may invite to anything; a helper into circles into which they may let people, and to nothing else."""
    if (circle is not None) != (purpose == Purpose.CIRCLE):
        return False
    return may_let_into(viewer, memorial, circle) if circle else is_keeper(viewer, memorial)


def may_change_invitation(viewer: Viewer, memorial: Memorial, invitation: Invitation) -> bool:
    """A keeper may send any invitation again or end it; a helper those of their own, while they may still invite so."""
    if invitation.memorial_id != memorial.id:
        return False
    if is_keeper(viewer, memorial):
        return True
    circle = invitation.circle if invitation.made_by == viewer.person_id else None
    return circle is not None and may_let_into(viewer, memorial, circle)
