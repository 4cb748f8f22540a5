"""A code by mail, from being asked for until it is entered.

It belongs to an address, not to a person: whose that is, is not looked up before the code was entered, so nothing can
tell (trust.md B9, T09); only whether the address wants discreet mails, which is asked of any address in the same way.
It lies in the visitor's own session, as a keyed digest; where they were going lies there sealed, for it may be a secret
address. Tries and use are counted in the shared cache, under a lock, so that requests in many processes at once count
as many.
"""

from __future__ import annotations

import unicodedata
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from snowdrop.ground import keys, sealing
from snowdrop.ground.discretion import chosen_here
from snowdrop.ground.ids import new_secret
from snowdrop.ground.mail import MailNotSent, send_mail
from snowdrop.people.sessions import expect_a_short_stay

LASTS = timedelta(minutes=15)
_KEY = "code"
_OWNER = UUID(int=3)
"""Whose data key seals where somebody was going: nobody's; so that it outlives a new instance key."""


class CodeNotSent(RuntimeError):
    """No code was sent, and nothing was kept. `words` say why to the person, `status` to the browser."""

    words: str | Promise
    status: int


class TooManyCodes(CodeNotSent):
    """Several codes were asked for in a short time, for this address or from this network."""

    words = _("Several codes have been sent in a short time. Please wait ten minutes, then ask for another.")
    status = 429


class MailIsAway(CodeNotSent):
    """The mail server did not take the mail."""

    words = _("We cannot send mail just now. Nothing that you did is wrong. Please come back in a little while.")
    status = 503


@dataclass(frozen=True, slots=True)
class AskedFor:
    """A code that was sent: to which address, for what comes after it, and what is kept of the code itself."""

    email: str
    next: str
    visiting: bool
    until: float
    once: str
    digest: str


def send_code(request: HttpRequest, *, email: str, next: str, visiting: bool, now: datetime) -> None:
    """Mails a code and remembers in this session that it was asked for; an earlier one no longer counts.

    Raises TooManyCodes, MailIsAway.
    """
    if not _may_ask(request, email):
        raise TooManyCodes
    code, once = get_random_string(8, "0123456789"), new_secret()
    try:
        _mail(email, code, discreet=chosen_here(request))
    except MailNotSent as problem:
        raise MailIsAway from problem
    asked = AskedFor(email, next, visiting, (now + LASTS).timestamp(), once, _digest(once, code))
    request.session[_KEY] = asdict(asked) | {"next": _sealed(asked)}
    expect_a_short_stay(request)


def last_asked(request: HttpRequest) -> AskedFor | None:
    """What was asked for last in this session, even if it is over: for whoever starts again."""
    asked = request.session.get(_KEY)
    return _unsealed(AskedFor(**asked)) if asked else None


def code_awaited(request: HttpRequest, *, now: datetime) -> AskedFor | None:
    """The code that can still be entered in this session, or None."""
    asked = last_asked(request)
    return asked if asked and asked.until > now.timestamp() else None


def try_code(request: HttpRequest, asked: AskedFor, code: str) -> bool:
    """Whether this is the code that was sent; if so it is used up, for every other request too. Each call is a try."""
    if not ratelimit.consume(request, action="try_code", key=asked.once):
        request.session[_KEY] |= {"until": 0.0}
        return False
    if not constant_time_compare(_digest(asked.once, code), asked.digest):
        return False
    request.session.pop(_KEY, None)
    return ratelimit.consume(request, action="use_code", key=asked.once)


def _may_ask(request: HttpRequest, email: str) -> bool:
    # Narrower for one network than for the address as a whole, so that a stranger cannot keep somebody out.
    here = f"{get_adapter().get_client_ip(request)} {email}"
    return ratelimit.consume(request, action="ask_for_code_here", key=here) and ratelimit.consume(
        request, action="ask_for_code", key=email
    )


def _mail(email: str, code: str, *, discreet: bool) -> None:
    subject = gettext("Your code for %(site)s") % {"site": settings.SNOWDROP.site_name}
    context: dict[str, object] = {"code": f"{code[:4]}-{code[4:]}"}
    send_mail(to=email, subject=subject, template="people/mail/code", context=context, discreet=discreet)


def _sealed(asked: AskedFor) -> str:
    return sealing.seal(keys.common_key(_OWNER), asked.next.encode(), bound_to=_place(asked)).hex()


def _unsealed(kept: AskedFor) -> AskedFor:
    try:
        going_to = sealing.unseal(keys.common_key(_OWNER), bytes.fromhex(kept.next), bound_to=_place(kept)).decode()
    except (sealing.Unreadable, ValueError):  # kept under another key, or before it was sealed
        going_to = ""
    return replace(kept, next=going_to)


def _place(asked: AskedFor) -> bytes:
    return b"session.next" + asked.once.encode()


def _digest(once: str, code: str) -> str:
    digits = "".join(str(unicodedata.decimal(sign)) for sign in code if sign.isdecimal())
    return salted_hmac("snowdrop.people.codes", f"{once}:{digits}").hexdigest()
