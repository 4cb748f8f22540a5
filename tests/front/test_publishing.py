"""Published documents: what Django answers to nobody, byte for byte, and only where everybody may see it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from snowdrop.comfort import actions as comfort
from snowdrop.comfort.content import Content
from snowdrop.comfort.intake import new_once
from snowdrop.front.document import ONCE, Document, NotADocument, read_document, write_document
from snowdrop.front.edition import edition
from snowdrop.front.publishing import publish
from snowdrop.front.readers import tidy_up
from snowdrop.ground import journal, published
from snowdrop.memorials import actions
from snowdrop.memorials.models import Memorial
from snowdrop.tributes import actions as tributes
from tests.world.cast import NOON, Cast, a_family
from tests.world.guests import send
from tests.world.photographs import a_photograph

pytestmark = pytest.mark.django_db


def the_document(memorial: Memorial) -> Document:
    return read_document(published.path_of(memorial.slug).read_bytes(), edition=edition())


def stands(memorial: Memorial) -> bool:
    return published.path_of(memorial.slug).exists()


def put_in_place_of(memorial: Memorial) -> int:
    """Changes with every document that is put in place."""
    return published.path_of(memorial.slug).stat().st_ino


@pytest.fixture
def public() -> Cast:
    cast = a_family(published_to="everybody")
    actions.describe_memorial(cast.keeper, cast.memorial, on_the_page="let-through", now=NOON)
    return cast


@pytest.mark.parametrize("scheme", ["", "morning", "night"])
@pytest.mark.parametrize("page", ["", "send/"])
def test_a_document_is_what_django_answers_to_nobody(public: Cast, page: str, scheme: str) -> None:
    publish(public.memorial.id)
    visitor = Client(headers={"host": "localhost:8000"})
    if scheme:
        visitor.cookies["scheme"] = scheme

    answer = visitor.get(f"/m/{public.memorial.slug}/{page}")

    address = f"/m/{public.memorial.slug}/{page}"
    kept = next(one for one in the_document(public.memorial).answers if one.address == address)
    body = next(one for one in kept.bodies if (one.scheme, one.coding) == (scheme, "identity"))
    once = answer.context["page"].once.encode() if page else b""
    assert answer.status_code == 200
    assert body.content.replace(ONCE, once) == answer.content
    assert (b"data-scheme" in body.content) is bool(scheme)
    said = {name.lower(): value for name, value in answer.items() if name != "Content-Length"}
    assert dict(kept.headers) == {**said, "vary": f"{said['vary']}, Accept-Encoding"}


@pytest.mark.parametrize("audience", [None, "keepers", "link"])
def test_what_is_not_for_everybody_has_no_document(audience: str | None) -> None:
    cast = a_family(published_to=audience)

    assert publish(cast.memorial.id) is False
    assert not stands(cast.memorial)
    actions.publish_memorial(cast.keeper, cast.memorial, to="everybody", now=NOON)
    assert publish(cast.memorial.id) is True


@pytest.mark.parametrize("audience", [None, "keepers", "link"])
def test_a_document_is_gone_when_the_act_that_ends_its_publication_returns(
    public: Cast, audience: str | None, django_capture_on_commit_callbacks: Any
) -> None:
    publish(public.memorial.id)
    assert stands(public.memorial)

    with django_capture_on_commit_callbacks(execute=True):
        if audience:
            actions.publish_memorial(public.keeper, public.memorial, to=audience, now=NOON)
        else:
            actions.take_back_memorial(public.keeper, public.memorial, now=NOON)

    assert not stands(public.memorial)


@pytest.mark.parametrize("act", ["taken back", "corrected", "set apart"])
def test_no_page_with_words_that_left_it_stands_when_the_act_returns(
    public: Cast, act: str, django_capture_on_commit_callbacks: Any
) -> None:
    once = new_once()
    piece = send(public.memorial, once=once, words="Canary on the page")
    comfort.let_through(public.helper, piece, now=NOON)
    publish(public.memorial.id)
    assert b"Canary on the page" in the_document(public.memorial).answers[0].bodies[0].content

    with django_capture_on_commit_callbacks(execute=True):
        if act == "taken back":
            comfort.take_back(once, now=NOON)
        elif act == "corrected":
            comfort.correct(once, Content("Other words", "", "", ""), now=NOON)
        else:
            comfort.put_apart(public.keeper, piece, now=NOON)

    assert not stands(public.memorial)


@pytest.mark.django_db(transaction=True)  # readers act on what is committed
def test_one_round_makes_a_page_once_however_much_is_new(public: Cast) -> None:
    journal.catch_up_all()
    for number in range(3):
        comfort.let_through(public.helper, send(public.memorial, words=f"Message {number}"), now=NOON)
    before = put_in_place_of(public.memorial)

    journal.catch_up_all()
    after = put_in_place_of(public.memorial)
    journal.catch_up_all()

    page = the_document(public.memorial).answers[0].bodies[0].content
    assert all(f"Message {number}".encode() in page for number in range(3))
    assert before != after == put_in_place_of(public.memorial)


@pytest.mark.django_db(transaction=True)  # readers act on what is committed
def test_comfort_that_waits_to_be_read_first_makes_no_page_anew(public: Cast) -> None:
    journal.catch_up_all()
    before = put_in_place_of(public.memorial)

    send(public.memorial)
    journal.catch_up_all()

    assert put_in_place_of(public.memorial) == before


@pytest.mark.django_db(transaction=True)  # readers act on what is committed
def test_comfort_that_comes_straight_is_on_the_page(public: Cast) -> None:
    actions.describe_memorial(public.keeper, public.memorial, first_reading="nobody", now=NOON)
    journal.catch_up_all()

    send(public.memorial, words="Straight from the garden")
    journal.catch_up_all()

    assert b"Straight from the garden" in the_document(public.memorial).answers[0].bodies[0].content


def test_the_worker_begins_by_tidying_up(public: Cast) -> None:
    published.put("not-public-any-more", b"", still_public=lambda: True)
    assert not stands(public.memorial)

    tidy_up()

    assert not published.path_of("not-public-any-more").exists()
    assert stands(public.memorial)


def test_a_document_of_another_edition_is_made_anew(public: Cast) -> None:
    publish(public.memorial.id)
    document = the_document(public.memorial)
    older = write_document(Document("older", document.door, document.answers))
    published.put(public.memorial.slug, older, still_public=lambda: True)

    tidy_up()

    assert the_document(public.memorial).edition == edition()


@pytest.mark.parametrize("damage", [lambda file: file[:-1], lambda file: b"", lambda file: b"\x00" * len(file)])
def test_a_document_that_is_not_whole_is_not_read(public: Cast, damage: Callable[[bytes], bytes]) -> None:
    publish(public.memorial.id)
    file = published.path_of(public.memorial.slug).read_bytes()
    read_document(file, edition=edition())

    with pytest.raises(NotADocument):
        read_document(damage(file), edition=edition())


@pytest.mark.django_db(transaction=True)  # readers act on what is committed
def test_the_photo_at_the_head_of_the_page_is_published_with_it(public: Cast) -> None:
    photo = tributes.add_photo(
        public.keeper,
        public.memorial,
        upload=io.BytesIO(a_photograph(size=(800, 600))),
        name="IMG_1.jpg",
        audience="everybody",
        now=NOON,
    )
    while journal.catch_up_all():
        pass
    tributes.choose_cover(public.keeper, public.memorial, photo, now=NOON)
    publish(public.memorial.id)

    pictures = [answer for answer in the_document(public.memorial).answers if "/photos/" in answer.address]
    page = the_document(public.memorial).answers[0].bodies[0].content

    assert pictures
    for picture in pictures:
        answer = Client(headers={"host": "localhost:8000"}).get(picture.address)
        assert picture.address.encode() in page
        assert (picture.bodies[0].content, picture.bodies[0].etag) == (answer.getvalue(), answer["ETag"])
    tributes.describe_photo(public.keeper, photo, audience="keepers", now=NOON)
    publish(public.memorial.id)
    assert not any("/photos/" in answer.address for answer in the_document(public.memorial).answers)


def test_the_front_door_goes_by_nothing_that_the_family_has_changed(
    public: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    """Somebody is to read first from now on: nothing goes straight any more, not for a moment."""
    actions.describe_memorial(public.keeper, public.memorial, first_reading="nobody", now=NOON)
    publish(public.memorial.id)
    assert the_document(public.memorial).door.straight

    with django_capture_on_commit_callbacks(execute=True):
        actions.describe_memorial(public.keeper, public.memorial, first_reading="somebody", now=NOON)

    assert not stands(public.memorial)
    publish(public.memorial.id)
    assert not the_document(public.memorial).door.straight
