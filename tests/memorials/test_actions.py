"""What can be done with a memorial, by whom, and what is left behind."""

from __future__ import annotations

import pytest
from django.db import connection

from snowdrop.audiences.table import UnknownAudience
from snowdrop.ground import published, sealing
from snowdrop.ground.models import Entry
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions
from snowdrop.memorials.models import Memorial, PrivateLink, Remembered
from tests.world.cast import NOON, a_family

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("to", "who"),
    [
        (None, {"keeper"}),
        ("keepers", {"keeper"}),
        ("helpers", {"keeper", "helper"}),
        ("link", {"keeper", "helper", "friend"}),
        ("everybody", {"keeper", "helper", "friend", "stranger", "nobody"}),
    ],
)
def test_a_memorial_is_open_to_those_whom_its_publication_lets_in(to: str | None, who: set[str]) -> None:
    cast = a_family(published_to=to)

    seen = {name for name, viewer in cast.everybody().items() if Memorial.objects.visible_to(viewer).exists()}

    assert seen == who


def test_taking_a_memorial_back_shuts_it_and_removes_the_published_copy(
    django_capture_on_commit_callbacks: pytest.FixtureRequest,
) -> None:
    cast = a_family(published_to="everybody")
    published.put(cast.memorial.slug, b"the page", still_public=lambda: True)
    assert published.path_of(cast.memorial.slug).exists()
    assert Memorial.objects.visible_to(cast.nobody).exists()

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        actions.take_back_memorial(cast.keeper, cast.memorial, now=NOON)

    assert not Memorial.objects.visible_to(cast.nobody).exists()
    assert not published.path_of(cast.memorial.slug).exists()


def test_a_copy_is_not_put_in_place_when_the_memorial_is_no_longer_public() -> None:
    assert published.put("gone", b"the page", still_public=lambda: False) is False
    assert not published.path_of("gone").exists()


def test_an_unknown_audience_is_refused_and_nothing_is_published() -> None:
    cast = a_family()

    with pytest.raises(UnknownAudience):
        actions.publish_memorial(cast.keeper, cast.memorial, to="the-world", now=NOON)

    assert not Memorial.objects.visible_to(cast.nobody).exists()


def test_a_private_link_that_was_taken_back_opens_nothing() -> None:
    cast = a_family(published_to="link")
    assert Memorial.objects.visible_to(cast.friend).exists()

    actions.take_back_private_link(cast.keeper, cast.memorial, cast.link, now=NOON)

    assert not Memorial.objects.visible_to(cast.friend).exists()


def test_a_link_to_one_memorial_opens_no_other() -> None:
    cast = a_family(published_to="link")
    other = actions.open_memorial(cast.stranger, title="For Noor", now=NOON)
    actions.publish_memorial(cast.stranger, other, to="link", now=NOON)

    assert list(Memorial.objects.visible_to(cast.friend)) == [cast.memorial]


@pytest.mark.parametrize("who", ["helper", "friend", "stranger", "nobody"])
def test_nobody_but_a_keeper_changes_a_memorial(who: str) -> None:
    cast = a_family(published_to="link")
    viewer, memorial = cast.everybody()[who], cast.memorial
    before = Entry.objects.count()

    for act in (
        lambda: actions.describe_memorial(viewer, memorial, title="Other words", now=NOON),
        lambda: actions.remember(viewer, memorial, names="Other", now=NOON),
        lambda: actions.publish_memorial(viewer, memorial, to="everybody", now=NOON),
        lambda: actions.take_back_memorial(viewer, memorial, now=NOON),
        lambda: actions.make_private_link(viewer, memorial, now=NOON),
        lambda: actions.take_back_private_link(viewer, memorial, cast.link, now=NOON),
    ):
        with pytest.raises(NotAllowed):
            act()

    kept = Memorial.objects.get()
    assert (kept.title, kept.publication.audience, Entry.objects.count()) == ("For Ilse", "link", before)
    assert (PrivateLink.objects.count(), Remembered.objects.count()) == (1, 0)


def test_a_keeper_of_one_memorial_cannot_take_back_the_link_of_another() -> None:
    cast = a_family()
    own = actions.open_memorial(cast.stranger, now=NOON)

    with pytest.raises(NotAllowed):
        actions.take_back_private_link(cast.stranger, own, cast.link, now=NOON)

    assert PrivateLink.objects.filter(pk=cast.link.pk).exists()


def test_private_words_are_sealed_in_the_database_and_bound_to_their_row() -> None:
    cast = a_family()
    one = actions.remember(
        cast.keeper, cast.memorial, names="Ilse", story="our words", dates=[("due", "spring")], now=NOON
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT names, story, dates FROM memorials_remembered")
        stored = b"".join(bytes(value) for value in cursor.fetchone())
    other = actions.remember(cast.keeper, cast.memorial, names="Bo", now=NOON)

    with connection.cursor() as cursor:
        cursor.execute("SELECT names FROM memorials_remembered ORDER BY place LIMIT 1")
        cursor.execute("UPDATE memorials_remembered SET names = %s WHERE place = 1", [cursor.fetchone()[0]])

    fresh = Remembered.objects.get(pk=one.pk)
    assert not any(word in stored for word in (b"Ilse", b"our words", b"spring"))
    assert (fresh.names, fresh.story, fresh.dates) == ("Ilse", "our words", [["due", "spring"]])
    with pytest.raises(sealing.Unreadable):
        assert Remembered.objects.get(pk=other.pk).names


def test_every_act_leaves_one_entry_that_says_nothing_of_its_content() -> None:
    cast = a_family(published_to="everybody")

    verbs = list(Entry.objects.order_by("id").values_list("verb", flat=True))

    assert verbs == [
        "memorial.opened",
        "invitation.made",
        "invitation.accepted",
        "helper.let_in",
        "link.made",
        "memorial.published",
    ]
    assert set(Entry.objects.values_list("memorial_id", flat=True)) == {cast.memorial.id}
