"""Mails that say nothing to whoever sees a list of them (trust.md T13), and mails that tell of a change."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.test import Client
from django.urls import reverse

from snowdrop.ground import clock, journal, outbox
from snowdrop.ground.models import Outgoing
from snowdrop.people import actions
from tests.people.visits import ask_for_code, sign_in
from tests.world.cast import a_person

pytestmark = pytest.mark.django_db(transaction=True)  # the journal tells only of what is committed

NOW = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
OPENING = "This is a note for you from Notes, because something was asked for or has changed."


def _tell() -> None:
    """Lets the worker act on what is new, as if much time lay between."""
    journal.catch_up(next(one for one in journal.readers() if one.name == "people"))
    Outgoing.objects.filter(due_at__isnull=False).update(due_at=NOW)
    outbox.send_what_is_due(clock.now())


def _outside(sent: EmailMultiAlternatives) -> tuple[str, str, bool, bool]:
    """Subject, sender, and whether both twins begin with the plain lines."""
    html = str(sent.alternatives[0][0]).partition("<body>")[2].lstrip()
    return (
        sent.subject,
        str(sent.message()["From"]),
        str(sent.body).startswith(OPENING),
        html.startswith(f"<p>{OPENING}"),
    )


PLAIN = ("A note for you", "Notes <no-reply@localhost>", True, True)


def test_a_person_who_wants_it_gets_every_mail_under_one_plain_subject_and_sender() -> None:
    mira = a_person("Mira")
    ask_for_code(Client(), "mira@example.org")
    actions.be_discreet(mira, discreet=True, now=NOW)

    ask_for_code(Client(), "mira@example.org")
    actions.be_at_a_new_device(mira, now=NOW)
    _tell()

    before, code, change = mail.outbox
    assert _outside(before) == ("Your code for Snowdrop", "Snowdrop <no-reply@localhost>", False, False)
    assert _outside(code) == _outside(change) == PLAIN
    assert "Snowdrop" not in str(code.message())


def test_the_plain_lines_fill_what_a_list_of_mails_shows() -> None:
    actions.be_discreet(a_person("Mira"), discreet=True, now=NOW)

    ask_for_code(Client(), "mira@example.org")

    first = str(mail.outbox[0].body).partition("\n")[0]
    assert len(first) > 180
    assert "code" not in first


def test_whoever_chose_it_for_this_browser_gets_the_code_so_before_they_are_known() -> None:
    browser = Client()
    browser.post(reverse("discreet_look"), {"here": "on", "by_key": "on"})

    ask_for_code(browser, "ines@example.org")

    assert _outside(mail.outbox[0]) == PLAIN


def test_the_code_in_a_discreet_mail_opens() -> None:
    mira, browser = a_person("Mira"), Client()
    actions.be_discreet(mira, discreet=True, now=NOW)

    sign_in(browser, "mira@example.org")

    assert browser.get(reverse("you")).wsgi_request.viewer == mira


def test_a_browser_in_which_somebody_was_not_before_is_told_by_mail_once() -> None:
    first, other = Client(), Client()
    sign_in(first, "mira@example.org")
    _tell()
    told_at_first = len(mail.outbox) - 1

    sign_in(other, "mira@example.org")
    other.post(reverse("sign_out"))
    sign_in(other, "mira@example.org")
    _tell()

    told = [sent for sent in mail.outbox if "code" not in sent.subject]
    assert told_at_first == 0
    assert [(sent.subject, sent.to) for sent in told] == [("How you sign in", ["mira@example.org"])]
    assert "a browser in which you were not before" in str(told[0].body)
    assert f"http://localhost:8000{reverse('you')}" in str(told[0].body)


def test_a_device_of_somebody_else_is_told_each_time_and_keeps_no_mark() -> None:
    sign_in(Client(), "mira@example.org")
    borrowed = Client()
    for _ in range(2):
        sign_in(borrowed, "mira@example.org", visiting="on")
        borrowed.post(reverse("sign_out"))
    _tell()

    assert len([sent for sent in mail.outbox if "code" not in sent.subject]) == 2
    assert "device" not in borrowed.cookies


@pytest.mark.parametrize("verb", ["passkey.added", "passkey.removed", "person.at_a_new_device"])
def test_a_mail_of_a_change_tells_of_no_loss_and_names_no_device(verb: str) -> None:
    mira = a_person("Mira")
    with transaction.atomic():
        journal.write(verb, actor=mira.person_id, subject_id=mira.person_id, memorial_id=None, now=NOW)

    _tell()

    said = str(mail.outbox[0].message()).lower()
    assert [
        word for word in ("loss", "memorial", "baby", "grief", "remember", "comfort", "famil") if word in said
    ] == []
    assert "sign in and sign out everywhere" in said


def test_a_mail_that_is_not_taken_holds_up_no_other_and_is_brought_later(settings) -> None:
    mira = a_person("Mira")
    kept = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    actions.be_at_a_new_device(mira, now=NOW)
    _tell()
    settings.EMAIL_BACKEND = kept

    actions.be_at_a_new_device(mira, now=NOW)
    _tell()

    assert len(mail.outbox) == 2
