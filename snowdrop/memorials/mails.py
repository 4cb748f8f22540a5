"""The mails of this room: invitations, letting in, what keepers are told. Their subjects say nothing private."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from snowdrop.ground.mail import Mail, send_mail
from snowdrop.ground.words import day_in_words, paragraphs_of
from snowdrop.memorials.models import Invitation, Keeper, Memorial
from snowdrop.memorials.queries import address_of, name_of
from snowdrop.memorials.queries.telling import About, Notice
from snowdrop.people.models import Person


def mail_invitation(invitation: Invitation, *, secret: str, words: str = "") -> None:
    """Mails an invitation to the address that it is bound to, with the sender's own words. Raises MailNotSent.

    It names the keeper who invites, as they call themselves, and nothing of the memorial: an address can be mistyped.
    Whoever wants no invitations, or no mail at all, is sent none; to the keeper it is as if no mail could be sent.
    """
    assert invitation.address
    context: dict[str, object] = {
        "by": name_of(invitation.made_by),
        "purpose": invitation.purpose,
        "paragraphs": paragraphs_of(words),
        "address": address_of(secret),
        "until": day_in_words(invitation.until),
    }
    send_mail(
        to=invitation.address,
        subject=_("An invitation for you"),
        template="memorials/mail/invitation",
        context=context,
        what="invitation",
    )


def mail_let_in(invitation: Invitation) -> None:
    """Tells somebody who has waited that they were let in. Raises MailNotSent."""
    assert invitation.accepted_by
    page = settings.SNOWDROP.address + reverse("my_memorials")
    send_mail(
        to=invitation.accepted_by.email,
        subject=_("You have been let in"),
        template="memorials/mail/let_in",
        context={"by": name_of(invitation.made_by), "address": page},
    )


def mail_notice(notice: Notice, *, to: Person) -> None:
    """Tells a keeper what another has asked for, or a successor, and until when they can say no. Raises MailNotSent."""
    by = name_of(notice.by) or _("Somebody")
    day = day_in_words(notice.until)
    told = _to_keeper(notice.memorial, to, [words % {"by": by, "day": day} for words in _words_of(notice, to)])
    send_mail(to=told.to, subject=told.subject, template=told.template, context=told.context)


def _words_of(notice: Notice, to: Person) -> tuple[str, ...]:
    """Plain, and nothing of what it is that they keep: mails are read on screens that others see."""
    if notice.kind == About.INVITATION:
        return (_("%(by)s wants somebody to keep with you what you keep together. Nobody is let in before you agree."),)
    if notice.kind == About.SUCCESSION:
        return (
            _("%(by)s was named to keep something when somebody who keeps it with you, or you yourself, cannot."),
            _("They ask for it now. If nobody of you says no until %(day)s, they keep it too from then on."),
            _("A single press stops it. You owe nobody a reason."),
        )
    if notice.by == to.pk:
        asked = _("You have asked for something that you keep to be deleted.")
    else:
        asked = _("%(by)s has asked for something to be deleted that you keep together.")
    if notice.until is None:
        return asked, _("Somebody objects, so it is not deleted. It stays hidden until that changes.")
    return asked, _("Nobody else sees it any more. It is deleted for good on %(day)s, unless that is stopped before.")


def write_news(keeper: Keeper, *, words: str | Promise) -> Mail:
    """A mail that tells a keeper something that has happened."""
    return _to_keeper(keeper.memorial, keeper.person, [str(words)])


def _to_keeper(memorial: Memorial, to: Person, paragraphs: list[str]) -> Mail:
    address = settings.SNOWDROP.address + reverse("keepers", args=[memorial.slug])
    context = {"paragraphs": paragraphs, "address": address}
    return Mail(to.email, _("Please look at this"), "memorials/mail/notice", context)
