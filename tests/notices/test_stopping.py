"""Stopping mails: one press, no account, no way to somebody else's; honoured by everything but what must be known."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from snowdrop.ground.mail import MailNotSent, send_mail
from snowdrop.notices import actions
from snowdrop.notices.models import Gone, Stop
from snowdrop.notices.tokens import token_of
from snowdrop.people.marks import address_mark
from tests.people.visits import ask_for_code
from tests.world.cast import NOON
from tests.world.postbox import Postbox, a_postbox

pytestmark = pytest.mark.django_db

PLAIN = {"template": "memorials/mail/let_in", "context": {"by": "Mira", "address": "http://localhost:8000/mine/"}}


@pytest.fixture
def box(settings) -> Iterator[Postbox]:
    with a_postbox(settings) as one:
        yield one


def mail(to: str = "ruth@example.org", what: str = "thanks") -> None:
    send_mail(to=to, subject="There is something for you", what=what, **PLAIN)  # type: ignore[arg-type]


def path_of(header: str) -> str:
    found = re.fullmatch(r"<http://localhost:8000(/stop/[^>]+/)>", header)
    assert found
    return found[1]


def test_a_mail_carries_the_button_of_rfc_8058_and_it_works_without_opening_the_page(box: Postbox) -> None:
    mail()
    (sent,) = box.mails
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = path_of(sent["List-Unsubscribe"])
    assert path in sent.get_body(("plain",)).get_content()

    answer = Client(enforce_csrf_checks=True).post(path, {"List-Unsubscribe": "One-Click"})

    assert (answer.status_code, answer.cookies.output()) == (200, "")
    with pytest.raises(MailNotSent):
        mail()
    with pytest.raises(MailNotSent):
        mail("Ruth+choir@example.org")
    mail(what="news")
    assert len(box.mails) == 2


def test_opening_the_page_asks_and_does_nothing(box: Postbox, client: Client) -> None:
    mail()

    page = client.get(path_of(box.mails[0]["List-Unsubscribe"]))

    assert "Stop these mails" in page.content.decode()
    assert not Stop.objects.exists()
    assert "ruth" not in page.content.decode().lower()


def test_everything_can_be_stopped_and_taken_back(box: Postbox, client: Client) -> None:
    mail()
    path = path_of(box.mails[0]["List-Unsubscribe"])

    client.post(path, {"wish": "everything"})
    for what in ("thanks", "news", "invitation"):
        with pytest.raises(MailNotSent):
            mail(what=what)
    ask_for_code(client, "ruth@example.org")
    client.post(path, {"wish": "again"})
    mail()

    assert [sent["Subject"] for sent in box.mails] == [
        "There is something for you",
        "Your code for Snowdrop",
        "There is something for you",
    ]


def test_nobody_comes_to_a_stop_of_somebody_else(client: Client) -> None:
    token = token_of(address_mark("ruth@example.org"), "thanks")
    other = token_of(address_mark("kim@example.org"), "thanks")
    forged = other.partition(".")[0] + "." + token.partition(".")[2]

    for made_up in (forged, token[:-1], token.partition(".")[0], "AAAA", token.upper()):
        for method in (client.get, client.post):
            assert method(reverse("stop_mails", args=[made_up])).status_code == 404
    assert not Stop.objects.exists()


def test_twice_is_fine_and_a_new_link_finds_the_same_stop(client: Client) -> None:
    token = token_of(address_mark("ruth@example.org"), "thanks")
    for _ in range(2):
        actions.stop_mails(token, everything=False, now=NOON)

    assert Stop.objects.count() == 1
    assert "These mails are stopped" in client.get(reverse("stop_mails", args=[token])).content.decode()


def test_where_nobody_is_nothing_is_sent_until_it_is_tried_again(box: Postbox) -> None:
    mark = address_mark("ruth@example.org")
    Gone.objects.create(mark=mark, since=NOON)
    with pytest.raises(MailNotSent):
        mail()

    actions.try_mailbox_again(mark, now=NOON)
    mail()

    assert box.to() == ["ruth@example.org"]
