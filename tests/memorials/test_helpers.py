"""Asking somebody to read first: an address is shown once and accepted once; whatever is over looks the same."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from snowdrop.ground import clock
from snowdrop.ground.ids import new_id
from snowdrop.memorials import actions
from snowdrop.memorials.models import Helper, Invitation, Memorial
from tests.world.browsers import as_seen, browser_of
from tests.world.cast import NOON, Cast, a_family, a_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_family()


def invite(cast: Cast, name: str = "Ana") -> str:
    """Makes an invitation in the keeper's browser; returns the path of its address."""
    page = browser_of(cast.keeper).post(f"/m/{cast.memorial.slug}/helpers/", {"name": name}).content.decode()
    (path,) = re.findall(rf'value="{settings.SNOWDROP.address}(/invitation/[\w-]+/)"', page)
    return path


def test_the_address_of_an_invitation_is_shown_once_and_not_kept(cast: Cast) -> None:
    path = invite(cast)

    afterwards = browser_of(cast.keeper).get(f"/m/{cast.memorial.slug}/helpers/")

    assert [one.name for one in afterwards.context["page"].invited] == ["Ana"]
    assert path not in afterwards.content.decode()


def test_what_is_asked_is_said_before_signing_in_which_leads_back(cast: Cast) -> None:
    path = invite(cast)

    page = Client().get(path).content.decode()

    assert "The family asks you to read what people send to them" in page
    assert f"/sign-in/?next={path.replace('/', '%2F')}" in page
    assert "I will help" not in page


def test_an_invitation_is_accepted_once_by_a_press(cast: Cast) -> None:
    path, ana, ben = invite(cast), a_person("Ana"), a_person("Ben")
    looked = browser_of(ana).get(path)

    accepted = browser_of(ana).post(path)
    again = browser_of(ben).post(path)

    assert "I will help" in looked.content.decode()
    assert accepted["Location"] == f"/m/{cast.memorial.slug}/"
    assert again.status_code == 404
    assert list(Memorial.objects.helped_by(ana)) == [cast.memorial]
    assert not Helper.objects.filter(person_id=ben.person_id).exists()


def test_a_press_without_signing_in_changes_nothing_and_asks_to_sign_in(cast: Cast) -> None:
    path = invite(cast)

    response = Client().post(path)

    assert (response.status_code, Invitation.objects.count()) == (200, 1)
    assert "Sign in, then decide" in response.content.decode()


def test_a_keeper_who_opens_it_is_told_and_does_not_use_it_up(cast: Cast) -> None:
    path = invite(cast)

    response = browser_of(cast.keeper).post(path)

    assert "You keep this memorial yourself" in response.content.decode()
    assert (Invitation.objects.count(), Helper.objects.count()) == (1, 1)


def test_used_taken_back_expired_and_never_made_look_the_same(cast: Cast) -> None:
    used, taken_back = invite(cast, "Ana"), invite(cast, "Ben")
    browser_of(a_person("Ana")).post(used)
    removal = f"/m/{cast.memorial.slug}/invitations/{Invitation.objects.get().id}/removal/"
    asked = browser_of(cast.keeper).get(removal)
    browser_of(cast.keeper).post(removal)
    _, secret = actions.invite_helper(cast.keeper, cast.memorial, now=clock.now() - timedelta(days=15))
    over = (used, taken_back, f"/invitation/{secret}/", "/invitation/never/")

    answers = {as_seen(Client().get(path), path) for path in over}

    assert "Take back the invitation for Ben?" in asked.content.decode()
    (answer,) = answers
    assert (answer[0], "This invitation is over" in answer[1]) == (404, True)


def test_the_room_of_helpers_shows_who_helps_by_the_name_that_they_gave(cast: Cast) -> None:
    nameless = a_person("")
    _, secret = actions.invite_helper(cast.keeper, cast.memorial, now=NOON)
    actions.accept_invitation(nameless, secret=secret, now=NOON)

    page = browser_of(cast.keeper).get(f"/m/{cast.memorial.slug}/helpers/").context["page"]

    assert sorted(one.name for one in page.helpers) == ["@example.org", "Jonas"]


def removal_of(helper: Helper) -> str:
    return f"/m/{helper.memorial.slug}/helpers/{helper.id}/removal/"


def test_a_keeper_ends_a_helpers_part_after_being_asked_once(cast: Cast) -> None:
    helper, keeper = Helper.objects.get(), browser_of(cast.keeper)

    asked = keeper.get(removal_of(helper)).content.decode()
    still = Helper.objects.exists()
    keeper.post(removal_of(helper))

    assert ("End the help of Jonas?" in asked, still) == (True, True)
    assert not Memorial.objects.helped_by(cast.helper).exists()


def test_a_helper_resigns_without_a_reason(cast: Cast) -> None:
    helper, browser = Helper.objects.get(), browser_of(cast.helper)

    asked = browser.get(removal_of(helper)).content.decode()
    done = browser.post(removal_of(helper))

    assert "You need no reason." in asked
    assert done["Location"] == "/memorials/"
    assert not Memorial.objects.helped_by(cast.helper).exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_helper_ends_nobody_elses_part(cast: Cast, method: str) -> None:
    other = a_person("Ana")
    _, secret = actions.invite_helper(cast.keeper, cast.memorial, now=NOON)
    helper = actions.accept_invitation(other, secret=secret, now=NOON)

    response = getattr(browser_of(cast.helper), method)(removal_of(helper))

    assert response.status_code == 404
    assert Memorial.objects.helped_by(other).exists()


def test_a_form_that_is_sent_twice_invites_once_and_shows_the_address_once(cast: Cast) -> None:
    keeper, address = browser_of(cast.keeper), f"/m/{cast.memorial.slug}/helpers/"
    form = {"name": "Ana", "invitation_id": str(new_id())}
    before = Invitation.objects.count()

    first, again = keeper.post(address, form), keeper.post(address, form)

    assert Invitation.objects.count() == before + 1
    assert "/invitation/" in first.content.decode()
    assert (again.status_code, again["Location"]) == (302, address)
    assert "made already" in keeper.get(address).content.decode()
