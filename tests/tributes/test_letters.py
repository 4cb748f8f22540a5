"""Letters: who writes them, who sees them, what is kept while they are written, and how nothing is lost or doubled."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection

from snowdrop.audiences.table import UnknownAudience
from snowdrop.ground import published, sealing
from snowdrop.ground.models import Entry
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials.actions import open_memorial, publish_memorial, take_back_memorial
from snowdrop.memorials.models import Keeper
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions
from snowdrop.tributes.models import Letter, Withdrawal
from snowdrop.tributes.vocabulary import Way
from tests.tributes.conftest import Share
from tests.world.cast import NOON, Cast, a_family

pytestmark = pytest.mark.django_db

KEEPER, HELPER, FRIEND = "keeper", "helper", "friend"
ALL = {KEEPER, HELPER, FRIEND, "stranger", "nobody"}


def write(cast: Cast, **given: object) -> Letter:
    return actions.write_letter(cast.keeper, cast.memorial, now=NOON, **{"words": "Dear Ilse", **given})  # type: ignore[arg-type]


def who_sees(cast: Cast, letter: Letter) -> set[str]:
    return {name for name, viewer in cast.everybody().items() if Letter.objects.visible_to(viewer).filter(pk=letter.pk)}


def verbs() -> list[str]:
    return list(Entry.objects.filter(verb__startswith="letter.").order_by("id").values_list("verb", flat=True))


@pytest.mark.parametrize(
    ("audience", "published_to", "who"),
    [
        ("me", "everybody", {KEEPER}),
        ("keepers", None, {KEEPER}),
        ("keepers", "keepers", {KEEPER}),
        ("keepers", "link", {KEEPER}),
        ("keepers", "everybody", {KEEPER}),
        ("helpers", None, {KEEPER}),
        ("helpers", "everybody", {KEEPER, HELPER}),
        ("circles", "everybody", {KEEPER, HELPER}),
        ("link", None, {KEEPER}),
        ("link", "keepers", {KEEPER}),
        ("link", "link", {KEEPER, HELPER, FRIEND}),
        ("link", "everybody", {KEEPER, HELPER, FRIEND}),
        ("members", "link", {KEEPER, HELPER, FRIEND}),
        ("members", "everybody", {KEEPER, HELPER, FRIEND, "stranger"}),
        ("everybody", None, {KEEPER}),
        ("everybody", "keepers", {KEEPER}),
        ("everybody", "helpers", {KEEPER, HELPER}),
        ("everybody", "link", {KEEPER, HELPER, FRIEND}),
        ("everybody", "everybody", ALL),
    ],
)
def test_a_letter_is_seen_by_those_whom_both_its_audience_and_its_memorial_let_in(
    audience: str, published_to: str | None, who: set[str]
) -> None:
    cast = a_family(published_to=published_to)

    letter = write(cast, audience=audience)

    assert who_sees(cast, letter) == who


def test_a_new_letter_is_for_its_author_alone(cast: Cast) -> None:
    letter = write(cast, dedication="For Ilse", signed="Your mother", when="in spring", language="de")

    assert who_sees(cast, letter) == {KEEPER}
    kept = Letter.objects.get()
    assert kept.audience == "me"
    assert (kept.dedication, kept.words, kept.signed, kept.when, kept.language) == (
        "For Ilse",
        "Dear Ilse",
        "Your mother",
        "in spring",
        "de",
    )
    assert verbs() == ["letter.written"]


def test_a_memorial_that_is_taken_back_takes_its_letters_along(cast: Cast) -> None:
    letter = write(cast, audience="everybody")
    assert who_sees(cast, letter) == ALL

    take_back_memorial(cast.keeper, cast.memorial, now=NOON)

    assert who_sees(cast, letter) == {KEEPER}


@pytest.mark.parametrize("who", ["helper", "friend", "stranger", "nobody"])
def test_nobody_but_a_keeper_does_anything_with_a_letter(cast: Cast, who: str) -> None:
    letter, viewer = write(cast, audience="everybody"), cast.everybody()[who]
    before = Entry.objects.count()

    for act in (
        lambda: actions.write_letter(viewer, cast.memorial, words="Other", now=NOON),
        lambda: actions.write_letter(viewer, cast.memorial, letter_id=letter.id, words="Other", now=NOON),
        lambda: actions.keep_while_writing(viewer, cast.memorial, letter_id=letter.id, pen="", words="Other", now=NOON),
        lambda: actions.let_go_of_unfinished(viewer, letter, now=NOON),
        lambda: actions.take_away(viewer, letter, now=NOON),
        lambda: actions.put_back(viewer, letter, now=NOON),
        lambda: actions.move(viewer, letter, way=Way.LATER, now=NOON),
    ):
        with pytest.raises(NotAllowed):
            act()

    kept = Letter.objects.get()
    assert (kept.words, kept.audience, Withdrawal.objects.count()) == ("Dear Ilse", "everybody", 0)
    assert Entry.objects.count() == before


def test_a_keeper_of_another_memorial_cannot_write_under_the_id_of_this_letter(cast: Cast) -> None:
    letter = write(cast)
    own = open_memorial(cast.stranger, now=NOON)

    for act in (actions.write_letter, actions.keep_while_writing):
        with pytest.raises(NotAllowed):
            act(cast.stranger, own, letter_id=letter.id, pen="", words="Other", now=NOON)

    kept = Letter.objects.get()
    assert (kept.words, kept.memorial_id) == ("Dear Ilse", cast.memorial.id)


def test_an_audience_that_is_not_in_the_table_is_refused(cast: Cast) -> None:
    with pytest.raises(UnknownAudience):
        write(cast, audience="the-world")

    assert not Letter.objects.exists()


def test_what_a_letter_says_is_sealed_and_bound_to_its_row(cast: Cast) -> None:
    one = write(cast, words="our words", dedication="for her", title="a title", signed="a name", when="a day")
    other = write(cast, words="others")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tributes_letter")
        stored = repr(cursor.fetchall())
        cursor.execute("SELECT words FROM tributes_letter ORDER BY place LIMIT 1")
        cursor.execute("UPDATE tributes_letter SET words = %s WHERE place = 1", [cursor.fetchone()[0]])

    assert not any(word in stored for word in ("our words", "for her", "a title", "a name", "a day"))
    assert Letter.objects.get(pk=one.pk).words == "our words"
    with pytest.raises(sealing.Unreadable):
        assert Letter.objects.get(pk=other.pk).words


def test_a_letter_that_is_sent_twice_is_kept_once(cast: Cast) -> None:
    letter_id, pen = uuid4(), str(uuid4())

    for _ in range(2):
        write(cast, letter_id=letter_id, pen=pen)

    assert [letter.words for letter in Letter.objects.all()] == ["Dear Ilse"]


def test_what_is_kept_while_writing_makes_one_letter_for_its_author(cast: Cast) -> None:
    letter_id, pen = uuid4(), str(uuid4())

    for words in ("D", "Dear", "Dear Ilse"):
        actions.keep_while_writing(cast.keeper, cast.memorial, letter_id=letter_id, pen=pen, words=words, now=NOON)

    letter = Letter.objects.get()
    assert (letter.words, letter.audience) == ("Dear Ilse", "me")


def test_a_page_on_which_there_is_nothing_yet_makes_no_letter(cast: Cast) -> None:
    kept = actions.keep_while_writing(
        cast.keeper, cast.memorial, letter_id=uuid4(), pen="", words="", dedication="", language="en", now=NOON
    )

    assert kept is None
    assert not Letter.objects.exists()


def test_words_that_are_being_changed_wait_beside_a_letter_that_others_see(cast: Cast) -> None:
    letter = write(cast, audience="everybody")

    actions.keep_while_writing(cast.keeper, cast.memorial, letter_id=letter.id, pen="", words="Half a sent", now=NOON)

    waiting = Letter.objects.get()
    assert (waiting.words, waiting.unfinished) == ("Dear Ilse", {"words": "Half a sent"})
    write(cast, letter_id=letter.id, words="A whole sentence", audience="everybody")
    whole = Letter.objects.get()
    assert (whole.words, whole.unfinished) == ("A whole sentence", None)


def test_words_that_wait_can_be_let_go(cast: Cast) -> None:
    letter = write(cast, audience="everybody")
    actions.keep_while_writing(cast.keeper, cast.memorial, letter_id=letter.id, pen="", words="Half a sent", now=NOON)
    assert Letter.objects.get().unfinished is not None

    actions.let_go_of_unfinished(cast.keeper, letter, now=NOON)

    kept = Letter.objects.get()
    assert (kept.words, kept.unfinished) == ("Dear Ilse", None)


def test_two_open_pages_never_write_over_each_other(cast: Cast) -> None:
    letter = write(cast, pen="first")
    one = {"letter_id": letter.id, "pen": "one", "pen_before": "first"}
    other = {"letter_id": letter.id, "pen": "other", "pen_before": "first"}
    write(cast, words="From one", **one)
    write(cast, words="From one, again", **one)

    with pytest.raises(actions.WrittenMeanwhile) as meanwhile:
        write(cast, words="From the other", **other)

    assert Letter.objects.get().words == "From one, again"
    write(cast, words="From the other", **{**other, "pen_before": meanwhile.value.pen})
    assert Letter.objects.get().words == "From the other"


def test_a_letter_that_was_taken_away_is_seen_by_nobody_until_it_is_put_back(cast: Cast) -> None:
    letter = write(cast, audience="everybody")
    assert who_sees(cast, letter) == ALL

    for _ in range(2):
        actions.take_away(cast.keeper, letter, now=NOON)

    assert who_sees(cast, letter) == set()
    for _ in range(2):
        actions.put_back(cast.keeper, letter, now=NOON)
    assert who_sees(cast, letter) == ALL
    assert verbs() == ["letter.written", "letter.taken_away", "letter.restored"]


@pytest.mark.parametrize("how", ["narrowed", "taken away", "reworded"])
def test_no_published_copy_outlives_what_everybody_could_see(
    cast: Cast, how: str, django_capture_on_commit_callbacks: pytest.FixtureRequest
) -> None:
    letter = write(cast, audience="everybody")
    published.put(cast.memorial.slug, b"the page", still_public=lambda: True)
    assert published.path_of(cast.memorial.slug).exists()

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        if how == "narrowed":
            write(cast, letter_id=letter.id, audience="link")
        elif how == "reworded":
            write(cast, letter_id=letter.id, words="Without that name", audience="everybody")
        else:
            actions.take_away(cast.keeper, letter, now=NOON)

    assert not published.path_of(cast.memorial.slug).exists()


def test_writing_for_keepers_leaves_the_published_copy_alone(
    cast: Cast, django_capture_on_commit_callbacks: pytest.FixtureRequest
) -> None:
    published.put(cast.memorial.slug, b"the page", still_public=lambda: True)

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        letter = write(cast)
        actions.keep_while_writing(cast.keeper, cast.memorial, letter_id=letter.id, pen="", words="Dear", now=NOON)
        actions.take_away(cast.keeper, letter, now=NOON)

    assert published.path_of(cast.memorial.slug).exists()
    published.take_away(cast.memorial.slug)


def test_an_audience_that_is_not_given_stays_as_it_was(cast: Cast) -> None:
    letter = write(cast, audience="everybody")

    write(cast, letter_id=letter.id, words="Dear both")

    assert who_sees(cast, letter) == ALL


def test_letters_and_photos_stand_in_one_order_that_the_family_chooses(cast: Cast, add: Share) -> None:
    first, photo, last = write(cast, words="1"), add(developed=False), write(cast, words="3")

    actions.move(cast.keeper, last, way=Way.EARLIER, now=NOON)
    actions.move(cast.keeper, last, way=Way.EARLIER, now=NOON)
    actions.move(cast.keeper, last, way=Way.EARLIER, now=NOON)
    actions.move(cast.keeper, first, way=Way.LATER, now=NOON)
    actions.move(cast.keeper, first, way=Way.LATER, now=NOON)

    places = {one.pk: one.place for kind in (Letter, type(photo)) for one in kind.objects.all()}
    assert sorted(places, key=places.__getitem__) == [last.pk, photo.pk, first.pk]


def test_what_was_taken_away_is_stepped_over_in_the_order(cast: Cast) -> None:
    first, gone, last = (write(cast, words=words) for words in "123")
    actions.take_away(cast.keeper, gone, now=NOON)

    actions.move(cast.keeper, gone, way=Way.LATER, now=NOON)
    actions.move(cast.keeper, last, way=Way.EARLIER, now=NOON)

    standing = [letter.pk for letter in Letter.objects.filter(memorial=cast.memorial).standing()]
    assert standing == [last.pk, first.pk]


def test_a_second_keeper_sees_and_changes_what_the_first_wrote(cast: Cast) -> None:
    letter, second = write(cast, audience="keepers"), Viewer(person_id=cast.stranger.person_id)
    assert not Letter.objects.visible_to(second).exists()

    Keeper.objects.create(memorial=cast.memorial, person_id=second.person_id, since=NOON)

    actions.write_letter(second, cast.memorial, letter_id=letter.id, words="Dear Ilse, dear both", now=NOON)
    assert Letter.objects.get().words == "Dear Ilse, dear both"


def test_publishing_wider_shows_what_was_meant_for_it(cast: Cast) -> None:
    other = open_memorial(cast.stranger, title="For Noor", now=NOON)
    letter = actions.write_letter(cast.stranger, other, words="Dear Noor", audience="everybody", now=NOON)
    assert not Letter.objects.visible_to(cast.nobody).filter(pk=letter.pk).exists()

    publish_memorial(cast.stranger, other, to="everybody", now=NOON)

    assert Letter.objects.visible_to(cast.nobody).filter(pk=letter.pk).exists()
