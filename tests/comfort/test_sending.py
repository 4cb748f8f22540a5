"""Sending comfort: by anybody who may see the page, without an account, a cookie or a script; nothing typed is lost."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from django.test import Client

from snowdrop.comfort import actions
from snowdrop.comfort.content import Content, read_content
from snowdrop.comfort.intake import comes_from_elsewhere, new_once
from snowdrop.comfort.models import Comfort
from snowdrop.comfort.vocabulary import LONGEST_WORDS, MOST_BYTES, Place
from snowdrop.memorials.actions import describe_memorial
from tests.comfort.by_form import address, post
from tests.world.browsers import browser_of, text_of
from tests.world.cast import NOON, Cast, a_family
from tests.world.guests import fields

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ once }}{% csrf_token %}"


@pytest.fixture
def cast() -> Cast:
    return a_family(published_to="everybody")


@pytest.mark.parametrize(
    ("published_to", "who"),
    [
        (None, {"keeper"}),
        ("helpers", {"keeper", "helper"}),
        ("link", {"keeper", "helper", "friend"}),
        ("everybody", {"keeper", "helper", "friend", "stranger", "nobody"}),
    ],
)
def test_whoever_may_see_the_memorial_may_send_and_to_others_nothing_is_there(
    published_to: str | None, who: set[str]
) -> None:
    cast = a_family(published_to=published_to)
    unknown = Client().get("/m/nothing/send/")

    answers = {name: browser_of(viewer).get(address(cast)) for name, viewer in cast.everybody().items()}
    sent = {name: post(cast, browser_of(viewer))[0] for name, viewer in cast.everybody().items()}

    assert {name for name, answer in answers.items() if answer.status_code == 200} == who
    assert {name for name, answer in sent.items() if answer.status_code == 303} == who
    assert Comfort.objects.count() == len(who)
    assert {answer.status_code for name, answer in answers.items() if name not in who} <= {unknown.status_code}


def test_what_was_sent_is_kept_and_its_sender_is_led_to_a_page_of_their_own(cast: Cast) -> None:
    answer, once = post(cast, kind="flower", flower="rose", words="For Ilse", name="Ruth", reach="ruth@example.org")

    comfort = Comfort.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/sent/{once}/")
    assert (comfort.kind, comfort.flower, comfort.place) == ("flower", "rose", Place.HELD)
    assert read_content(comfort) == Content("For Ilse", "Ruth", "", "ruth@example.org")


def test_the_page_is_one_document_for_everybody_but_for_its_token(cast: Cast) -> None:
    tokens, pages = [], set()

    for language in ("en", "en", "en"):
        answer = Client(headers={"Accept-Language": language}).get(address(cast))
        body = answer.content.decode()
        [once] = re.findall(r'<input type="hidden" name="once" value="([0-9a-f]{44})">', body)
        assert (body.count(once), answer.cookies.output(), "csrf" in body) == (1, "", False)
        tokens.append(once)
        pages.add(body.replace(once, ""))

    assert (len(set(tokens)), len(pages)) == (3, 1)


def test_a_public_page_is_public_only_for_somebody_unknown(cast: Cast) -> None:
    answers = {name: browser_of(viewer).get(address(cast)) for name, viewer in cast.everybody().items()}

    kept_by_caches = {name: answer.headers["Cache-Control"] for name, answer in answers.items()}
    assert kept_by_caches == {
        "keeper": "private, no-store",
        "helper": "private, no-store",
        "friend": "private, no-store",
        "stranger": "private, no-store",
        "nobody": "no-cache",
    }


def test_only_welcome_kinds_can_be_chosen_and_one_sentence_says_what_is_not(cast: Cast) -> None:
    describe_memorial(cast.keeper, cast.memorial, kinds=["words", "flower"], faith_welcome=False, now=NOON)

    body = Client().get(address(cast)).content.decode()
    answer, _ = post(cast, kind="prayer", words="Words that I do not want to lose")

    assert set(re.findall(r'name="kind" value="(\w+)"', body)) == {"words", "flower"}
    assert (
        "The family would rather not have prayers, wishes, candles, cards, memories, offers of help, messages without "
        "words or words of faith." in body
    )
    assert (answer.status_code, Comfort.objects.count()) == (422, 0)
    assert "Words that I do not want to lose" in answer.content.decode()


def test_a_family_that_welcomes_nothing_now_is_not_written_to(cast: Cast) -> None:
    describe_memorial(cast.keeper, cast.memorial, kinds=[], now=NOON)

    answer = Client().get(address(cast))

    assert (answer.status_code, b"<textarea" in answer.content) == (200, False)


@pytest.mark.parametrize(
    "given",
    [
        {"words": ""},
        {"reach": "at home"},
        {"name": "n" * 121},
        {"words": "w" * 10_001},
        {"kind": "balloon"},
        {"flower": "tulip", "kind": "flower"},
        {"once": ""},
        {"once": "not a token"},
        {"website": "https://shop.example"},
        {"colour": "blue"},
    ],
)
def test_a_form_that_is_not_in_order_comes_back_filled(cast: Cast, given: dict[str, str]) -> None:
    form = {"words": "My words", "name": "My name", "relation": "My relation", "family_only": "on", **given}

    answer, once = post(cast, **form)

    body = answer.content.decode()
    [token] = re.findall(r'name="once" value="([0-9a-f]{44})"', body)
    kept = {name: value for name, value in form.items() if name in ("words", "name", "relation", "reach")}
    assert (answer.status_code, Comfort.objects.count()) == (422, 0)
    assert all(value in body for value in kept.values())
    assert re.search(r'name="family_only"[^>]* checked', body)
    assert (token == once) is ("once" not in given)
    assert "Please look at this again" in body


def test_the_form_that_came_back_can_be_sent_as_it_is(cast: Cast) -> None:
    answer, _ = post(cast, once="", words="My words")
    [token] = re.findall(r'name="once" value="([0-9a-f]{44})"', answer.content.decode())

    again, _ = post(cast, once=token, words="My words")

    assert (again.status_code, read_content(Comfort.objects.get()).words) == (303, "My words")


def test_missing_and_doubled_fields_and_files_are_not_guessed_at(cast: Cast) -> None:
    form = dict(fields(words="My words"))
    doubled = f"once={form['once']}&kind=words&words=One&words=My+words"
    as_form = {"content_type": "application/x-www-form-urlencoded"}

    answers = [
        Client().post(address(cast), doubled, **as_form),
        Client().post(address(cast), {}),
        Client().post(address(cast), b"\xff\xfe", content_type="text/plain"),
        Client().post(address(cast), {**form, "file": open(__file__, "rb")}),  # noqa: SIM115
    ]

    assert [answer.status_code for answer in answers] == [422, 422, 422, 422]
    assert "My words" in answers[0].content.decode()
    assert not Comfort.objects.exists()


def test_more_than_a_form_may_hold_is_refused_with_a_sentence(cast: Cast) -> None:
    answer, _ = post(cast, name="n" * MOST_BYTES)

    assert (answer.status_code, Comfort.objects.count()) == (413, 0)
    assert "These are more words than we can keep" in answer.content.decode()


def test_every_script_and_emoji_arrives_and_comes_back_on_the_form(cast: Cast) -> None:
    words = "שלום 🕊️ ありがとう\r\nमिलते हैं\n👩‍👩‍👧 \u202eabc"

    answer, once = post(cast, words=words, name="नूर 🤍")
    refused, _ = post(cast, words=words, name="نور", reach="?")

    assert answer.status_code == 303
    assert read_content(actions.sent_with(once)).words == words.replace("\r\n", "\n")
    assert all(part in refused.content.decode() for part in ("שלום 🕊️ ありがとう", "👩‍👩‍👧", "نور"))


def test_as_many_words_as_are_kept_fit_into_a_form_in_any_script(cast: Cast) -> None:
    body = urlencode({"once": new_once(), "kind": "words", "words": "🕊" * LONGEST_WORDS})

    answer = Client().post(address(cast), body, content_type="application/x-www-form-urlencoded")

    assert answer.status_code == 303


def test_line_ends_do_not_use_up_the_room_for_words(cast: Cast) -> None:
    answer, once = post(cast, words="word\r\n" * 2_000)

    assert (answer.status_code, len(read_content(actions.sent_with(once)).words)) == (303, 9_999)


def test_words_of_which_nothing_is_left_are_no_words(cast: Cast) -> None:
    answer, _ = post(cast, words="\x00\x01\x7f")

    assert (answer.status_code, Comfort.objects.count()) == (422, 0)


@pytest.mark.parametrize(
    "field", ["words", "name", "relation", "reach", "language", "once", "kind", "flower", "website"]
)
def test_hostile_text_comes_back_as_text_and_nowhere_in_titles_or_headers(cast: Cast, field: str) -> None:
    answer, _ = post(cast, **{"words": "", "reach": "?", field: HOSTILE})

    headers, body = text_of(answer).split("<!doctype html>")
    assert answer.status_code == 422
    assert "<script>alert" not in body and "<img src=x" not in body
    assert "alert" not in headers and "alert" not in re.search(r"<title>(.*?)</title>", body)[1]


@pytest.mark.parametrize(
    ("fetch_site", "origin", "elsewhere"),
    [
        ("", "", False),
        ("same-origin", "", False),
        ("none", "", False),
        ("cross-site", "", True),
        ("same-site", "", True),
        ("", "https://ours.example", False),
        ("", "https://theirs.example", True),
        ("", "null", True),
        ("same-origin", "null", False),
    ],
)
def test_a_form_from_another_site_is_recognised(fetch_site: str, origin: str, elsewhere: bool) -> None:
    said = comes_from_elsewhere(fetch_site=fetch_site, origin=origin, own={"https://ours.example"})

    assert said is elsewhere


def test_a_form_that_another_site_sends_is_refused_without_a_token(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    form = dict(fields())

    refused = strict.post(address(cast), form, headers={"Sec-Fetch-Site": "cross-site"})
    other_origin = strict.post(address(cast), form, headers={"Origin": "https://elsewhere.example"})
    ours = strict.post(address(cast), form, headers={"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"})

    assert [answer.status_code for answer in (refused, other_origin, ours)] == [403, 403, 303]


def test_sending_the_same_twice_keeps_it_once_and_leads_to_the_same_place(cast: Cast) -> None:
    first, once = post(cast, words="One")
    again, _ = post(cast, words="One", once=once)

    assert first.headers["Location"] == again.headers["Location"]
    assert Comfort.objects.count() == 1


def test_other_words_under_the_same_token_come_back_with_a_fresh_one(cast: Cast) -> None:
    _, once = post(cast, words="One")

    other, _ = post(cast, words="Two", once=once)

    [token] = re.findall(r'name="once" value="([0-9a-f]{44})"', other.content.decode())
    assert (other.status_code, token != once, Comfort.objects.count()) == (409, True, 1)
    assert "Two" in other.content.decode()
    assert post(cast, words="Two", once=token)[0].status_code == 303


def test_gentle_notes_are_shown_once_above_the_words_and_hold_nothing_back(cast: Cast) -> None:
    words = "At least you are young."

    asked, once = post(cast, words=words, name="Sam")
    sent, _ = post(cast, words=words, name="Sam", once=once, read_notes="yes")

    body = asked.content.decode()
    assert (asked.status_code, body.count(once)) == (200, 1)
    assert body.index("Before you send it") < body.index("<textarea") < body.index('name="kind"')
    assert 'name="read_notes" value="yes">Send it as it is' in body and 'value="Sam"' in body
    assert (sent.status_code, read_content(Comfort.objects.get()).words) == (303, words)


def test_while_typing_the_notes_are_given_and_the_text_goes_nowhere(cast: Cast) -> None:
    address = f"/m/{cast.memorial.slug}/send/notes/"

    noted = Client().post(address, {"text": "Everything happens for a reason.", "language": "en"})
    kind = Client().post(address, {"text": "We think of you.", "language": "en"})

    [note] = noted.json()["notes"]
    assert set(note) == {"phrase", "reason", "kinder"}
    assert note["phrase"] == "Everything happens for a reason"
    assert kind.json() == {"notes": []}
    assert not Comfort.objects.exists()
    assert Client().post(address, {"text": "x" * MOST_BYTES}).status_code == 413
    assert Client().get(address).status_code == 405


def test_notes_are_not_given_where_the_memorial_is_not_seen() -> None:
    cast = a_family(published_to="link")
    address = f"/m/{cast.memorial.slug}/send/notes/"

    answers = {name: browser_of(viewer).post(address, {"text": "Words"}) for name, viewer in cast.everybody().items()}

    assert {name for name, answer in answers.items() if answer.status_code == 200} == {"keeper", "helper", "friend"}
    assert {answers[name].status_code for name in ("stranger", "nobody")} == {404}


def test_on_a_disk_that_is_nearly_full_nothing_is_kept_and_nothing_typed_is_lost(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("snowdrop.comfort.actions.receiving.SPARE_BYTES", 2**80)

    answer, _ = post(cast, words="We think of you.")

    assert (answer.status_code, Comfort.objects.count()) == (503, 0)
    assert "We think of you." in answer.content.decode()
    assert "There is no room to keep more" in answer.content.decode()
