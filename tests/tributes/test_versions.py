"""What a letter said before it was kept anew: kept for its author alone, and to everybody else not there."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse

from snowdrop.ground import published
from snowdrop.ground.refusals import NotAllowed
from snowdrop.memorials import actions as memorials
from snowdrop.memorials.models import Keeper
from snowdrop.people.viewer import Viewer
from snowdrop.tributes import actions
from snowdrop.tributes import actions_of_versions as versions
from snowdrop.tributes.models import Letter, Version
from tests.world.browsers import as_seen, browser_of, text_of
from tests.world.cast import NOON, Cast, a_person

pytestmark = pytest.mark.django_db(transaction=True)

HOUR = timedelta(hours=1)


@pytest.fixture
def other(cast: Cast) -> Viewer:
    """Somebody who keeps the memorial together with the keeper."""
    person = a_person("Levi")
    Keeper.objects.create(memorial=cast.memorial, person_id=person.person_id, since=NOON)
    return person


def write(cast: Cast, words: str, letter: Letter | None = None, *, by: Viewer | None = None, **given: object) -> Letter:
    given = {"now": NOON, "letter_id": letter.id if letter else None, **given}
    return actions.write_letter(by or cast.keeper, cast.memorial, words=words, **given)  # type: ignore[arg-type]


def autosave(cast: Cast, letter_id: object, words: str, **given: object) -> None:
    given = {"now": NOON, "pen": "", **given}
    actions.keep_while_writing(cast.keeper, cast.memorial, letter_id=letter_id, words=words, **given)  # type: ignore[arg-type]


def kept(letter: Letter) -> list[str]:
    return [version.said["words"] for version in Version.objects.filter(letter=letter)]


def test_what_it_said_before_it_was_kept_anew_is_kept(cast: Cast) -> None:
    letter = write(cast, "First", audience="everybody")
    write(cast, "Second", letter, now=NOON + HOUR)
    write(cast, "Third", letter, now=NOON + 2 * HOUR)
    write(cast, "Third", letter, now=NOON + 3 * HOUR)  # the same words are no version

    assert kept(letter) == ["Second", "First"]
    assert [version.kept_at for version in Version.objects.all()] == [NOON + HOUR, NOON]


def test_what_a_page_keeps_by_itself_makes_one_version_for_a_sitting_and_only_of_what_a_person_kept(cast: Cast) -> None:
    letter_id = uuid4()
    for words in ("D", "De", "Dear"):
        autosave(cast, letter_id, words)
    letter = Letter.objects.get()
    assert kept(letter) == []
    write(cast, "Dear Ilse", letter)
    assert kept(letter) == []

    for words in ("Dear Ilse,", "Dear Ilse, it", "Dear Ilse, it snowed"):
        autosave(cast, letter.id, words)
    write(cast, "Dear Ilse, it snowed today", letter)

    assert kept(letter) == ["Dear Ilse"]


def test_a_letter_that_others_see_keeps_what_stood_until_the_button_is_pressed(cast: Cast) -> None:
    letter = write(cast, "As it stands", audience="everybody")
    for words in ("As it", "As it will"):
        autosave(cast, letter.id, words)
    assert kept(letter) == []

    write(cast, "As it will stand", letter)

    assert kept(letter) == ["As it stands"]


def test_they_are_sealed(cast: Cast) -> None:
    letter = write(cast, "Plainly readable")
    write(cast, "Something else", letter)

    with connection.cursor() as cursor:
        rows = cursor.execute("SELECT * FROM tributes_version").fetchall()

    assert rows
    assert b"Plainly" not in b"".join(
        bytes(cell) for row in rows for cell in row if isinstance(cell, bytes | memoryview)
    )


def test_another_keeper_cannot_tell_whether_there_are_any(cast: Cast, other: Viewer) -> None:
    """By screens, answers, lists, counts or times: with and without versions everything is the same to them."""
    bare = write(cast, "The same words", audience="keepers", now=NOON)
    changed = write(cast, "Other words", audience="keepers", now=NOON)
    write(cast, "The same words", changed, now=NOON)
    version = Version.objects.get()
    slug, browser = cast.memorial.slug, browser_of(other)

    def asked(letter: Letter) -> list[tuple[int, str]]:
        addresses = [reverse(name, args=[slug, letter.id]) for name in ("letter", "versions", "let_go_of_versions")]
        one = [slug, letter.id, version.id]
        addresses += [reverse(name, args=one) for name in ("version", "let_go_of_version", "bring_back_version")]
        return [as_seen(browser.get(address), str(letter.id), address) for address in addresses]

    def plain(answers: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """Without the ids that every page makes anew for what is written on it."""
        return [(status, re.sub(r'value="[0-9a-f-]{36}"', "", body)) for status, body in answers]

    assert plain(asked(bare)) == plain(asked(changed))
    assert [status for status, _ in asked(changed)] == [200, 404, 404, 404, 404, 405]
    assert "Other words" not in text_of(browser.get(reverse("tributes", args=[slug])))


def test_another_keeper_does_nothing_with_them(cast: Cast, other: Viewer) -> None:
    letter = write(cast, "First", audience="keepers")
    write(cast, "Second", letter)
    version = Version.objects.get()

    for act in (
        lambda: versions.bring_back(other, version, now=NOON),
        lambda: versions.let_go_of_version(other, version, now=NOON),
        lambda: versions.let_go_of_versions(other, letter, now=NOON),
        lambda: versions.bring_back(cast.helper, version, now=NOON),
    ):
        with pytest.raises(NotAllowed):
            act()

    assert not Version.objects.of(other).exists()
    assert kept(letter) == ["First"]


def test_what_another_keeper_changes_in_a_letter_is_not_lost_to_its_author(cast: Cast, other: Viewer) -> None:
    letter = write(cast, "Mine", audience="keepers")
    write(cast, "Theirs", letter, by=other)

    assert kept(letter) == ["Mine"]
    assert not Version.objects.of(other).exists()


def test_whoever_keeps_it_no_more_has_none(cast: Cast, other: Viewer) -> None:
    letter = write(cast, "First", audience="keepers")
    write(cast, "Second", letter)
    memorials.resign(cast.keeper, cast.memorial, now=NOON)

    assert not Version.objects.of(cast.keeper).exists()


def test_bringing_one_back_is_a_version_itself_and_loses_nothing(cast: Cast) -> None:
    letter = write(cast, "First", audience="everybody", dedication="For Ilse")
    write(cast, "Second", letter)
    autosave(cast, letter.id, "Newer, not shown yet")
    published.path_of(cast.memorial.slug).parent.mkdir(parents=True, exist_ok=True)
    published.path_of(cast.memorial.slug).write_bytes(b"made before")

    versions.bring_back(cast.keeper, Version.objects.get(), now=NOON + HOUR)

    stands = Letter.objects.get()
    assert (stands.words, stands.dedication, stands.audience, stands.unfinished) == (
        "First",
        "For Ilse",
        "everybody",
        None,
    )
    assert sorted(kept(letter)) == ["First", "Newer, not shown yet", "Second"]
    assert not published.path_of(cast.memorial.slug).exists()


def test_its_author_looks_compares_brings_back_and_lets_go(cast: Cast) -> None:
    letter = write(cast, "In the garden", audience="keepers")
    write(cast, "By the weir", letter)
    write(cast, "On the hill", letter)
    slug, browser = cast.memorial.slug, browser_of(cast.keeper)
    versions_address = reverse("versions", args=[slug, letter.id])
    assert versions_address in text_of(browser.get(reverse("letter", args=[slug, letter.id])))
    first, second = Version.objects.order_by("id")

    assert "In the garden" in text_of(browser.get(versions_address))
    beside = text_of(browser.get(reverse("version", args=[slug, letter.id, first.id])))
    assert "In the garden" in beside
    assert "On the hill" in beside

    browser.post(reverse("bring_back_version", args=[slug, letter.id, first.id]))
    assert Letter.objects.get().words == "In the garden"

    browser.post(reverse("let_go_of_version", args=[slug, letter.id, second.id]))
    assert sorted(kept(letter)) == ["In the garden", "On the hill"]

    browser.post(reverse("let_go_of_versions", args=[slug, letter.id]))
    assert kept(letter) == []
    assert Letter.objects.get().words == "In the garden"
