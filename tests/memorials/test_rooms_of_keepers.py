"""The rooms of those who keep a memorial together, as people walk through them in a browser."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from snowdrop.ground import clock
from snowdrop.memorials import actions
from snowdrop.memorials.jobs import look_after_keeping
from snowdrop.memorials.models import Deletion, Freeze, HandOver, Invitation, Keeper, Memorial, Succession
from snowdrop.memorials.vocabulary import Purpose
from snowdrop.people.models import Person
from snowdrop.people.viewer import Viewer
from snowdrop.tributes.models import Letter
from tests.world.cast import NOON, Cast, a_family, a_person

pytestmark = pytest.mark.django_db

BY_MAIL = {"name": "Ona", "way": "mail", "address": "ona@example.org", "words": "Please keep it with us."}


def browser_of(person: Viewer, *, lately: bool = False) -> Client:
    """The browser of somebody who has signed in; `lately`: they showed just now who they are."""
    browser = Client()
    browser.force_login(Person.objects.get(pk=person.person_id))
    if lately:
        session = browser.session
        session["signed_in_at"] = clock.now().timestamp()
        session.save()
    return browser


@pytest.fixture
def family() -> Cast:
    return a_family(published_to="everybody")


def path(family: Cast, rest: str) -> str:
    return f"/m/{family.memorial.slug}/{rest}"


def said_after(answer: object) -> str:
    return answer.content.decode()


def main_of(answer: object) -> str:
    """What a page says itself, without its frame."""
    return said_after(answer).split("<main")[1].split("</main")[0]


def test_an_invitation_is_sent_when_the_last_one_has_agreed(family: Cast, other: Viewer) -> None:
    mine, theirs = browser_of(family.keeper), browser_of(other)

    asked = mine.post(path(family, "people/invitation/"), {**BY_MAIL, "to": "keeper"}, follow=True)
    assert "Still asked: Ruth." in said_after(asked)
    assert mail.outbox == []
    invitation = Invitation.objects.get(purpose="keeper", accepted_by=None)
    assert "asks whether you agree" in said_after(theirs.get("/mine/"))
    theirs.post(path(family, f"keepers/answers/{invitation.id}/"), {"answer": "yes"})

    assert [message.to for message in mail.outbox] == [["ona@example.org"]]


def test_without_an_address_those_who_agree_would_not_know_to_whom(family: Cast, other: Viewer) -> None:
    by_hand = {"name": "Ona", "to": "keeper", "way": "by-hand"}

    answer = browser_of(family.keeper).post(path(family, "people/invitation/"), by_hand)

    assert "they agree to one person" in said_after(answer)
    assert 'value="Ona"' in said_after(answer)


def test_handing_over_invites_and_leaves_when_they_have_come(family: Cast) -> None:
    mine, ona = browser_of(family.keeper), a_person("Ona")

    mine.post(path(family, "keepers/hand-over/"), BY_MAIL)
    assert HandOver.objects.filter(memorial=family.memorial, by=family.keeper.person_id).exists()
    address = next(line for line in mail.outbox[-1].body.splitlines() if "/invitation/" in line)
    browser_of(ona).post(address.removeprefix("http://localhost:8000"))

    assert [one.person_id for one in Keeper.objects.filter(memorial=family.memorial)] == [ona.person_id]


def test_the_same_hand_over_sent_twice_invites_once(family: Cast) -> None:
    form = {**BY_MAIL, "invitation_id": "01890000-0000-7000-8000-000000000009"}
    mine = browser_of(family.keeper)

    answers = [mine.post(path(family, "keepers/hand-over/"), form) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert HandOver.objects.count() == 1


def test_leaving_is_asked_once_and_the_last_one_is_shown_other_ways(family: Cast, other: Viewer) -> None:
    mine = browser_of(family.keeper)

    assert "Leave, and let the others keep it?" in said_after(mine.get(path(family, "keepers/resignation/")))
    mine.post(path(family, "keepers/resignation/"))
    alone = browser_of(other).post(path(family, "keepers/resignation/"))

    assert mine.get(path(family, "keepers/")).status_code == 404
    assert "You keep it alone" in said_after(alone)
    assert Keeper.objects.filter(memorial=family.memorial).count() == 1


# Frozen


def test_what_was_written_is_still_there_where_it_is_frozen(family: Cast, other: Viewer) -> None:
    actions.freeze(other, family.memorial, now=clock.now())
    mine = browser_of(family.keeper)
    letter = {
        "words": "Dear Ilse, the long letter",
        "audience": "everybody",
        "letter_id": "01890000-0000-7000-8000-000000000001",
        "pen": "01890000-0000-7000-8000-000000000002",
    }
    forms = {
        "letters/new/": (letter, "Dear Ilse, the long letter"),
        "links/": ({"name": "Our choir"}, "Our choir"),
        "people/invitation/": ({**BY_MAIL, "to": "helper", "scopes": "read-first"}, "Please keep it with us."),
        "keepers/hand-over/": (BY_MAIL, "Please keep it with us."),
    }

    for address, (form, words) in forms.items():
        answer = said_after(mine.post(path(family, address), form))
        assert "Ruth asked on" in answer, address
        assert words in answer, address
    assert not Letter.objects.exists()


def test_a_press_that_would_show_more_meets_a_calm_page(family: Cast, other: Viewer) -> None:
    actions.take_back_memorial(family.keeper, family.memorial, now=clock.now())
    actions.freeze(other, family.memorial, now=clock.now())

    answer = browser_of(family.keeper).post(path(family, "who-sees/"), {"to": "everybody", "sure": "yes"})

    assert answer.status_code == 409
    assert "Ruth asked on" in said_after(answer)
    assert not Memorial.objects.visible_to(Viewer()).exists()


def test_somebody_who_is_invited_is_told_nothing_of_who_froze(family: Cast, other: Viewer) -> None:
    _, secret = actions.invite(family.keeper, family.memorial, purpose="helper", now=clock.now())
    actions.freeze(other, family.memorial, now=clock.now())

    answer = browser_of(family.stranger).post(f"/invitation/{secret}/")

    assert answer.status_code == 409
    assert "Nobody new is let in here at the moment" in said_after(answer)
    assert "Ruth" not in said_after(answer)


def test_a_freeze_is_undone_from_the_next_page(family: Cast) -> None:
    mine = browser_of(family.keeper)

    page = said_after(mine.post(path(family, "keepers/freeze/"), follow=True))
    assert path(family, "keepers/freeze/removal/") in page
    assert Freeze.objects.exists()
    mine.post(path(family, "keepers/freeze/removal/"))

    assert not Freeze.objects.exists()


# Who follows


def test_a_successor_is_named_asks_and_is_stopped_with_one_press(family: Cast) -> None:
    mine, lou = browser_of(family.keeper), browser_of(a_person("Lou"))
    mine.post(path(family, "keepers/successor/"), {"name": "Lou", "address": "lou@example.org", "words": "My sister"})
    room = said_after(mine.get(path(family, "keepers/successor/")))
    secret = room.split("/successor/")[1].split("/")[0]
    assert mail.outbox == []

    asked = lou.post(f"/successor/{secret}/")
    in_vain = browser_of(family.stranger).post("/successor/nothing-at-all/")
    assert main_of(in_vain) == main_of(asked)
    assert "Lou was named to keep it" in said_after(mine.get("/mine/"))
    assert "My sister" in said_after(mine.get(path(family, "keepers/")))
    mine.post(path(family, f"keepers/successions/{Succession.objects.get().id}/"))

    assert Succession.objects.get().stopped_at is not None
    assert lou.get(path(family, "keepers/")).status_code == 404


# Deleting


def test_a_sole_keeper_shows_who_they_are_before_it_is_gone_for_good(family: Cast) -> None:
    there = path(family, "deletion/")

    first = browser_of(family.keeper).post(there, {"when": "now"})
    assert (first.status_code, first.headers["Location"].split("?")[0]) == (302, "/sign-in/")
    assert not Deletion.objects.exists()
    page = said_after(browser_of(family.keeper).get(there))
    assert path(family, "take-with-you/") in page
    browser_of(family.keeper, lately=True).post(there, {"when": "now"})
    look_after_keeping(clock.now())

    assert not Memorial.objects.filter(pk=family.memorial.pk).exists()


def test_with_several_nobody_is_offered_to_delete_it_at_once(family: Cast, other: Viewer) -> None:
    mine = browser_of(family.keeper, lately=True)

    assert 'value="now"' not in said_after(mine.get(path(family, "deletion/")))
    mine.post(path(family, "deletion/"), {"when": "now"})

    assert not Deletion.objects.exists()


def test_all_keepers_are_shown_the_day_and_the_ways(family: Cast, other: Viewer) -> None:
    mine, theirs = browser_of(family.keeper), browser_of(other)
    mine.post(path(family, "deletion/"), {"when": "later"})

    for address in ("/mine/", path(family, ""), path(family, "keepers/")):
        assert "unless you object" in said_after(theirs.get(address)), address
    theirs.post(path(family, "deletion/answer/"), {"answer": "no"})
    assert "It stays hidden all the same" in said_after(mine.get(path(family, "deletion/")))
    assert "Everybody can see" not in said_after(mine.get(path(family, "")))
    assert browser_of(family.helper).get(path(family, "")).status_code == 404
    mine.post(path(family, "deletion/removal/"))

    assert Client().get(path(family, "")).status_code == 200


def test_a_day_that_is_over_answers_like_nothing_anywhere(family: Cast) -> None:
    actions.ask_for_deletion(family.keeper, family.memorial, now=clock.now() - timedelta(days=31))
    mine = browser_of(family.keeper)
    assert mine.get(path(family, "keepers/")).status_code == 200

    look_after_keeping(clock.now())

    for address in ("", "keepers/", "deletion/", "take-with-you/", "send/"):
        assert mine.get(path(family, address)).status_code == 404, address
    assert mine.get("/mine/").status_code == 200


def test_keepers_come_upon_whoever_waits_at_the_door_until_they_are_let_in() -> None:
    cast = a_family()
    ana, pages = a_person("Ana"), ("/mine/", f"/m/{cast.memorial.slug}/")
    words = "Aunt Ana accepted your invitation, and sees nothing until you let them in."

    def met() -> list[str]:
        return [page for page in pages if words in browser_of(cast.keeper).get(page).content.decode()]

    before, (invitation, secret) = (
        met(),
        actions.invite(cast.keeper, cast.memorial, purpose=Purpose.HELPER, name="Aunt Ana", now=NOON),
    )
    actions.accept_invitation(ana, secret=secret, now=NOON)
    waiting = met()
    actions.let_in(cast.keeper, cast.memorial, Invitation.objects.get(pk=invitation.pk), now=NOON)

    assert (before, waiting, met()) == ([], list(pages), [])
