"""The family thanks: it is written, kept as a draft, sent once, corrected, taken away; and how it reaches everybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import IntegrityError, transaction

from snowdrop.comfort import guard, queries_of_thanks
from snowdrop.comfort.actions.giving_with_thanks import held
from snowdrop.comfort.content import read_content
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.models_of_thanks import Offered, Sending, Thanked, Thanks
from snowdrop.comfort.vocabulary_of_thanks import MAIL, Who
from snowdrop.ground import journal, outbox, published
from snowdrop.ground.refusals import require
from snowdrop.media.keeping import discard
from snowdrop.memorials import rules
from snowdrop.memorials.models import Memorial
from snowdrop.people.marks import address_mark
from snowdrop.people.viewer import Viewer

AT_ONCE: Final = 500
"""Pieces of comfort whose senders are reached in one transaction."""


class SentBefore(ValueError):
    """It was sent already; nothing is sent again."""


class NothingToRead(ValueError):
    """It has no words, no card, and no photograph or voice that is ready: whoever opened it would find nothing."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a thanks says, and whether it stands on the page too."""

    words: str
    card: str
    on_page: bool


@dataclass(frozen=True, slots=True)
class For:
    """For whom a thanks is; `piece` is one of the person who is meant, where it is for one."""

    who: str
    kinds: Sequence[str] = ()
    circles: Sequence[str] = ()
    piece: int | None = None


@transaction.atomic
def write_thanks(viewer: Viewer, memorial: Memorial, *, said: Said, to: For, now: datetime) -> Thanks:
    """Writes a draft, which those who keep the memorial see and nobody else. Raises NotAllowed."""
    require(rules.is_keeper(viewer, memorial))
    thanks = Thanks(memorial=memorial, by=viewer.person_id, made_at=now, changed_at=now, **asdict(said), **_as_kept(to))
    thanks.save(force_insert=True)
    _write("thanks.written", viewer, thanks, now)
    return thanks


@transaction.atomic
def change_thanks(viewer: Viewer, thanks: Thanks, *, said: Said, to: For | None = None, now: datetime) -> Thanks:
    """Puts other words, or another card, in place; nothing is sent again.

    Once it was sent, whoever was reached reads the new words at the same address, and for whom it is does not change.
    Raises NotAllowed; Frozen for letting it stand on the page where nothing may become wider.
    """
    thanks = held(viewer, thanks)
    sent = queries_of_thanks.is_sent(thanks)
    if sent and said.on_page and not thanks.on_page:
        rules.require_not_frozen(thanks.memorial)
    stood_on_page = sent and thanks.on_page
    changes = asdict(said) | (_as_kept(to) if to and not sent else {})
    for name, value in changes.items():
        setattr(thanks, name, value)
    thanks.changed_at = now
    thanks.save(update_fields=[*changes, "changed_at"])
    if stood_on_page:
        transaction.on_commit(lambda: published.take_away(thanks.memorial.slug))  # before the act returns (law 1)
    _write("thanks.changed", viewer, thanks, now)
    return thanks


@transaction.atomic
def send_thanks(viewer: Viewer, thanks: Thanks, *, now: datetime) -> Sending:
    """Sends it, once: to the senders of what was let through until now.

    Raises NotAllowed, Frozen, NothingToRead, SentBefore.
    """
    thanks = held(viewer, thanks)
    rules.require_not_frozen(thanks.memorial)
    if not queries_of_thanks.is_readable(thanks):
        raise NothingToRead
    newest = Comfort.objects.filter(memorial=thanks.memorial_id).order_by("-id").values_list("id", flat=True).first()
    sending = Sending(thanks=thanks, memorial_id=thanks.memorial_id, by=viewer.person_id, at=now, until=newest or 0)
    try:
        with transaction.atomic():
            sending.save(force_insert=True)
    except IntegrityError:
        raise SentBefore from None
    _write("thanks.sent", viewer, thanks, now)
    return sending


@transaction.atomic
def take_away_thanks(viewer: Viewer, thanks: Thanks, *, now: datetime) -> None:
    """Takes it away for good: from every page, with what goes with it, and whatever mails of it have not left yet.

    Raises NotAllowed.
    """
    thanks = held(viewer, thanks)
    slug, stood_on_page = thanks.memorial.slug, thanks.on_page
    if thanks.given:
        discard(viewer, thanks.given, now)
    _write("thanks.taken_away", viewer, thanks, now)
    thanks.delete()
    if stood_on_page:
        transaction.on_commit(lambda: published.take_away(slug))


@transaction.atomic
def offer_thanks(viewer: Viewer, memorial: Memorial, *, now: datetime) -> bool:
    """Whether to offer it now: once for each memorial, whatever is answered, and never again."""
    require(rules.is_keeper(viewer, memorial))
    if Thanks.objects.filter(memorial=memorial).exists():
        return False
    return Offered.objects.get_or_create(memorial=memorial, defaults={"at": now})[1]


def reach_everybody(thanks_id: UUID, *, now: datetime) -> None:
    """Reaches all for whom a sent thanks is, some at a time: what one transaction has done is done. Safe to run twice.

    Each is reached once, also if a worker ends half-way or two do it at once; each mailbox gets one mail, however many
    pieces of comfort came from there.
    """
    thanks = Thanks.objects.select_related("memorial", "sending").filter(pk=thanks_id).first()
    while thanks and queries_of_thanks.is_sent(thanks) and _reach_some(thanks, now):
        pass


@transaction.atomic
def _reach_some(thanks: Thanks, now: datetime) -> bool:
    sending = thanks.sending
    sending.refresh_from_db()
    pieces = queries_of_thanks.after(thanks, sending, AT_ONCE)
    if not pieces:
        Sending.objects.filter(pk=thanks.pk, finished_at=None).update(finished_at=now)
        return False
    reached = list(_reached(thanks, pieces))
    Thanked.objects.bulk_create(reached, ignore_conflicts=True)
    mailboxes = {UUID(bytes=bytes(one.mailbox)) for one in reached if one.mailbox}
    outbox.put(MAIL, subject_id=thanks.pk, recipients=sorted(mailboxes), memorial_id=thanks.memorial_id, now=now)
    Sending.objects.filter(pk=thanks.pk, reached__lt=pieces[-1].pk).update(reached=pieces[-1].pk)
    return True


def _reached(thanks: Thanks, pieces: Sequence[Comfort]) -> list[Thanked]:
    """Those of these senders for whom it is: nobody who is kept out; of circles, whoever is known by their address."""
    listed = guard.lists_of([thanks.memorial_id])[thanks.memorial_id]
    circles, reached = queries_of_thanks.marks_in_circles(thanks), []
    one_person = queries_of_thanks.mark_of_one(thanks)
    for piece in pieces:
        content = read_content(piece)
        mailbox = address_mark(content.reach) or None
        if thanks.who == Who.ONE and piece.pk != thanks.piece_id and mailbox != one_person:
            continue
        if listed.keep_out(name=content.name, reach=content.reach) or not (circles is None or mailbox in circles):
            continue
        one = Thanked(memorial_id=thanks.memorial_id, thanks=thanks, comfort=piece, mailbox=mailbox)
        reached.append(one)
    return reached


def _as_kept(to: For) -> dict[str, object]:
    return {"who": to.who, "kinds": list(to.kinds), "circles": list(to.circles), "piece_id": to.piece}


def _write(verb: str, viewer: Viewer, thanks: Thanks, now: datetime) -> None:
    journal.write(verb, actor=viewer.person_id, subject_id=thanks.pk, memorial_id=thanks.memorial_id, now=now)
