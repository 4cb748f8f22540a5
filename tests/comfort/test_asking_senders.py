"""A sender is asked, kindly, to change what they sent; they change it, take it back, or leave it as it is."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from snowdrop.comfort import actions
from snowdrop.comfort.content import Content, read_content
from snowdrop.comfort.intake import new_once
from snowdrop.comfort.models import Asking, Comfort, SendersAddress
from snowdrop.comfort.vocabulary import Asked, Place
from snowdrop.ground import clock, journal, outbox
from snowdrop.ground.models import Outgoing
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials.actions import describe_memorial, keep_out
from snowdrop.memorials.vocabulary import Scope
from snowdrop.notices.actions import stop_mails
from snowdrop.notices.tokens import token_of
from snowdrop.people.marks import address_mark
from tests.world.browsers import browser_of
from tests.world.cast import NOON, Cast, a_family, a_person, let_help
from tests.world.guests import send

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


def desk(cast: Cast, more: str = "") -> str:
    return f"/m/{cast.memorial.slug}/reading/{more}"


def ask(cast: Cast, **given: str) -> tuple[Comfort, str]:
    """A message whose sender the helper asks, in their browser; returns it with the sender's token."""
    once = new_once()
    comfort = send(cast.memorial, once=once, words="At least you are young.", name="Tom", **given)
    form = {"sentences": ["advice", "shorter"], "words": "She would be glad of her name."}
    browser_of(cast.helper).post(desk(cast, f"{comfort.handle}/asking/"), form)
    return Comfort.objects.get(pk=comfort.pk), once


def sender_reads(once: str) -> str:
    return Client().get(f"/sent/{once}/").content.decode()


def test_a_sender_reads_on_their_own_page_what_they_are_asked_and_not_by_whom(cast: Cast) -> None:
    comfort, once = ask(cast)

    page = sender_reads(once)

    assert comfort.place == Place.ASKED
    assert all(str(Asked(one).label) in page for one in ("advice", "shorter")) and str(Asked.FAITH.label) not in page
    assert "She would be glad of her name." in page and "Jonas" not in page
    assert f"/sent/{once}/correction/" in page and f"/sent/{once}/withdrawal/" in page


def test_the_family_does_not_meet_it_while_it_is_asked(cast: Cast) -> None:
    describe_memorial(cast.keeper, cast.memorial, on_the_page="let-through", now=NOON)
    comfort, _ = ask(cast)

    assert not Comfort.objects.of_family(cast.keeper).exists()
    assert actions.open_next(cast.keeper, cast.memorial, now=NOON) is None
    for act in (actions.open_comfort, actions.keep_comfort, actions.put_back, actions.put_apart):
        with pytest.raises(actions.AlreadyMoved):
            act(cast.keeper, comfort, now=NOON)
    assert "young" not in Client().get(f"/m/{cast.memorial.slug}/more/").content.decode()


@pytest.mark.parametrize("rule", ["somebody", "nobody"])
def test_changed_words_come_back_to_the_desk_whatever_the_familys_rule_is_by_then(cast: Cast, rule: str) -> None:
    _, once = ask(cast)
    describe_memorial(cast.keeper, cast.memorial, first_reading=rule, now=NOON)

    Client().post(f"/sent/{once}/correction/", {"words": "Thinking of Ilse.", "name": "Tom"})

    assert Comfort.objects.get().place == Place.HELD and not Asking.objects.exists()
    page = browser_of(cast.helper).get(desk(cast)).content.decode()
    assert "Thinking of Ilse." in page and "Its sender has changed the words since." in page
    assert "A question about what you sent" not in sender_reads(once)


def test_a_sender_takes_it_back_or_leaves_it(cast: Cast) -> None:
    _, once = ask(cast)
    Client().post(f"/sent/{once}/correction/", {"words": "At least you are young.", "name": "Tom"})
    left = Comfort.objects.get().place

    Client().post(f"/sent/{once}/withdrawal/")

    assert (left, Comfort.objects.get().place) == (Place.ASKED, Place.WITHDRAWN)
    assert not Asking.objects.exists() and "You have taken it back" in sender_reads(once)


def test_a_reader_sees_what_was_asked_and_can_take_it_up_again(cast: Cast) -> None:
    comfort, once = ask(cast)
    helper = browser_of(cast.helper)

    listed = helper.get(desk(cast, "set-aside/")).content.decode()
    shown = helper.get(desk(cast, f"{comfort.handle}/")).content.decode()
    helper.post(desk(cast, f"{comfort.handle}/again/"))

    assert comfort.handle in listed and "Its sender was asked to change it" in listed
    assert "She would be glad of her name." in shown and 'name="decision"' not in shown
    assert Comfort.objects.get().place == Place.HELD and not Asking.objects.exists()
    assert "A question about what you sent" not in sender_reads(once)


def test_asking_holds_only_for_the_words_that_were_read(cast: Cast) -> None:
    once, helper = new_once(), browser_of(cast.helper)
    comfort = send(cast.memorial, once=once, words="One")
    page = helper.get(desk(cast, f"{comfort.handle}/asking/")).content.decode()
    [correction] = re.findall(r'name="correction"(?: value="(\d*)")?', page)
    actions.correct(once, Content("Two", "", "", ""), now=NOON)

    answer = helper.post(desk(cast, f"{comfort.handle}/asking/"), {"correction": correction}, follow=True)

    assert "Its sender has changed the words since you opened them." in answer.content.decode()
    assert Comfort.objects.get().place == Place.HELD


def test_nobody_asks_who_does_not_read_first_nor_what_another_is_reading(cast: Cast) -> None:
    welcomer, ana, comfort = a_person("Wim"), a_person("Ana"), send(cast.memorial)
    let_help(cast.keeper, cast.memorial, welcomer, scopes=[Scope.PEOPLE])
    let_help(cast.keeper, cast.memorial, ana)

    for who in (welcomer, cast.stranger, cast.friend, cast.nobody):
        with pytest.raises(NotAllowed):
            actions.ask_sender(who, comfort, now=NOON)
    actions.claim(cast.helper, comfort, now=clock.now())
    with pytest.raises(actions.WithAnother):
        actions.ask_sender(ana, comfort, now=clock.now())
    assert not Asking.objects.exists() and Comfort.objects.get().place == Place.HELD


@pytest.mark.django_db(transaction=True)
def test_a_sender_who_left_an_address_is_told_once_with_an_address_of_their_own_page() -> None:
    cast = a_family(published_to="everybody")
    journal.catch_up_all()
    mail.outbox.clear()
    comfort, once = ask(cast, reach="tom@example.org")

    for _ in range(2):
        mails_go_out()
    [sent] = mail.outbox
    [path] = re.findall(r"/sent/[0-9a-f]{44}/", sent.body)
    by_mail = Client().get(path).content.decode()
    Client().post(f"{path}correction/", {"words": "Thinking of Ilse."})

    assert (sent.to, sent.subject) == (["tom@example.org"], "A question for you")
    private = ("Ilse", "Jonas", "young", "her name", cast.memorial.slug)
    assert not any(word in sent.body + sent.alternatives[0].content for word in private)
    assert once not in path and "She would be glad of her name." in by_mail
    assert read_content(Comfort.objects.get()).words == "Thinking of Ilse."
    assert bytes(SendersAddress.objects.get().digest) != bytes(comfort.arrival)


@pytest.mark.django_db(transaction=True)
def test_no_mail_goes_to_whoever_left_no_address_or_is_not_asked_any_more() -> None:
    cast = a_family(published_to="everybody")
    journal.catch_up_all()
    mail.outbox.clear()
    ask(cast)
    undone, _ = ask(cast, reach="tom@example.org")
    actions.read_again(cast.helper, undone, now=NOON)

    mails_go_out()

    assert not mail.outbox


@pytest.mark.django_db(transaction=True)
def test_no_mail_goes_to_whoever_has_stopped_them_or_is_kept_out_since() -> None:
    cast = a_family(published_to="everybody")
    journal.catch_up_all()
    mail.outbox.clear()
    stop_mails(token_of(address_mark("tom@example.org"), "asking"), everything=True, now=NOON)
    ask(cast, reach="tom@example.org")
    ask(cast, reach="kim@example.org")
    keep_out(cast.keeper, cast.memorial, addresses=["kim@example.org"], now=NOON)

    mails_go_out()

    assert not mail.outbox


@pytest.mark.django_db(transaction=True)
def test_a_mail_is_not_lost_while_the_server_is_away(settings: Any) -> None:
    cast = a_family(published_to="everybody")
    journal.catch_up_all()
    mail.outbox.clear()
    ask(cast, reach="tom@example.org")
    settings.EMAIL_BACKEND = "tests.world.keeping.NoServer"
    mails_go_out()

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    Outgoing.objects.filter(due_at__isnull=False).update(due_at=clock.now())
    mails_go_out()

    assert [one.to for one in mail.outbox] == [["tom@example.org"]]


def mails_go_out() -> None:
    """The worker reads the journal and brings what is in the outbox."""
    journal.catch_up_all()
    while outbox.send_what_is_due(clock.now()):
        pass
