"""Whoever the family keeps out finds nothing, by whichever door they come (trust.md B2, T08).

They try every address of the table that has to do with a memorial, by every method: with the account that is on the
list, with one that they open later under a variant of the address, with one that calls itself by a name on the list,
each in a browser that holds a private link of somebody else's. And, without signing in, every form for guests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pytest
from django.conf import settings
from django.test import Client

from snowdrop.comfort import actions as comfort
from snowdrop.comfort.vocabulary import Place
from snowdrop.ground import clock
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Knock, Memorial, Publication, RequestToSee
from snowdrop.memorials.vocabulary import Purpose
from snowdrop.people.models import Person
from tests.figures import Figures
from tests.house.addresses import Address, all_addresses
from tests.house.belongings import Household, mark, unknown_parts
from tests.house.household import a_household
from tests.house.knocking import address, knock
from tests.house.laws import obeyed
from tests.house.matrix import TABLE
from tests.world.guests import fields

METHODS: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
OWN: Final = {"once", "passkey_id", "device_id", "token"}
"""Parts of addresses at which somebody finds what is their own: what they sent before, their passkeys and devices, the
mails that they get."""
OF_NO_FAMILY: Final = {
    *("story", "hide_kind", "answer_story", "words_to_author", "words_by_secret"),
    *("support_group", "ask_to_join", "accept_facilitating", "take_back_group_request"),
    *("reported", "decision", "name_looked_up", "year_told"),
}
"""Of stories, groups and what was decided: they belong to no memorial, so no family can keep anybody out of them."""
LISTED: Final = mark("name", Place.KEPT_OUT)

_RANDOM = re.compile(r'name="(?:knock_id|once)" value="[^"]+"|(?<=/reported/)[^/]+')


@dataclass(frozen=True, slots=True)
class WayIn:
    """Somebody who is kept out, and how they come: the address and the name of their account."""

    email: str
    name: str = ""

    def browser(self, household: Household) -> Client:
        """Signed in, in a browser in which somebody else was given a private link."""
        browser = Client(raise_request_exception=False)
        person = Person.objects.filter(email=self.email).first()
        browser.force_login(person or Person.objects.create_user(self.email, name=self.name))
        browser.cookies[settings.LINKS_COOKIE] = household.browsers["friend"].cookies[settings.LINKS_COOKIE].value
        browser.get("/about/")  # notes once that they were here today, not with each answer anew
        return browser


WAYS_IN: Final = (
    WayIn("blocked@example.org"),
    WayIn("blocked+later@example.org"),
    WayIn("somebody@example.net", name=f"  {LISTED.upper()} "),
)


def tried(browser: Client, method: str, household: Household, one: Address) -> Iterator[tuple[int, str, str]]:
    """What they are answered at the address as it is there, and at one like it that leads nowhere."""
    body = dict(TABLE[one.name].body) | ({"once": dict(fields())["once"]} if one.name == "send_comfort" else {})
    for parts in (household.parts_of(one), unknown_parts(one.parts)):
        path = address(one.name, parts)
        status, headers, text = knock(browser, method, path, body).without(path)
        yield status, _RANDOM.sub("", headers), _RANDOM.sub("", text)


@pytest.fixture
def no_limits(settings: Any) -> None:
    """However often somebody asks."""
    settings.ACCOUNT_RATE_LIMITS = {}


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("state", ["link", "everybody"])
@pytest.mark.parametrize("way_in", WAYS_IN, ids=lambda one: one.email)
def test_whoever_is_kept_out_finds_at_every_address_what_is_found_where_nothing_is(
    no_limits: None, figures: Figures, state: str, way_in: WayIn
) -> None:
    household = a_household(state)
    browser, broken, checks = way_in.browser(household), [], 0
    assert knock(household.browsers["friend"], "GET", f"/m/{household.memorial.slug}/").status == 200

    for name, one in all_addresses().items():
        if name not in TABLE or not one.parts or OWN & set(one.parts) or name in OF_NO_FAMILY:
            continue
        for method in METHODS if (way_in, state) == (WAYS_IN[0], "everybody") else ("GET", "POST"):
            checks += 1
            there, nowhere = tried(browser, method, household, one)
            if there != nowhere:
                broken.append(f"{method} {name}, {state}: told from nothing ({there[0]}, {nowhere[0]}).")

    figures("T08", checks=checks, wrong=len(broken))
    obeyed("whoever the family keeps out finds nothing, at any address, by any method.", broken)


SIGNED_SO: Final[tuple[dict[str, str], ...]] = (
    {"name": LISTED},
    {"name": f" {LISTED.upper()} "},
    {"name": LISTED.replace("-", ", ")},
    {"name": " ".join(reversed(LISTED.split("-")))},
    {"name": LISTED.replace("a", "á")},
    {"name": "Somebody", "reach": "blocked@example.org"},
    {"name": "Somebody", "reach": "BLOCKED+new@Example.ORG"},
    {"name": "blocked@example.org"},
)
"""How somebody signs who is on the list, in the forms that ask nobody to sign in."""


@pytest.mark.django_db
@pytest.mark.parametrize("signed", SIGNED_SO, ids=str)
def test_without_signing_in_nothing_of_theirs_reaches_anybody_and_the_answer_is_everybodys(
    no_limits: None, figures: Figures, signed: dict[str, str]
) -> None:
    household = a_household("everybody")
    slug, friend = household.memorial.slug, {"name": "A friend"}

    answers = {
        "sending": [_sent(slug, one) for one in (signed, friend)],
        "correcting": [_corrected(slug, one) for one in (signed, friend)],
        "asking": [_asked(slug, one) for one in (signed, friend)],
    }

    wrong = [form for form, (theirs, others) in answers.items() if theirs.told != others.told]
    reached = [form for form, (theirs, _) in answers.items() if theirs.reached]
    figures("T08", checks=2 * len(answers), wrong=len(wrong) + len(reached))
    assert all(others.reached for _, others in answers.values())
    assert (wrong, reached) == ([], [])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What somebody was answered, and whether what they wrote can reach anybody."""

    told: tuple[int, str]
    reached: bool


def _sent(slug: str, signed: dict[str, str]) -> Outcome:
    form = dict(fields(**signed))
    answer = Client().post(f"/m/{slug}/send/", form)
    told = answer.status_code, str(answer.headers.get("Location")).replace(form["once"], "ONCE")
    return Outcome(told, comfort.sent_with(form["once"]).place != Place.KEPT_OUT)


def _corrected(slug: str, signed: dict[str, str]) -> Outcome:
    """First as a friend, then under the name or address of somebody who is kept out."""
    form = dict(fields(name="A friend"))
    Client().post(f"/m/{slug}/send/", form)
    answer = Client().post(f"/sent/{form['once']}/correction/", {"words": "Other words", **signed})
    told = answer.status_code, str(answer.headers.get("Location")).replace(form["once"], "ONCE")
    return Outcome(told, comfort.sent_with(form["once"]).place != Place.KEPT_OUT)


def _asked(slug: str, signed: dict[str, str]) -> Outcome:
    """At a page that only a few may see, where a friend is heard."""
    memorial = Memorial.objects.get(slug=slug)
    Publication.objects.filter(memorial=memorial).update(audience="keepers")
    said = {"name": signed["name"], "address": signed.get("reach", "somebody@example.net")}
    answer = Client().post(f"/m/{slug}/ask/", said)
    before = RequestToSee.objects.count()
    memorials.carry_in(Knock.objects.get().pk, now=clock.now())
    body = re.sub(r'value="[^"]+"', "", answer.content.decode())
    return Outcome((answer.status_code, body), RequestToSee.objects.count() > before)


@pytest.mark.django_db
@pytest.mark.parametrize("way_in", WAYS_IN, ids=lambda one: one.email)
def test_no_invitation_lets_them_in(figures: Figures, way_in: WayIn) -> None:
    household = a_household("link")
    keeper, memorial, circle = household.people["keeper"], household.memorial, household.memorial.circles.get()
    browser, broken = way_in.browser(household), []
    for purpose in Purpose:
        given = {"circle": circle} if purpose == Purpose.CIRCLE else {}
        given |= {"address": "lou@example.org"} if purpose == Purpose.KEEPER else {}
        _, secret = memorials.invite(keeper, memorial, purpose=purpose, **given, now=clock.now())
        for method in ("GET", "POST"):
            answers = [
                knock(browser, method, f"/invitation/{one}/").without(f"/invitation/{one}/")
                for one in (secret, "A" * 27)
            ]
            broken += [f"{method} of an invitation ({purpose}) tells them that there is one."] * (
                answers[0] != answers[1]
            )

    figures("T08", checks=2 * len(Purpose), wrong=len(broken))
    obeyed("no invitation lets somebody in whom the family keeps out.", broken)
