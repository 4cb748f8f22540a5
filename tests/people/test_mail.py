"""Mail: both twins, neutral outside, by a real server; and a password that never travels in the clear."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.urls import reverse

from snowdrop.ground.mail import MOST_KEPT, MailNotSent, kept_mails, send_mail
from tests.people.visits import ask_for_code, enter, is_signed_in

NO_WORDS_OF_LOSS = ("loss", "memorial", "baby", "grief", "remember", "comfort", "mourn", "died", "famil")


class Postbox:
    """Takes every mail that a real server hands over."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []

    async def handle_DATA(self, server: object, session: object, envelope: Envelope) -> str:
        """Called by the server for each mail."""
        assert isinstance(envelope.content, bytes)
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 kept"


@pytest.fixture
def postbox(settings) -> Iterator[Postbox]:
    box = Postbox()
    server = Controller(box, hostname="127.0.0.1", port=_free_port())
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.hostname, server.port
    yield box
    server.stop()


@pytest.fixture
def kept(settings, tmp_path) -> None:
    settings.SNOWDROP = replace(settings.SNOWDROP, data=tmp_path)
    settings.EMAIL_BACKEND = "snowdrop.ground.mail.ConsoleAndKept"


@pytest.mark.django_db
def test_a_real_server_gets_the_code_as_text_and_as_html_and_it_opens(client: Client, postbox: Postbox) -> None:
    ask_for_code(client, "mira@example.org")
    (mail,) = postbox.mails
    text = mail.get_body(("plain",)).get_content()
    html = mail.get_body(("html",)).get_content()
    code = text.split("\n")[2].strip()

    enter(client, code)

    assert is_signed_in(client)
    assert f'<h1 dir="ltr">{code}</h1>' in html
    assert (mail["To"], mail["From"]) == ("mira@example.org", "Snowdrop <no-reply@localhost>")
    assert mail["Auto-Submitted"] == "auto-generated"


@pytest.mark.django_db
def test_a_mail_says_nothing_of_loss_and_its_subject_does_not_hold_the_code(client: Client, postbox: Postbox) -> None:
    ask_for_code(client, "mira@example.org")

    (mail,) = postbox.mails

    assert mail["Subject"] == "Your code for Snowdrop"
    assert [word for word in NO_WORDS_OF_LOSS if word in mail.as_string().lower()] == []


@pytest.mark.django_db
@pytest.mark.usefixtures("postbox")
def test_a_password_never_travels_in_the_clear(settings) -> None:
    settings.EMAIL_USE_TLS, settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = True, "user", "password"

    with pytest.raises(MailNotSent):
        send_mail(to="mira@example.org", subject="A code", template="people/mail/code", context={"code": "1"})


@pytest.mark.parametrize(
    ("given", "means"),
    [
        ("smtp://user:password@mail.example.org:587", "smtp mail.example.org 587 user password TLS -"),
        ("smtp://user:password@mail.example.org", "smtp mail.example.org 25 user password TLS -"),
        ("smtps://user:password@mail.example.org", "smtp mail.example.org 465 user password - SSL"),
        ("smtp://127.0.0.1:1025", "smtp 127.0.0.1 1025   - -"),
        ("", "mail  25   - -"),
    ],
)
def test_the_server_for_mail_is_read_from_the_environment(given: str, means: str) -> None:
    assert _settings_with(given).stdout.strip() == means


@pytest.mark.parametrize("given", ["mail.example.org", "http://mail.example.org", "smtp://"])
def test_a_wrong_server_for_mail_is_refused_with_a_sentence_that_names_it(given: str) -> None:
    answer = _settings_with(given)

    assert answer.returncode != 0
    assert "SNOWDROP_MAIL must look like" in answer.stderr


@pytest.mark.django_db
@pytest.mark.usefixtures("kept")
def test_while_developing_mails_are_shown_on_a_page_with_the_code_to_copy(
    client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ask_for_code(client, "mira@example.org")
    assert f'href="{reverse("mailbox")}"' in client.get(asked.url).content.decode()

    page = client.get(reverse("mailbox"))

    (mail,) = page.context["page"].mails
    assert (mail.to, mail.subject) == ("mira@example.org", "Your code for Snowdrop")
    assert f'readonly value="{mail.code}"' in page.content.decode()
    assert mail.code in capsys.readouterr().out
    enter(client, mail.code)
    assert is_signed_in(client)


@pytest.mark.usefixtures("kept")
def test_the_last_fifty_mails_are_kept_the_newest_first() -> None:
    for number in range(MOST_KEPT + 3):
        EmailMultiAlternatives(f"Mail {number}", "Words", to=["mira@example.org"]).send()

    subjects = [mail.subject for mail in kept_mails()]

    assert subjects == [f"Mail {number}" for number in reversed(range(3, MOST_KEPT + 3))]


@pytest.mark.django_db
def test_the_page_of_the_code_names_no_mailbox_where_mail_is_sent(client: Client, settings) -> None:
    asked = ask_for_code(client, "mira@example.org")
    assert reverse("mailbox") in client.get(asked.url).content.decode()

    settings.SNOWDROP = replace(settings.SNOWDROP, mail="smtp://127.0.0.1:25")

    assert reverse("mailbox") not in client.get(asked.url).content.decode()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def _settings_with(mail: str) -> subprocess.CompletedProcess[str]:
    program = """
from snowdrop import settings as given
print(given.EMAIL_BACKEND.split(".")[-2], given.EMAIL_HOST, given.EMAIL_PORT, given.EMAIL_HOST_USER,
      given.EMAIL_HOST_PASSWORD, "TLS" if given.EMAIL_USE_TLS else "-", "SSL" if given.EMAIL_USE_SSL else "-")
"""
    environment = {**os.environ, "SNOWDROP_MAIL": mail}
    return subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
