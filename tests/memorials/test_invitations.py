"""Invitations: for one person, once, for a while; who is not named by an address waits; over always looks the same."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from smtplib import SMTPException
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client

from snowdrop.ground import clock
from snowdrop.ground.ids import new_id
from snowdrop.memorials import actions, queries
from snowdrop.memorials.models import Block, Circle, Deletion, Helper, Invitation, Keeper, Member, Memorial
from snowdrop.memorials.vocabulary import BlockBy, Purpose
from snowdrop.people.marks import address_mark, name_mark
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from tests.world.browsers import as_seen, browser_of
from tests.world.cast import Cast, a_family, a_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_family()


@pytest.fixture
def circle(cast: Cast) -> Circle:
    return actions.make_circle(cast.keeper, cast.memorial, name="Family", now=clock.now())


def form_for(to: object, **given: str) -> dict[str, str]:
    return {"name": "Ana", "to": str(to), "way": "by-hand", "address": "", "words": "", "scopes": "read-first", **given}


def send(cast: Cast, form: dict[str, str]) -> Any:
    return browser_of(cast.keeper).post(f"/m/{cast.memorial.slug}/people/invitation/", form)


def invite(cast: Cast, to: object = "helper", **given: str) -> str:
    """Makes an invitation by hand in the keeper's browser; returns the path of its address."""
    page = send(cast, form_for(to, **given)).content.decode()
    (path,) = re.findall(rf'value="{settings.SNOWDROP.address}(/invitation/[\w-]+/)"', page)
    return path


def invite_by_mail(cast: Cast, to: object, address: str, **given: str) -> str:
    """Invites by mail; returns the path that the mail carries."""
    send(cast, form_for(to, way="mail", address=address, **given))
    return re.findall(r"(/invitation/[\w-]+/)", mail.outbox[-1].body)[0]


def let_in(cast: Cast) -> Any:
    waiting = Invitation.objects.get(let_in_at=None, accepted_by__isnull=False)
    return browser_of(cast.keeper).post(f"/m/{cast.memorial.slug}/invitations/{waiting.id}/welcome/")


def room(cast: Cast) -> Any:
    return browser_of(cast.keeper).get(f"/m/{cast.memorial.slug}/invitations/").context["page"]


def over(path: str, viewer: Viewer | None = None) -> bool:
    """Whether somebody is answered exactly as if the invitation had never been."""
    browser = browser_of(viewer) if viewer else Client()
    there, never = as_seen(browser.get(path), path), as_seen(browser.get("/invitation/never/"), "/invitation/never/")
    assert (never[0], "This invitation is over" in never[1]) == (404, True)
    return there == never


def keep_out(cast: Cast, by: BlockBy, written: str) -> None:
    mark = name_mark(written) if by == BlockBy.NAME else address_mark(written)
    given = {"made_by": cast.keeper.person_id, "made_at": clock.now()}
    Block.objects.create(memorial=cast.memorial, by_what=by, mark=mark, **given)


# What the keeper does


def test_the_address_of_an_invitation_is_shown_once_and_not_kept(cast: Cast) -> None:
    path = invite(cast)

    afterwards = browser_of(cast.keeper).get(f"/m/{cast.memorial.slug}/invitations/")

    assert [one.name for one in afterwards.context["page"].invited] == ["Ana"]
    assert path not in afterwards.content.decode()


def test_a_form_that_is_sent_twice_invites_once_and_shows_the_address_once(cast: Cast) -> None:
    form = form_for("helper", invitation_id=str(new_id()))
    before = Invitation.objects.count()

    first, again = send(cast, form), send(cast, form)

    assert Invitation.objects.count() == before + 1
    assert "/invitation/" in first.content.decode()
    assert (again.status_code, again["Location"]) == (302, f"/m/{cast.memorial.slug}/invitations/")


def test_a_mail_carries_the_senders_words_and_nothing_of_the_memorial(cast: Cast, circle: Circle) -> None:
    path = invite_by_mail(cast, circle.id, "ana@example.net", words="Dear Ana,\nif you like.")

    (sent,) = mail.outbox
    html = sent.alternatives[0].content
    assert (sent.to, sent.subject) == (["ana@example.net"], "An invitation for you")
    for body in (sent.body, html):
        assert all(words in body for words in ("Mira", "Dear Ana,", "if you like.", path))
        assert not any(private in body for private in ("Ilse", "Family", cast.memorial.slug))
    assert path not in browser_of(cast.keeper).get(f"/m/{cast.memorial.slug}/invitations/").content.decode()


def test_by_mail_an_address_is_needed_and_has_to_look_like_one(cast: Cast) -> None:
    missing = send(cast, form_for("helper", way="mail")).content.decode()
    strange = send(cast, form_for("helper", way="mail", address="ana")).content.decode()

    assert "Please write the address to which it goes." in missing
    assert "does not look like an address" in strange
    assert not mail.outbox


class Away(EmailBackend):
    """A mail server that takes nothing."""

    def send_messages(self, messages: Any) -> int:
        raise SMTPException


def test_where_no_mail_can_be_sent_the_address_is_shown_instead(cast: Cast, settings: Any) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Away"

    page = send(cast, form_for("helper", way="mail", address="ana@example.net")).content.decode()

    assert "no mail could be sent" in page
    assert "/invitation/" in page
    assert Invitation.objects.filter(address_mark=address_mark("ana@example.net")).exists()


def test_after_many_mails_in_a_day_the_address_is_shown_instead(cast: Cast, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "invite_by_mail": "1/1d/key"}

    first = send(cast, form_for("helper", way="mail", address="ana@example.net"))
    second = send(cast, form_for("helper", way="mail", address="ben@example.net"))

    assert (first.status_code, second.status_code, len(mail.outbox)) == (302, 200, 1)


@pytest.mark.parametrize(
    ("by", "written", "form"),
    [
        (BlockBy.ADDRESS, "karl@example.net", {"way": "mail", "address": "Karl+two@Example.net"}),
        (BlockBy.ACCOUNT, "karl@example.net", {"way": "mail", "address": "karl@example.net"}),
        (BlockBy.NAME, "Karl", {"name": " KARL "}),
    ],
)
def test_who_is_kept_out_is_not_invited_and_the_keeper_is_told(
    cast: Cast, by: BlockBy, written: str, form: dict[str, str]
) -> None:
    keep_out(cast, by, written)
    before = Invitation.objects.count()

    answer = send(cast, form_for("helper", **form))

    assert "You keep this person out." in answer.content.decode()
    assert (Invitation.objects.count(), mail.outbox) == (before, [])


def test_an_invitation_made_again_ends_the_old_address_and_begins_anew(cast: Cast, circle: Circle) -> None:
    old = invite_by_mail(cast, circle.id, "ana@example.net")
    ana = Viewer(person_id=Person.objects.create_user("ana@example.net", name="Ana").id)
    browser_of(ana).get(old)
    invitation = Invitation.objects.get(circle=circle)
    address = f"/m/{cast.memorial.slug}/invitations/{invitation.id}/again/"

    asked = browser_of(cast.keeper).get(address).content.decode()
    browser_of(cast.keeper).post(address)
    new = re.findall(r"(/invitation/[\w-]+/)", mail.outbox[-1].body)[0]

    assert "A new mail goes to ana@example.net." in asked
    assert (invitation.opened_at is not None, Invitation.objects.get(circle=circle).opened_at) == (True, None)
    assert (over(old, ana), over(new, ana)) == (True, False)


# What the invited person sees


def test_before_signing_in_it_says_what_is_asked_and_nothing_of_the_family(cast: Cast) -> None:
    path = invite(cast)

    page = Client().get(path).content.decode()

    assert "The family asks you to take something off their hands." in page
    assert f"/sign-in/?next={path.replace('/', '%2F')}" in page
    assert not any(words in page for words in ("Ilse", "Mira", cast.memorial.slug, "I will help"))


def test_a_press_without_signing_in_changes_nothing_and_asks_to_sign_in(cast: Cast) -> None:
    path = invite(cast)

    response = Client().post(path)

    assert (response.status_code, Invitation.objects.filter(accepted_by=None).count()) == (200, 1)
    assert "Sign in, then decide" in response.content.decode()


def test_it_counts_as_opened_once_somebody_has_signed_in_and_never_for_machines(cast: Cast) -> None:
    path = invite(cast)
    Client().get(path)
    unopened = room(cast).invited[0].is_opened
    browser_of(a_person("Ana")).get(path)
    first = Invitation.objects.get(accepted_by=None).opened_at
    browser_of(a_person("Ben")).get(path)

    assert (unopened, room(cast).invited[0].is_opened) == (False, True)
    assert Invitation.objects.get(accepted_by=None).opened_at == first


def test_whoever_accepts_an_address_given_by_hand_waits_until_a_keeper_lets_them_in(cast: Cast, circle: Circle) -> None:
    path, ana = invite(cast, circle.id, name="Aunt Ana"), a_person("Ana")
    asked = browser_of(ana).get(path).content.decode()
    actions.publish_memorial(cast.keeper, cast.memorial, to="circles", circles=[circle.id], now=clock.now())
    browser_of(ana).post(path)
    waits = browser_of(ana).get(path).content.decode()
    sees_nothing = not Memorial.objects.visible_to(ana).exists()
    (waiting,) = room(cast).waiting

    let_in(cast)

    assert ("Mira wants to show you" in asked, "Ilse" in asked + waits) == (True, False)
    assert ("Mira will let you in" in waits, sees_nothing) == (True, True)
    assert (waiting.invited, waiting.name, waiting.address) == ("Aunt Ana", "Ana", "ana@example.org")
    assert Member.objects.get().name == "Aunt Ana"
    assert (mail.outbox[-1].to, "Ilse" in mail.outbox[-1].body) == (["ana@example.org"], False)
    assert browser_of(ana).get(path)["Location"] == f"/m/{cast.memorial.slug}/"


def test_somebody_who_is_not_let_in_learns_only_that_it_is_over(cast: Cast, circle: Circle) -> None:
    path, ana = invite(cast, circle.id), a_person("Ana")
    browser_of(ana).post(path)
    address = f"/m/{cast.memorial.slug}/invitations/{Invitation.objects.get(circle=circle).id}/removal/"

    asked = browser_of(cast.keeper).get(address).content.decode()
    browser_of(cast.keeper).post(address)

    assert "Not let Ana in?" in asked
    assert over(path, ana)
    assert (Member.objects.exists(), mail.outbox) == (False, [])


@pytest.mark.parametrize("address", ["ana@example.net", " Ana@Example.NET"])
def test_whoever_signs_in_with_the_invited_address_is_let_in_at_once(cast: Cast, circle: Circle, address: str) -> None:
    path = invite_by_mail(cast, circle.id, address)
    ana = Viewer(person_id=Person.objects.create_user("ana@example.net").id)

    browser_of(ana).post(path)

    assert Member.objects.filter(circle=circle, person_id=ana.person_id).exists()


def test_an_invitation_by_mail_opens_for_no_other_address_and_is_not_used_by_it(cast: Cast, circle: Circle) -> None:
    path, ben = invite_by_mail(cast, circle.id, "ana@example.net"), a_person("Ben")

    page = browser_of(ben).get(path).content.decode()
    browser_of(ben).post(path)

    assert "This invitation is for another address" in page
    assert not any(words in page for words in ("Ilse", "Mira", "ana@"))
    assert (Member.objects.exists(), room(cast).invited[0].is_opened) == (False, False)


def test_an_invitation_serves_one_person(cast: Cast, circle: Circle) -> None:
    path, ana, ben = invite(cast, circle.id), a_person("Ana"), a_person("Ben")
    browser_of(ana).post(path)

    again = browser_of(ben).post(path)

    assert (again.status_code, over(path, ben), over(path)) == (404, True, True)
    assert "will let you in" in browser_of(ana).get(path).content.decode()


@pytest.mark.parametrize("viewer", ["keeper", "helper"])
def test_who_is_there_already_is_told_and_does_not_use_it_up(cast: Cast, viewer: str) -> None:
    path, one = invite(cast), cast.everybody()[viewer]

    browser_of(one).post(path)
    page = browser_of(one).get(path).content.decode()

    assert "You are in already." in page
    assert (Invitation.objects.filter(accepted_by=None).count(), Helper.objects.count()) == (1, 1)


def test_used_taken_back_run_out_and_never_made_look_the_same(cast: Cast, circle: Circle) -> None:
    used, taken_back = invite(cast, circle.id), invite(cast, "helper", name="Ben")
    browser_of(a_person("Ana")).post(used)
    one = Invitation.objects.get(circle=None, accepted_by=None)
    asked = browser_of(cast.keeper).get(f"/m/{cast.memorial.slug}/invitations/{one.id}/removal/").content.decode()
    browser_of(cast.keeper).post(f"/m/{cast.memorial.slug}/invitations/{one.id}/removal/")
    long_ago = clock.now() - timedelta(days=15)
    _, secret = actions.invite(cast.keeper, cast.memorial, purpose=Purpose.HELPER, now=long_ago)

    assert "Take back the invitation for Ben?" in asked
    for viewer in (None, a_person("Kit")):
        assert all(over(path, viewer) for path in (used, taken_back, f"/invitation/{secret}/"))


@pytest.mark.parametrize("by", ["address", "name", "account"])
def test_somebody_who_is_kept_out_meets_an_invitation_that_is_over(cast: Cast, circle: Circle, by: str) -> None:
    by_mail = invite_by_mail(cast, circle.id, "karl@example.net")
    by_hand = invite(cast, circle.id)
    karl = Viewer(person_id=Person.objects.create_user("karl@example.net", name="Karl").id)
    open_before = not over(by_hand, karl)
    keep_out(cast, BlockBy(by), "karl" if by == "name" else "KARL+x@example.net")

    answers = [browser_of(karl).post(path).status_code for path in (by_mail, by_hand)]

    assert (open_before, over(by_mail, karl), over(by_hand, karl), answers) == (True, True, True, [404, 404])
    assert not Member.objects.exists()


def test_somebody_who_was_put_on_the_list_while_they_waited_is_not_let_in(cast: Cast, circle: Circle) -> None:
    path, karl = invite(cast, circle.id), a_person("Karl")
    browser_of(karl).post(path)
    keep_out(cast, BlockBy.NAME, "Karl")

    let_in(cast)

    assert not Member.objects.exists()
    assert over(path, karl)


def test_after_somebody_was_taken_out_the_address_that_let_them_in_is_over(cast: Cast, circle: Circle) -> None:
    path = invite_by_mail(cast, circle.id, "ana@example.net")
    ana = Viewer(person_id=Person.objects.create_user("ana@example.net").id)
    browser_of(ana).post(path)
    led_in = not over(path, ana)

    actions.take_out_of_circle(cast.keeper, cast.memorial, Member.objects.get(), now=clock.now())

    assert (led_in, over(path, ana)) == (True, True)


def test_somebody_let_in_while_nothing_is_open_is_told_so_calmly(cast: Cast, circle: Circle) -> None:
    path = invite_by_mail(cast, circle.id, "ana@example.net")
    ana = Viewer(person_id=Person.objects.create_user("ana@example.net").id)
    browser_of(ana).post(path)

    page = browser_of(ana).get(path)

    assert (page.status_code, "Nothing is open to you at the moment." in page.content.decode()) == (200, True)


def test_a_helper_who_comes_in_while_the_page_is_private_is_led_to_the_desk(cast: Cast) -> None:
    path, ana = invite(cast), a_person("Ana")
    browser_of(ana).post(path)
    let_in(cast)

    assert browser_of(ana).get(path)["Location"] == f"/m/{cast.memorial.slug}/reading/"


def test_somebody_who_is_let_in_to_keep_the_memorial_keeps_it(cast: Cast) -> None:
    path, ana = invite(cast, "keeper"), a_person("Ana")
    browser_of(ana).post(path)
    before = Keeper.objects.filter(person_id=ana.person_id).exists()

    let_in(cast)

    assert (before, Keeper.objects.filter(person_id=ana.person_id).exists()) == (False, True)


def test_once_a_deletion_was_asked_for_every_invitation_is_over(cast: Cast) -> None:
    path, ana = invite(cast), a_person("Ana")
    before = over(path, ana)

    Deletion.objects.create(
        memorial=cast.memorial, by=cast.keeper.person_id, at=clock.now(), final_at=clock.now() + timedelta(days=30)
    )

    assert (before, over(path, ana)) == (False, True)


def test_an_invitation_ends_with_its_time(cast: Cast) -> None:
    now: datetime = clock.now()
    _, secret = actions.invite(cast.keeper, cast.memorial, purpose=Purpose.HELPER, now=now)

    with pytest.raises(queries.InvitationIsOver):
        actions.accept_invitation(a_person("Ben"), secret=secret, now=now + timedelta(days=14))
