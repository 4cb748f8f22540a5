"""What is known of thanks: for whom they are, how far they have come, who may read them where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.db.models import Q, QuerySet

from snowdrop.audiences.table import Audience, audience
from snowdrop.comfort import guard
from snowdrop.comfort.content import Content, read_content
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.models_of_thanks import Sending, Thanked, Thanks
from snowdrop.comfort.vocabulary import LET_THROUGH, Place
from snowdrop.comfort.vocabulary_of_thanks import MAIL, Who
from snowdrop.ground.models import Outgoing
from snowdrop.media.queries import OpenFile, open_rendition, open_track
from snowdrop.media.vocabulary import PictureState
from snowdrop.memorials.models import Deletion, Memorial
from snowdrop.memorials.queries import published_to
from snowdrop.memorials.vocabulary import Audience as Name
from snowdrop.people.marks import address_mark
from snowdrop.people.models import Person
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer

_SALT: Final = "snowdrop.comfort.thanks"
_WITH: Final = ("memorial", "sending", "picture", "recording")


def thanks_of(memorial: Memorial) -> QuerySet[Thanks]:
    """All thanks of a memorial, drafts among them, the newest first. Its keepers share them."""
    return _whole(Thanks.objects.filter(memorial=memorial)).order_by("-made_at", "-id")


def shown_to(viewer: Viewer, slug: str) -> QuerySet[Thanks]:
    """What the viewer may see of the thanks of a memorial without having been thanked.

    All of it, of one that they keep; else what was sent and stands on its page, if they may open the page.
    """
    kept = Memorial.objects.kept_by(viewer).filter(slug=slug)
    open_to = Memorial.objects.visible_to(viewer).filter(slug=slug)
    on_page = Q(on_page=True, sending__isnull=False, memorial__in=open_to.values("pk"))
    return _whole(Thanks.objects.filter(Q(memorial__in=kept.values("pk")) | on_page))


def audience_of(thanks: Thanks) -> Audience:
    """Who may see it without having been thanked: whom the page is open to, where it stands there; else keepers."""
    stands = is_sent(thanks) and thanks.on_page
    return audience(published_to(thanks.memorial) if stands else Name.KEEPERS)


def is_readable(thanks: Thanks) -> bool:
    """Whether there is something for whoever is thanked: words, a card, or a file that is ready."""
    given = thanks.given
    return bool(thanks.words or thanks.card or (given and given.state == PictureState.READY))


def open_file(thanks: Thanks, name: str) -> OpenFile:
    """What is published of its photograph or recording under this name.

    Raises Thanks.DoesNotExist where it has none, or what the room of media raises for a name that is not there.
    """
    if thanks.picture:
        return open_rendition(thanks.picture, name)
    if thanks.recording:
        return open_track(thanks.recording, name)
    raise Thanks.DoesNotExist


def is_sent(thanks: Thanks) -> bool:
    """Whether it is no draft any more."""
    return hasattr(thanks, "sending")


def after(thanks: Thanks, sending: Sending, most: int) -> list[Comfort]:
    """The next pieces of comfort whose senders it may be for, the oldest first, after those that were looked at."""
    rows = Comfort.objects.filter(memorial=thanks.memorial_id, id__gt=sending.reached, id__lte=sending.until)
    if thanks.who == Who.KINDS:
        rows = rows.filter(kind__in=thanks.kinds)
    if thanks.who == Who.ONE:
        rows = rows.filter(_of_one(thanks))
    places = (Place.KEPT,) if thanks.who == Who.KEPT else LET_THROUGH
    # Place by place, so that each question follows its index however much was sent.
    found = [row for place in places for row in rows.filter(place=place).order_by("id")[:most]]
    return sorted(found, key=lambda row: row.pk)[:most]


def mark_of_one(thanks: Thanks) -> bytes | None:
    """The mark of the address of the one person whom it is for; None where they left none, or it is not for one."""
    return (address_mark(read_content(thanks.piece).reach) or None) if thanks.piece else None


def _of_one(thanks: Thanks) -> Q:
    """The piece itself; and where its sender left an address, what is signed alike: of that, what came from there."""
    itself = Q(pk=thanks.piece_id)
    return itself | Q(waiting_sender=thanks.piece.waiting_sender) if mark_of_one(thanks) and thanks.piece else itself


def marks_in_circles(thanks: Thanks) -> set[bytes] | None:
    """The marks of the addresses of those in the circles that it is for; None where it is not for circles."""
    if thanks.who != Who.CIRCLES:
        return None
    people = Person.objects.filter(pk__in=thanks.memorial.members.filter(circle__in=thanks.circles).values("person"))
    return {bytes(mark) for mark in people.values_list("address_mark", flat=True)}


def secret_of(thanked: Thanked) -> str:
    """The secret of the address at which its recipient reads it."""
    return Signer(sep=".", salt=_SALT).sign(thanked.pk.hex)


def thanked_with(viewer: Viewer, secret: str) -> Thanked:
    """For whom this secret is, if they may still read it; not whoever has signed in and is kept out.

    Raises Thanked.DoesNotExist.
    """
    try:
        name = UUID(hex=Signer(sep=".", salt=_SALT).unsign(secret))
    except (BadSignature, ValueError):
        raise Thanked.DoesNotExist from None
    thanked = Thanked.objects.select_related("comfort__memorial", *(f"thanks__{one}" for one in _WITH)).get(pk=name)
    if not may_be_reached(thanked.comfort, viewer):
        raise Thanked.DoesNotExist
    return thanked


def thanked_for(comfort: Comfort) -> tuple[Thanked, ...]:
    """What the sender of one piece of comfort was answered, the oldest first; nothing once they may not be reached."""
    thanked = Thanked.objects.filter(comfort=comfort).select_related(*(f"thanks__{one}" for one in _WITH))
    rows = tuple(thanked.order_by("thanks__made_at"))
    return rows if rows and may_be_reached(comfort) else ()


def thanks_on_page(memorial: Memorial) -> tuple[Thanks, ...]:
    """What stands on the page of the memorial for everybody who may see it, the newest first."""
    return tuple(thanks_of(memorial).filter(on_page=True, sending__isnull=False))


def at_mailbox(thanks: Thanks, mailbox: bytes) -> Iterator[tuple[Thanked, Content]]:
    """Those at one address for mail whom it still may reach there, and what they sent."""
    for thanked in Thanked.objects.filter(thanks=thanks, mailbox=mailbox).select_related("comfort__memorial"):
        if may_be_reached(thanked.comfort):
            yield thanked, read_content(thanked.comfort)


def may_be_reached(comfort: Comfort, viewer: Viewer = NOBODY_KNOWN) -> bool:
    """Whether its sender may be answered: it is still with the family, and neither they nor the page were taken away.

    Whose words were taken back, kept away or set apart, or who is kept out since, is answered nothing, and learns
    nothing by that: no thanks says for whom else it is.
    """
    if comfort.place not in LET_THROUGH or Deletion.objects.filter(memorial=comfort.memorial_id).exists():
        return False
    content = read_content(comfort)
    return not guard.is_kept_out(viewer, comfort.memorial, name=content.name, reach=content.reach)


def mails_are_on_their_way(thanks: Thanks) -> bool:
    """Whether mails of it are still to be brought."""
    return _mails(thanks).filter(due_at__isnull=False).exists()


def some_were_not_brought(thanks: Thanks) -> bool:
    """Whether some mails of it were given up, or not wanted."""
    return _mails(thanks).filter(due_at=None, sent_at=None).exists()


def _mails(thanks: Thanks) -> QuerySet[Outgoing]:
    return Outgoing.objects.filter(what=MAIL, subject_id=thanks.pk)


def _whole(rows: QuerySet[Thanks]) -> QuerySet[Thanks]:
    return rows.select_related(*_WITH)
