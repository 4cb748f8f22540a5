"""What a keeper has for themselves alone: to those who keep the memorial with them there is no such thing."""

from __future__ import annotations

import io

import pytest
from django.urls import reverse

from snowdrop.ground.models import Entry
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials.models import Keeper
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions
from snowdrop.tributes.models import Letter, PageCover, Photo, Withdrawal
from snowdrop.tributes.queries import cover_photo
from snowdrop.tributes.vocabulary import Way
from tests.tributes.conftest import Share, a_small_file
from tests.world.browsers import as_seen, browser_of
from tests.world.cast import NOON, Cast, a_person
from tests.world.on_page import shared_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(cast: Cast) -> Viewer:
    """Somebody who keeps the memorial together with the keeper."""
    person = a_person("Levi")
    Keeper.objects.create(memorial=cast.memorial, person_id=person.person_id, since=NOON)
    return person


def write(cast: Cast, viewer: Viewer, words: str, **given: object) -> Letter:
    return actions.write_letter(viewer, cast.memorial, words=words, now=NOON, **given)  # type: ignore[arg-type]


def test_nobody_else_does_anything_with_it(cast: Cast, add: Share, other: Viewer) -> None:
    letter, photo = write(cast, cast.keeper, "Only mine"), add(words="Only mine")
    actions.take_away(cast.keeper, photo, now=NOON)
    before = Entry.objects.count()

    for act in (
        lambda: actions.write_letter(other, cast.memorial, letter_id=letter.id, words="Theirs", now=NOON),
        lambda: actions.write_letter(other, cast.memorial, letter_id=letter.id, audience="everybody", now=NOON),
        lambda: actions.keep_while_writing(other, cast.memorial, letter_id=letter.id, pen="", words="T", now=NOON),
        lambda: actions.let_go_of_unfinished(other, letter, now=NOON),
        lambda: actions.take_away(other, letter, now=NOON),
        lambda: actions.put_back(other, photo, now=NOON),
        lambda: actions.move(other, letter, way=Way.LATER, now=NOON),
        lambda: actions.describe_photo(other, photo, words="Theirs", now=NOON),
        lambda: actions.describe_photo(other, photo, audience="keepers", now=NOON),
        lambda: actions.choose_cover(other, cast.memorial, photo, now=NOON),
    ):
        with pytest.raises(NotAllowed):
            act()

    assert [(one.words, one.audience) for one in (Letter.objects.get(), Photo.objects.get())] == [
        ("Only mine", "me"),
        ("Only mine", "me"),
    ]
    assert (Withdrawal.objects.count(), PageCover.objects.count(), Entry.objects.count()) == (1, 0, before)


def test_to_the_others_its_addresses_lead_nowhere(cast: Cast, add: Share, other: Viewer) -> None:
    letter, photo = write(cast, cast.keeper, "Only mine"), add()
    places = [
        *(("letter", letter), ("take_away_letter", letter), ("let_go_of_unfinished", letter)),
        *(("photo", photo), ("take_away_photo", photo), ("original", photo)),
    ]
    mine, theirs = browser_of(cast.keeper), browser_of(other)

    for name, thing in places:
        address, nowhere = (reverse(name, args=[cast.memorial.slug, one]) for one in (thing.id, cast.memorial.id))
        assert mine.get(address).status_code == 200
        assert as_seen(theirs.get(address), address) == as_seen(theirs.get(nowhere), nowhere)
        assert as_seen(theirs.post(address), address)[0] in (404, 405)
    bytes_of_it = reverse("picture", args=[cast.memorial.slug, photo.id, "small.webp"])
    assert (mine.get(bytes_of_it).status_code, theirs.get(bytes_of_it).status_code) == (200, 404)


def test_it_stands_on_the_page_and_on_the_list_of_its_author_only(cast: Cast, add: Share, other: Viewer) -> None:
    write(cast, cast.keeper, "canary-mine")
    add(words="canary-photo")
    address, rooms = f"/m/{cast.memorial.slug}/", ("", "share/", "share/?photos=shown", "cover/")

    mine, theirs = (
        "".join(browser_of(viewer).get(address + room).content.decode() for room in rooms)
        for viewer in (cast.keeper, other)
    )

    assert "canary-mine" in mine and "canary-photo" in mine
    assert "canary" not in theirs
    assert shared_with(other, cast.memorial).things == ()


def test_moving_past_it_is_one_step_and_leaves_it_where_it_was(cast: Cast, other: Viewer) -> None:
    first, hidden, last = (
        write(cast, other, "one", audience="keepers"),
        write(cast, cast.keeper, "hidden"),
        write(cast, other, "two", audience="keepers"),
    )

    actions.move(other, last, way=Way.EARLIER, now=NOON)

    assert list(Letter.objects.order_by("place")) == [last, hidden, first]
    actions.move(other, last, way=Way.EARLIER, now=NOON)
    assert list(Letter.objects.order_by("place")) == [last, hidden, first]


def test_at_the_head_of_the_page_the_others_find_the_drawn_cover(cast: Cast, add: Share, other: Viewer) -> None:
    photo = add()
    actions.choose_cover(cast.keeper, cast.memorial, photo, now=NOON)

    assert cover_photo(cast.keeper, cast.memorial) is not None
    assert cover_photo(other, cast.memorial) is None
    form = browser_of(other).get(reverse("cover", args=[cast.memorial.slug])).context["form"]
    assert str(photo.id) not in str(form)


def test_giving_the_same_file_does_not_tell_that_another_has_it(cast: Cast, add: Share, other: Viewer) -> None:
    mine = add(words="Only mine", developed=False)
    actions.take_away(cast.keeper, mine, now=NOON)

    theirs = actions.add_photo(other, cast.memorial, upload=io.BytesIO(a_small_file()), name="a.jpg", now=NOON)

    assert theirs.pk != mine.pk
    assert (theirs.words, Withdrawal.objects.count()) == ("", 1)


def test_nobody_takes_for_themselves_alone_what_another_has_given(cast: Cast, add: Share, other: Viewer) -> None:
    letter, photo = write(cast, cast.keeper, "Ours", audience="keepers"), add(audience="keepers", developed=False)

    for act in (
        lambda: actions.write_letter(other, cast.memorial, letter_id=letter.id, audience="me", now=NOON),
        lambda: actions.describe_photo(other, photo, audience="me", now=NOON),
    ):
        with pytest.raises(NotAllowed):
            act()

    assert {one.audience for one in (Letter.objects.get(), Photo.objects.get())} == {"keepers"}
    for viewer, offered in ((cast.keeper, True), (other, False)):
        form = browser_of(viewer).get(reverse("letter", args=[cast.memorial.slug, letter.id])).context["form"]
        assert ("me" in dict(form.fields["audience"].choices)) is offered
    actions.describe_photo(cast.keeper, photo, audience="me", now=NOON)
    assert not Photo.objects.visible_to(other).exists()


def test_whoever_keeps_it_no_more_has_nothing_alone_and_nobody_inherits_it(cast: Cast, other: Viewer) -> None:
    letter = write(cast, other, "Only Levi's")
    assert Letter.objects.visible_to(other).filter(pk=letter.pk).exists()

    Keeper.objects.filter(memorial=cast.memorial, person_id=other.person_id).delete()

    assert not any(Letter.objects.visible_to(viewer).exists() for viewer in (other, *cast.everybody().values()))
