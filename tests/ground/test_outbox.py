"""The outbox: each mail leaves once, whatever servers and workers do; it is written as it leaves, given up in time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from django.db import connection, transaction
from django.utils import translation

from snowdrop.ground import clock, outbox
from snowdrop.ground.mail import Mail, message_id
from snowdrop.ground.models import Outgoing
from snowdrop.notices.models import Gone
from snowdrop.people.marks import address_mark
from tests.world.postbox import Postbox, a_postbox

WHAT = "test"
ABOUT = UUID(int=7)


@pytest.fixture
def box(settings) -> Iterator[Postbox]:
    with a_postbox(settings) as one:
        yield one


@pytest.fixture
def writer(monkeypatch) -> Iterator[dict[UUID, outbox.Written | Callable[[], outbox.Written]]]:
    """What is written for each recipient; a mail to a name of their own unless a test says otherwise."""
    said: dict[UUID, outbox.Written | Callable[[], outbox.Written]] = {}

    def write(row: Outgoing, now: datetime) -> outbox.Written:
        one = said.get(row.recipient_id, a_mail(f"{row.recipient_id.int}@example.org"))
        return one() if callable(one) else one

    monkeypatch.setitem(outbox._writers, WHAT, outbox.Writer(write))
    yield said


def a_mail(to: str, **more: object) -> Mail:
    return Mail(to, "There is something for you", "people/mail/code", {"code": "1234-5678"}, **more)  # type: ignore[arg-type]


def put(*numbers: int) -> None:
    with transaction.atomic():
        outbox.put(
            WHAT, subject_id=ABOUT, recipients=[UUID(int=one) for one in numbers], memorial_id=None, now=clock.now()
        )


def send_everything() -> None:
    while outbox.send_what_is_due(clock.now()):
        pass


@pytest.mark.django_db
@pytest.mark.usefixtures("writer")
def test_a_mail_is_put_in_once_and_leaves_once(box: Postbox) -> None:
    put(1, 2)
    put(2, 1)

    send_everything()
    send_everything()

    assert sorted(box.to()) == ["1@example.org", "2@example.org"]


@pytest.mark.django_db
@pytest.mark.usefixtures("writer")
def test_a_mail_is_in_order_outside(box: Postbox, settings) -> None:
    settings.SNOWDROP = replace(settings.SNOWDROP, mail_bounces="returned@example.org")
    put(1)
    send_everything()

    (mail,), row = box.mails, Outgoing.objects.get()
    assert (mail["Message-ID"], mail["Auto-Submitted"]) == (message_id(row.id), "auto-generated")
    assert mail["Date"] and mail["From"] == "Snowdrop <no-reply@localhost>"
    assert box.came_from == [f"returned+{row.id.hex}@example.org"]
    assert mail["List-Unsubscribe"] is None


@pytest.mark.django_db
def test_nothing_is_put_in_without_the_transaction_of_what_it_tells_of(transactional_db) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        outbox.put(WHAT, subject_id=ABOUT, recipients=[uuid4()], memorial_id=None, now=clock.now())


@pytest.mark.django_db
def test_what_is_written_is_asked_when_it_leaves(box: Postbox, writer) -> None:
    writer[UUID(int=1)] = None
    writer[UUID(int=2)] = outbox.Later(clock.now() + timedelta(hours=3))
    put(1, 2, 3)

    send_everything()

    assert box.to() == ["3@example.org"]
    writer[UUID(int=2)] = a_mail("two@example.org")
    with time_machine.travel(clock.now() + timedelta(hours=4)):
        send_everything()
    assert box.to() == ["3@example.org", "two@example.org"]


@pytest.mark.django_db
def test_one_whose_words_cannot_be_made_holds_up_no_other(box: Postbox, writer) -> None:
    def fail() -> outbox.Written:
        raise LookupError("nothing there")

    writer[UUID(int=1)] = fail
    put(1, 2)

    send_everything()

    assert box.to() == ["2@example.org"]


@pytest.mark.django_db
@pytest.mark.usefixtures("writer")
def test_a_server_that_fails_for_a_while_gets_it_again_under_the_same_name(box: Postbox) -> None:
    box.fails_for = 1
    put(1)
    send_everything()
    assert box.mails == []

    with time_machine.travel(clock.now() + timedelta(minutes=2)):
        send_everything()

    assert box.to() == ["1@example.org"]
    assert box.mails[0]["Message-ID"] == message_id(Outgoing.objects.get().id)


@pytest.mark.django_db
@pytest.mark.usefixtures("writer")
def test_a_server_that_hangs_up_in_the_middle_is_given_the_rest_later(box: Postbox) -> None:
    box.hangs_up_for = 1
    put(*range(5))
    send_everything()
    assert box.mails == []

    with time_machine.travel(clock.now() + timedelta(minutes=2)):
        send_everything()

    assert sorted(box.to()) == [f"{one}@example.org" for one in range(5)]


@pytest.mark.django_db
@pytest.mark.usefixtures("writer")
def test_one_who_is_refused_holds_up_no_other_and_is_written_to_no_more(box: Postbox) -> None:
    box.refuses["1@example.org"] = "550 5.1.1 nobody here"
    box.refuses["2@example.org"] = "452 4.2.2 full"
    box.refuses["3@example.org"] = "550 5.7.1 not from you"
    put(1, 2, 3, 4)

    send_everything()

    assert box.to() == ["4@example.org"]
    assert [bytes(one.mark) for one in Gone.objects.all()] == [address_mark("1@example.org")]
    assert Outgoing.objects.get(recipient_id=UUID(int=2)).due_at
    assert not Outgoing.objects.get(recipient_id=UUID(int=3)).due_at


@pytest.mark.django_db
@pytest.mark.usefixtures("writer")
def test_after_three_days_it_is_given_up_and_the_room_hears_it(settings, monkeypatch) -> None:
    heard: list[UUID] = []
    write = outbox._writers[WHAT].write
    monkeypatch.setitem(outbox._writers, WHAT, outbox.Writer(write, lambda row, now: heard.append(row.recipient_id)))
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    put(1)
    began, tries = clock.now(), 0

    for hours in range(90):
        with time_machine.travel(began + timedelta(hours=hours)):
            tries += outbox.send_what_is_due(clock.now())

    assert heard == [UUID(int=1)]
    assert 12 < tries < 60
    row = Outgoing.objects.get()
    assert (row.due_at, row.sent_at) == (None, None)


@pytest.mark.django_db
def test_no_header_can_be_put_in(box: Postbox, writer) -> None:
    writer[UUID(int=1)] = a_mail("one@example.org\nBcc: all@example.org")
    writer[UUID(int=2)] = Mail("two@example.org", "Hello\r\nBcc: all@example.org", "people/mail/code", {"code": "1"})
    put(1, 2)

    send_everything()

    assert box.to() == ["two@example.org"]
    assert box.mails[0]["Subject"] == "Hello Bcc: all@example.org"
    assert box.mails[0]["Bcc"] is None


@pytest.mark.django_db
def test_the_plain_twin_says_what_the_html_says_and_runs_as_its_language_does(box: Postbox, writer) -> None:
    context = {"words": "One & two <b>", "at": clock.now(), "address": "https://example.org/you/"}
    writer[UUID(int=1)] = Mail("one@example.org", "Hello", "people/mail/change", context, language="ar")
    put(1)

    send_everything()

    text, html = (box.mails[0].get_body((kind,)).get_content() for kind in ("plain", "html"))
    text = text.replace("\r\n", "\n")
    assert text.startswith("One & two <b>\n\nThat was on ")
    assert text.rstrip().endswith("sign in and sign out everywhere:\nhttps://example.org/you/")
    assert '<html lang="ar" dir="rtl">' in html and "One &amp; two &lt;b&gt;" in html
    assert "color-scheme" in html and "<img" not in html and "style" not in html
    assert translation.get_language() == "en-gb"


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("writer")
def test_two_workers_bring_each_once(box: Postbox) -> None:
    put(*range(100))
    began = threading.Barrier(3)

    def work() -> None:
        began.wait()
        send_everything()
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(3)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()

    assert sorted(box.to()) == sorted(f"{one}@example.org" for one in range(100))


@pytest.mark.django_db
@pytest.mark.usefixtures("writer")
def test_a_slow_server_has_nothing_begun_that_another_worker_may_take_up(box: Postbox, monkeypatch) -> None:
    box.slow = 0.2
    monkeypatch.setattr(outbox, "_BEGUN_BEFORE", timedelta(seconds=0.3))
    put(*range(10))

    outbox.send_what_is_due(clock.now())

    assert 1 <= len(box.mails) < 5
    assert Outgoing.objects.filter(due_at__lte=clock.now()).count() == 10 - len(box.mails)


@pytest.mark.django_db
@pytest.mark.usefixtures("writer")
def test_what_is_held_is_taken_up_by_another_when_its_worker_does_not_come_back(box: Postbox) -> None:
    put(1)
    outbox._hold(clock.now())
    send_everything()
    assert box.mails == []

    with time_machine.travel(clock.now() + outbox.HELD_FOR):
        send_everything()

    assert box.to() == ["1@example.org"]
