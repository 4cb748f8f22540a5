"""Thanks: written once, for all, some or one; each recipient once; nobody who was kept away learns of it (J6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from snowdrop.comfort import actions, queries_of_thanks
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.models_of_thanks import Thanked, Thanks
from snowdrop.ground import clock, journal, outbox
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.rules import Frozen
from snowdrop.notices.actions import stop_mails
from snowdrop.notices.tokens import token_of
from snowdrop.people.marks import address_mark
from snowdrop.people.models import Person
from tests.world.cast import NOON, Cast, a_family, a_person, let_into_circle
from tests.world.guests import fields, send
from tests.world.postbox import Postbox, a_postbox

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Thank you for every word."


@pytest.fixture
def box(settings) -> Iterator[Postbox]:
    with a_postbox(settings) as one:
        yield one


def let_through(cast: Cast, **given: str) -> tuple[Comfort, str]:
    """Something that came, and was let through; with the token of its sender."""
    given = {"once": dict(fields())["once"], **given}
    comfort = send(cast.memorial, **given)
    actions.let_through(cast.helper, comfort, now=NOON)
    return comfort, given["once"]


def thank(cast: Cast, who: str = "all", *, on_page: bool = False, **narrowed: object) -> Thanks:
    thanks = actions.write_thanks(
        cast.keeper,
        cast.memorial,
        said=actions.Said(WORDS, "daisy", on_page),
        to=actions.For(who, **narrowed),  # type: ignore[arg-type]
        now=clock.now(),
    )
    actions.send_thanks(cast.keeper, thanks, now=clock.now())
    return thanks


def deliver() -> None:
    """Lets the worker do what it has to do."""
    journal.catch_up(next(one for one in journal.readers() if one.name == "thanks"))
    while outbox.send_what_is_due(clock.now()):
        pass


def own_page(once: str) -> str:
    return Client().get(reverse("received", args=[once])).content.decode()


def as_keeper(cast: Cast) -> Client:
    browser = Client()
    browser.force_login(Person.objects.get(pk=cast.keeper.person_id))
    return browser


def test_everybody_whose_comfort_was_let_through_is_reached_once(box: Postbox) -> None:
    cast = a_family()
    _, ruth = let_through(cast, name="Ruth", reach="ruth@example.org")
    let_through(cast, name="Ruth", reach="Ruth+two@example.org")
    _, kim = let_through(cast, name="Kim")

    thank(cast)
    deliver()
    deliver()

    assert box.to() == ["ruth@example.org"]
    assert WORDS in own_page(ruth) and WORDS in own_page(kim)
    assert Thanked.objects.count() == 3


def test_the_mail_says_nothing_and_leads_to_where_it_can_be_read_without_an_account(box: Postbox) -> None:
    cast = a_family()
    let_through(cast, name="Ruth", reach="ruth@example.org")
    thank(cast)
    deliver()

    (mail,) = box.mails
    text = mail.get_body(("plain",)).get_content()
    address = next(line for line in text.split() if "/for-you/" in line)
    page = Client().get(address.removeprefix("http://localhost:8000")).content.decode()

    assert WORDS in page and "Ilse" not in page
    whole = mail.as_string()
    assert [word for word in (WORDS, "Ilse", "Ruth", "Mira", "memorial", "loss") if word in whole] == []
    assert mail["Subject"] == "There is something for you"
    assert mail["List-Unsubscribe-Post"]


def test_who_was_kept_away_set_apart_or_kept_out_or_took_it_back_gets_nothing_and_learns_nothing(box: Postbox) -> None:
    cast = a_family()
    onces = []
    for number, act in enumerate((None, actions.keep_for_later, actions.keep_away, actions.worry_about)):
        once = dict(fields())["once"]
        comfort = send(cast.memorial, once=once, reach=f"n{number}@example.org", name=f"N {number}")
        if act:
            act(cast.helper, comfort, now=NOON)
        onces.append(once)
    apart, once = let_through(cast, reach="apart@example.org")
    actions.open_comfort(cast.keeper, apart, now=NOON)
    actions.put_apart(cast.keeper, apart, now=NOON)
    onces.append(once)
    onces.append(let_through(cast, reach="back@example.org")[1])
    actions.take_back(onces[-1], now=NOON)
    onces.append(let_through(cast, reach="out@example.org", name="Lou")[1])
    memorials.keep_out(cast.keeper, cast.memorial, addresses=["out@example.org"], names=[], now=NOON)
    plain = Client().get(reverse("received", args=[onces[0]])).content.decode()

    thank(cast)
    deliver()

    assert box.mails == []
    assert [once for once in onces if WORDS in own_page(once)] == []
    assert own_page(onces[0]) == plain


def test_between_sending_and_leaving_rights_are_asked_again(box: Postbox) -> None:
    cast = a_family()
    _, back = let_through(cast, reach="back@example.org")
    _, out = let_through(cast, reach="out@example.org")
    apart, _ = let_through(cast, reach="apart@example.org")
    thank(cast)
    journal.catch_up(next(one for one in journal.readers() if one.name == "thanks"))
    actions.take_back(back, now=NOON)
    apart.refresh_from_db()
    actions.put_apart(cast.keeper, apart, now=NOON)
    memorials.keep_out(cast.keeper, cast.memorial, addresses=["Out+1@example.org"], names=[], now=NOON)

    deliver()

    assert box.mails == []
    assert WORDS not in own_page(out)


def test_some_by_kind_by_circle_kept_or_one(box: Postbox) -> None:
    cast = a_family()
    circle = memorials.make_circle(cast.keeper, cast.memorial, name="Choir", now=NOON)
    let_into_circle(cast.keeper, circle, a_person("Ana"), now=NOON)
    let_through(cast, kind="candle", reach="candle@example.org", name="C")
    let_through(cast, reach="ana+x@example.org", name="Ana")
    kept, _ = let_through(cast, reach="kept@example.org", name="K")
    actions.keep_comfort(cast.keeper, kept, now=NOON)
    one, _ = let_through(cast, reach="one@example.org", name="One")

    for who, narrowed in (
        ("kinds", {"kinds": ["candle"]}),
        ("circles", {"circles": [str(circle.pk)]}),
        ("kept", {}),
        ("one", {"piece": one.pk}),
    ):
        thank(cast, who, **narrowed)
        deliver()

    assert box.to() == ["candle@example.org", "ana+x@example.org", "kept@example.org", "one@example.org"]


def test_one_person_is_whoever_sent_the_piece_and_nobody_who_signs_alike(box: Postbox) -> None:
    cast = a_family()
    maria, hers = let_through(cast, name="Maria", reach="maria@example.org")
    _, hers_too = let_through(cast, name="Maria", reach="Maria+2@example.org")
    _, another = let_through(cast, name="Maria", reach="another@example.org")
    _, without = let_through(cast, name="Maria")
    unsigned, own = let_through(cast)
    _, unsigned_too = let_through(cast)

    thank(cast, "one", piece=maria.pk)
    deliver()
    assert [WORDS in own_page(once) for once in (hers, hers_too, another, without)] == [True, True, False, False]
    thank(cast, "one", piece=unsigned.pk)
    deliver()
    assert [WORDS in own_page(once) for once in (own, unsigned_too)] == [True, False]
    assert box.to() == ["maria@example.org"]


def test_who_wants_no_mail_gets_none_and_sees_it_on_their_page(box: Postbox) -> None:
    cast = a_family()
    _, once = let_through(cast, reach="ruth@example.org")
    stop_mails(token_of(address_mark("ruth@example.org"), "thanks"), everything=False, now=NOON)

    thanks = thank(cast)
    deliver()

    assert box.mails == []
    assert WORDS in own_page(once)
    assert queries_of_thanks.some_were_not_brought(thanks)


def test_it_is_sent_once_and_corrected_without_sending_again(box: Postbox) -> None:
    cast = a_family()
    _, once = let_through(cast, reach="ruth@example.org")
    thanks = thank(cast)
    deliver()

    with pytest.raises(actions.SentBefore):
        actions.send_thanks(cast.keeper, thanks, now=NOON)
    actions.change_thanks(cast.keeper, thanks, said=actions.Said("Other words.", "", on_page=False), now=NOON)
    deliver()

    assert len(box.mails) == 1
    assert "Other words." in own_page(once) and WORDS not in own_page(once)


def test_taken_away_it_is_gone_everywhere(box: Postbox) -> None:
    cast = a_family(published_to="everybody")
    _, once = let_through(cast, reach="ruth@example.org")
    thanks = thank(cast, on_page=True)
    page = reverse("memorial", args=[cast.memorial.slug])
    assert WORDS in Client().get(page).content.decode()
    journal.catch_up(next(one for one in journal.readers() if one.name == "thanks"))

    actions.take_away_thanks(cast.keeper, thanks, now=NOON)
    deliver()

    assert box.mails == []
    assert WORDS not in own_page(once)
    assert WORDS not in Client().get(page).content.decode()


def test_a_frozen_memorial_thanks_nobody_and_a_freeze_holds_mails_back(box: Postbox) -> None:
    cast = a_family()
    let_through(cast, reach="ruth@example.org")
    thank(cast)
    memorials.freeze(cast.keeper, cast.memorial, now=NOON)
    with pytest.raises(Frozen):
        thank(cast)

    deliver()
    assert box.mails == []
    memorials.lift_freeze(cast.keeper, cast.memorial, now=NOON)
    with time_machine.travel(clock.now() + timedelta(hours=7)):
        deliver()
    assert box.to() == ["ruth@example.org"]


def test_while_a_memorial_is_to_be_deleted_nothing_is_read_or_sent(box: Postbox) -> None:
    cast = a_family()
    _, once = let_through(cast, reach="ruth@example.org")
    thank(cast)
    memorials.ask_for_deletion(cast.keeper, cast.memorial, now=NOON)

    deliver()

    assert box.mails == []
    assert WORDS not in own_page(once)


def test_only_keepers_thank(box: Postbox) -> None:
    cast = a_family()
    thanks = actions.write_thanks(
        cast.keeper, cast.memorial, said=actions.Said(WORDS, "", False), to=actions.For("all"), now=NOON
    )
    for viewer in (cast.helper, cast.stranger, cast.nobody):
        with pytest.raises(NotAllowed):
            actions.send_thanks(viewer, thanks, now=NOON)


def test_it_is_offered_once_after_something_was_opened_and_never_again() -> None:
    cast = a_family()
    for _ in range(3):
        let_through(cast, name="Ruth")
    browser = as_keeper(cast)

    def open_one() -> str:
        return browser.post(reverse("open_comfort", args=[cast.memorial.slug]), follow=True).content.decode()

    offers = ["this is not said again" in open_one() for _ in range(3)]

    assert offers == [True, False, False]


def test_the_family_writes_looks_and_sends(box: Postbox) -> None:
    cast = a_family()
    let_through(cast, reach="ruth@example.org")
    browser, slug = as_keeper(cast), cast.memorial.slug

    empty = browser.post(reverse("write_thanks", args=[slug]), {"who": "all"})
    looked = browser.post(reverse("write_thanks", args=[slug]), {"words": WORDS, "who": "all", "card": ""}, follow=True)
    deliver()
    assert box.mails == []
    sent = browser.post(looked.redirect_chain[-1][0], follow=True)
    deliver()

    assert "One of them is enough" in empty.content.decode()
    assert WORDS in looked.content.decode() and "As they will read it" in looked.content.decode()
    assert "It is on its way" in sent.content.decode()
    assert box.to() == ["ruth@example.org"]
    assert "It has reached everybody" in browser.get(reverse("thanks", args=[slug])).content.decode()


def test_somebody_elses_thanks_is_found_by_no_made_up_secret() -> None:
    cast = a_family()
    let_through(cast, reach="ruth@example.org")
    thank(cast)
    deliver()
    thanked = Thanked.objects.get()
    secret = queries_of_thanks.secret_of(thanked)

    for made_up in (secret[:-1], thanked.pk.hex, f"{thanked.pk.hex}.{'A' * 43}", str(thanked.pk)):
        assert Client().get(reverse("read_thanks", args=[made_up])).status_code == 404
    assert Client().get(reverse("read_thanks", args=[secret])).status_code == 200
