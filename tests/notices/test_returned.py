"""Mails that come back: only those that we sent are believed; where nobody is, nothing more is sent."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snowdrop.ground.models import Outgoing
from snowdrop.notices.actions import take_in_returned
from snowdrop.notices.bounces import read_returned
from snowdrop.notices.models import Gone
from snowdrop.people.marks import address_mark
from tests.world.cast import NOON
from tests.world.instance import an_instance

RETURNED = """From: MAILER-DAEMON@mx.example.net
To: {to}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I am sorry to have to inform you.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; ruth@example.org
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--b
Content-Type: {held}

Message-ID: <{name}@localhost>
From: Snowdrop <no-reply@localhost>
Subject: There is something for you

--b--
"""


def returned(
    name: str,
    *,
    status: str = "5.1.1",
    action: str = "failed",
    held: str = "text/rfc822-headers",
    to: str = "no-reply@localhost",
) -> bytes:
    return RETURNED.format(name=name, status=status, action=action, held=held, to=to).encode()


@pytest.fixture
def row(db) -> Outgoing:
    given = {"what": "thanks", "subject_id": uuid4(), "recipient_id": uuid4()}
    return Outgoing.objects.create(**given, made_at=NOON, sent_at=NOON, mark=address_mark("ruth@example.org"))


@pytest.mark.parametrize("held", ["text/rfc822-headers", "message/rfc822"])
def test_where_nobody_is_nothing_more_is_sent(row: Outgoing, held: str) -> None:
    assert take_in_returned(returned(row.id.hex, held=held), now=NOON)

    assert [bytes(one.mark) for one in Gone.objects.all()] == [address_mark("ruth@example.org")]


def test_it_is_known_by_the_address_of_its_own_too(row: Outgoing) -> None:
    mail = returned("nothing", to=f"returned+{row.id.hex}@example.org")

    assert take_in_returned(mail, now=NOON)
    assert Gone.objects.exists()


@pytest.mark.parametrize("status", ["5.2.2", "5.7.1", "4.4.7", "4.2.2"])
def test_a_mailbox_that_is_full_or_a_server_that_is_away_is_not_gone(row: Outgoing, status: str) -> None:
    assert take_in_returned(returned(row.id.hex, status=status), now=NOON)

    assert not Gone.objects.exists()
    row.refresh_from_db()
    assert bool(row.due_at) == (status != "5.7.1")


@pytest.mark.parametrize("status", ["5.1.7", "5.1.8", "5.4.1", "5.4.4", "5.4.7", "5.5.4", "5.3.2", "5.0.0"])
def test_what_says_nothing_of_the_mailbox_takes_nobody_away(row: Outgoing, status: str) -> None:
    """Our own name or way, or a server on it, was the trouble: else one wrong setting of ours would stop every mail."""
    assert take_in_returned(returned(row.id.hex, status=status), now=NOON)

    assert not Gone.objects.exists()


@pytest.mark.parametrize("status", ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.1.1 (no such user)"])
def test_what_says_that_nobody_is_there_is_believed(row: Outgoing, status: str) -> None:
    assert take_in_returned(returned(row.id.hex, status=status), now=NOON)

    assert Gone.objects.exists()


def test_of_several_names_in_it_the_one_that_is_ours_counts(row: Outgoing) -> None:
    """A mail that somebody lets be sent on to another address is sent back with names of others in it."""
    mail = returned(row.id.hex, to=f"bounces+{uuid4().hex}@example.net")

    assert take_in_returned(mail, now=NOON)
    assert Gone.objects.exists()


def test_what_is_only_late_or_was_brought_changes_nothing(row: Outgoing) -> None:
    for action in ("delayed", "delivered", "relayed"):
        assert not take_in_returned(returned(row.id.hex, action=action), now=NOON)

    assert not Gone.objects.exists()


def test_what_is_made_up_or_old_is_not_believed(row: Outgoing) -> None:
    assert not take_in_returned(returned(uuid4().hex), now=NOON)
    assert not take_in_returned(returned(row.id.hex), now=NOON + timedelta(days=15))
    assert not take_in_returned(b"From: kim@example.org\nTo: no-reply@localhost\n\nI am away.", now=NOON)
    Outgoing.objects.update(sent_at=None)
    assert not take_in_returned(returned(row.id.hex), now=NOON)

    assert not Gone.objects.exists()


@given(st.binary(max_size=400), st.integers(0, 900))
def test_no_mail_breaks_the_reader(noise: bytes, at: int) -> None:
    whole = returned(UUID(int=1).hex)

    read_returned(noise)
    read_returned(whole[:at] + noise + whole[at:])


@pytest.mark.slow
def test_the_command_reads_one_from_a_pipe(tmp_path: Path) -> None:
    with an_instance(tmp_path) as instance:
        done = subprocess.run(
            [sys.executable, "-m", "snowdrop", "bounce"],
            input=returned(uuid4().hex),
            env=instance.environment,
            capture_output=True,
            timeout=60,
        )

    assert (done.returncode, done.stdout.decode().strip()) == (0, "It was none of ours. Nothing is noted.")
