"""Photos: added once however often they are sent, under a cover, seen by those who were chosen, and never by more."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.db import connection

from snowdrop.ground import published
from snowdrop.ground.models import Entry
from snowdrop.ground.refusals import NotAllowed
from snowdrop.media.actions import develop_picture, remove_picture
from snowdrop.media.keeping import discard
from snowdrop.media.models import Picture
from snowdrop.media.refusals import NotAPicture, PictureRefused
from snowdrop.media.vocabulary import Format
from snowdrop.memorials.actions import open_memorial
from snowdrop.memorials.doors import page_open_to
from snowdrop.tributes import actions
from snowdrop.tributes.models import PageCover, Photo, Withdrawal
from snowdrop.tributes.queries import cover_photo, shared_on_page
from tests.tributes.conftest import Share, a_small_file
from tests.world import photographs
from tests.world.cast import NOON, Cast
from tests.world.on_page import shared_with

pytestmark = pytest.mark.django_db


def files_in(kept: Path) -> list[Path]:
    return [path for path in kept.rglob("*") if path.is_file()]


def test_a_photo_lies_under_the_memorials_flower_for_its_author_alone(cast: Cast, add: Share) -> None:
    add(developed=False)

    photo = Photo.objects.get()
    assert (photo.cover, photo.audience, photo.words, photo.place) == (cast.memorial.flower, "me", "", 0)
    assert list(Entry.objects.order_by("-id").values_list("verb", flat=True)[:2]) == ["picture.taken_in", "photo.added"]


def test_the_same_file_is_kept_once_with_what_was_said_of_it(cast: Cast, add: Share, kept: Path) -> None:
    photo = add(words="Her hands", developed=False)

    again = add(words="", developed=False, audience="everybody", name="copy of it.jpg")

    assert again.pk == photo.pk
    assert (Photo.objects.get().words, Photo.objects.get().audience) == ("Her hands", "me")
    assert (Picture.objects.count(), len(files_in(kept))) == (1, 1)


def test_a_photo_that_was_taken_away_and_is_sent_again_comes_back(cast: Cast, add: Share) -> None:
    actions.take_away(cast.keeper, add(developed=False), now=NOON)
    assert Withdrawal.objects.count() == 1

    add(developed=False)

    assert (Photo.objects.count(), Withdrawal.objects.count()) == (1, 0)


def test_the_same_file_in_two_memorials_leaves_no_trace_of_being_the_same(cast: Cast, add: Share) -> None:
    own = open_memorial(cast.stranger, now=NOON)
    one = add(developed=False)

    other = actions.add_photo(cast.stranger, own, upload=io.BytesIO(a_small_file()), name="a.jpg", now=NOON)

    assert bytes(one.fingerprint) != bytes(other.fingerprint)


@pytest.mark.parametrize(
    "content",
    [
        photographs.a_renamed_pdf(),
        photographs.a_drawing_with_a_script(),
        photographs.a_gif(),
        b"",
        b"\x00" * 4096,
        "Liebe Ilse 🌸".encode(),
    ],
)
def test_a_file_that_is_no_photo_is_refused_with_a_sentence_and_nothing_is_kept(
    cast: Cast, kept: Path, content: bytes
) -> None:
    before = Entry.objects.count()

    with pytest.raises(NotAPicture) as refused:
        actions.add_photo(cast.keeper, cast.memorial, upload=io.BytesIO(content), name="photo.jpg", now=NOON)

    assert "JPEG" in str(refused.value.sentence)
    assert (Photo.objects.count(), Picture.objects.count(), files_in(kept)) == (0, 0, [])
    assert Entry.objects.count() == before


def test_fifty_megabytes_of_something_else_are_refused_at_their_first_bytes(cast: Cast, kept: Path) -> None:
    upload = io.BytesIO(b"%PDF-1.7" + bytes(50 * 1024 * 1024))

    with pytest.raises(PictureRefused):
        actions.add_photo(cast.keeper, cast.memorial, upload=upload, name="scan.jpg", now=NOON)

    assert upload.tell() < 4096
    assert files_in(kept) == []


def test_a_truncated_photo_stays_with_the_family_and_is_not_shown(cast: Cast) -> None:
    upload = io.BytesIO(photographs.a_truncated(Format.JPEG))
    photo = actions.add_photo(
        cast.keeper, cast.memorial, upload=upload, name="half.jpg", audience="everybody", now=NOON
    )

    develop_picture(photo.picture_id, NOON)

    assert Picture.objects.get().state == "refused"
    assert Photo.objects.visible_to(cast.keeper).exists()
    assert shared_with(cast.keeper, cast.memorial).things == ()


@pytest.mark.parametrize("who", ["helper", "friend", "stranger", "nobody"])
def test_nobody_but_a_keeper_does_anything_with_a_photo(cast: Cast, add: Share, who: str) -> None:
    photo, viewer = add(developed=False, audience="everybody"), cast.everybody()[who]
    before = Entry.objects.count()

    for act in (
        lambda: actions.add_photo(
            viewer, cast.memorial, upload=io.BytesIO(a_small_file(seed=1)), name="a.jpg", now=NOON
        ),
        lambda: actions.describe_photo(viewer, photo, words="Other", now=NOON),
        lambda: actions.take_away(viewer, photo, now=NOON),
        lambda: actions.put_back(viewer, photo, now=NOON),
        lambda: actions.choose_cover(viewer, cast.memorial, photo, now=NOON),
    ):
        with pytest.raises(NotAllowed):
            act()

    assert (Photo.objects.get().words, Withdrawal.objects.count(), PageCover.objects.count()) == ("", 0, 0)
    assert Entry.objects.count() == before


def test_what_is_said_of_a_photo_is_sealed(cast: Cast, add: Share) -> None:
    photo = add(developed=False, words="our words", name="our name.jpg")
    actions.describe_photo(cast.keeper, photo, alt="her hands", caption="a line", now=NOON)

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tributes_photo")
        stored = repr(cursor.fetchall())
        cursor.execute("SELECT * FROM media_picture")
        stored += repr(cursor.fetchall())
    assert not any(word in stored for word in ("our words", "our name", "her hands", "a line"))
    said = Photo.objects.get()
    assert (said.words, said.alt, said.caption) == ("our words", "her hands", "a line")


def test_the_page_shows_each_viewer_what_is_theirs_in_the_familys_order(cast: Cast, add: Share) -> None:
    for seed, audience in enumerate(("keepers", "link", "everybody")):
        add(seed=seed, audience=audience, words=audience)
        actions.write_letter(cast.keeper, cast.memorial, words=audience, audience=audience, now=NOON)
    add(seed=3, audience="everybody", developed=False, words="still being prepared")

    shown = {
        name: [
            word
            for shared in shared_with(viewer, cast.memorial).things
            for word in (
                *(photo.words for photo in shared.photos),
                *(shared.letter.paragraphs if shared.letter else ()),
            )
        ]
        for name, viewer in cast.everybody().items()
    }

    everybody = ["everybody"] * 2
    assert shown == {
        "keeper": ["keepers", "keepers", "link", "link", *everybody],
        "friend": ["link", "link", *everybody],
        "helper": ["link", "link", *everybody],
        "stranger": everybody,
        "nobody": everybody,
    }


def test_only_the_family_is_told_beside_a_thing_that_fewer_people_see_it(cast: Cast, add: Share) -> None:
    actions.write_letter(cast.keeper, cast.memorial, words="Dear Ilse", audience="link", now=NOON)
    add(audience="everybody")

    def notes(viewer: str) -> list[str]:
        shared = shared_with(cast.everybody()[viewer], cast.memorial).things
        return [str(one.letter.note) if one.letter else str(one.photos[0].note) for one in shared]

    assert notes("keeper") == ["People with a private link", ""]
    assert notes("friend") == ["", ""]


def test_the_page_asks_five_questions_however_much_is_shared(
    cast: Cast, add: Share, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    for seed in range(4):
        add(seed=seed, audience="everybody", developed=seed < 2)
        actions.write_letter(cast.keeper, cast.memorial, words="Dear Ilse", now=NOON)

    page = page_open_to(cast.keeper, cast.memorial)
    assert page is not None
    with django_assert_max_num_queries(5):  # type: ignore[operator]
        shared = shared_on_page(page).things

    assert len([photo for one in shared for photo in one.photos]) == 2


def test_photos_that_follow_each_other_stand_together_and_each_flower_is_drawn_once(cast: Cast, add: Share) -> None:
    for seed in range(2):
        add(seed=seed, audience="everybody")

    (shared,) = shared_with(cast.nobody, cast.memorial).things

    drawn, pointing = (str(photo.cover) for photo in shared.photos)
    assert f'<g id="cover-{cast.memorial.flower}">' in drawn
    assert f'<use href="#cover-{cast.memorial.flower}"/>' in pointing
    assert len(pointing) < 300


def test_a_photo_at_the_head_of_the_page_is_shown_to_those_who_may_see_it_and_to_nobody_else(
    cast: Cast, add: Share
) -> None:
    photo = add(audience="link", words="The lake")

    actions.choose_cover(cast.keeper, cast.memorial, photo, now=NOON)

    shown = {name for name, viewer in cast.everybody().items() if cover_photo(viewer, cast.memorial)}
    assert shown == {"keeper", "helper", "friend"}
    actions.take_away(cast.keeper, photo, now=NOON)
    assert cover_photo(cast.keeper, cast.memorial) is None
    actions.put_back(cast.keeper, photo, now=NOON)
    assert cover_photo(cast.keeper, cast.memorial) is not None
    actions.choose_cover(cast.keeper, cast.memorial, None, now=NOON)
    assert cover_photo(cast.keeper, cast.memorial) is None


def test_a_photo_of_another_memorial_cannot_stand_at_the_head_of_the_page(cast: Cast, add: Share) -> None:
    own, photo = open_memorial(cast.stranger, now=NOON), add(audience="everybody", developed=False)

    with pytest.raises(NotAllowed):
        actions.choose_cover(cast.stranger, own, photo, now=NOON)

    assert not PageCover.objects.exists()


@pytest.mark.parametrize("how", ["narrowed", "taken away", "uncovered", "no cover any more"])
def test_no_published_copy_outlives_a_photo_that_everybody_could_see(
    cast: Cast, add: Share, how: str, django_capture_on_commit_callbacks: pytest.FixtureRequest
) -> None:
    photo = add(audience="everybody", developed=False)
    actions.choose_cover(cast.keeper, cast.memorial, photo, now=NOON)
    published.put(cast.memorial.slug, b"the page", still_public=lambda: True)
    assert published.path_of(cast.memorial.slug).exists()

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        if how == "narrowed":
            actions.describe_photo(cast.keeper, photo, audience="keepers", now=NOON)
        elif how == "uncovered":
            actions.describe_photo(cast.keeper, photo, cover="", now=NOON)
        elif how == "taken away":
            actions.take_away(cast.keeper, photo, now=NOON)
        else:
            actions.choose_cover(cast.keeper, cast.memorial, None, now=NOON)

    assert not published.path_of(cast.memorial.slug).exists()


def test_a_photo_goes_with_its_picture(cast: Cast, add: Share, kept: Path) -> None:
    photo = add(developed=False)
    actions.choose_cover(cast.keeper, cast.memorial, photo, now=NOON)

    discard(cast.keeper, photo.picture, NOON)
    remove_picture(photo.picture_id)

    assert (Photo.objects.count(), PageCover.objects.count(), files_in(kept)) == (0, 0, [])
