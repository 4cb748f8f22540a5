"""A photograph from its arrival to its being looked at, discarded, or refused; and every interruption on the way."""

from __future__ import annotations

import io
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import connection
from PIL import Image

from snowdrop.ground import journal, keys, sealing
from snowdrop.ground.objects import FolderObjects
from snowdrop.media import actions, keeping, queries
from snowdrop.media.actions import develop_picture, remove_picture, take_in_picture
from snowdrop.media.models import Picture, Rendition
from snowdrop.media.note import Note
from snowdrop.media.refusals import NoRoom, NotAPicture, PictureTooLarge
from snowdrop.media.store import Store
from snowdrop.media.vocabulary import LIMITS, Format, OtherKind
from tests.media.looking import distance
from tests.world import photographs

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 4, 2, 6, 31, tzinfo=UTC)
PHOTOGRAPH = photographs.a_photograph(size=(600, 450))
ALL_NAMES = ["medium.jpeg", "medium.webp", "small.jpeg", "small.webp"]


@dataclass(frozen=True)
class Somebody:
    person_id: UUID


ADA = Somebody(uuid4())


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for module in (actions, keeping, queries):
        monkeypatch.setattr(module, "the_store", lambda: Store(FolderObjects(tmp_path / "media", spare_bytes=0)))
    return tmp_path / "media"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, UUID | None, UUID, UUID, datetime]]:
    entries: list[tuple[str, UUID | None, UUID, UUID, datetime]] = []
    really_write = journal.write

    def write(verb: str, *, actor: UUID | None, subject_id: UUID, memorial_id: UUID, now: datetime) -> None:
        entries.append((verb, actor, subject_id, memorial_id, now))
        really_write(verb, actor=actor, subject_id=subject_id, memorial_id=memorial_id, now=now)

    monkeypatch.setattr(journal, "write", write)
    return entries


@pytest.fixture
def memorial_id() -> UUID:
    owner = uuid4()
    keys.make_data_key(owner)
    return owner


@pytest.fixture
def picture(memorial_id: UUID) -> Picture:
    return taken_in(memorial_id)


def taken_in(memorial_id: UUID, content: bytes = PHOTOGRAPH, name: str = "IMG_0412.JPG") -> Picture:
    return take_in_picture(ADA, memorial_id=memorial_id, upload=io.BytesIO(content), name=name, now=NOW)  # type: ignore[arg-type]


def files_in(kept: Path) -> list[Path]:
    return [path for path in kept.rglob("*") if path.is_file()]


def state_of(picture: Picture) -> tuple[str, str, int, list[str]]:
    row = Picture.objects.get(pk=picture.pk)
    return row.state, row.refusal, row.width, sorted(row.renditions.values_list("name", flat=True))


def test_a_photograph_is_kept_sealed_and_comes_back_byte_for_byte(picture: Picture, kept: Path) -> None:
    opened = queries.open_original(picture)
    with opened.reader.open() as original:
        assert original.read() == PHOTOGRAPH
    opened.reader.close()
    assert opened.mime == "image/jpeg"
    assert len(files_in(kept)) == 1
    assert all(trace not in files_in(kept)[0].read_bytes() for trace in photographs.TRACES)


def test_name_type_and_checksum_are_sealed_in_the_row(picture: Picture) -> None:
    note = queries.note_of(Picture.objects.get(pk=picture.pk))
    assert (note.name, note.mime, len(note.sha256)) == ("IMG_0412.JPG", "image/jpeg", 64)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM media_picture")
        row = b"|".join(
            bytes(value) if isinstance(value, (bytes, memoryview)) else str(value).encode()
            for value in cursor.fetchall()[0]
        )
    assert all(private not in row for private in (b"IMG_0412", b"image/jpeg", note.sha256.encode()))


@pytest.mark.parametrize(
    ("name", "remembered"),
    [
        ("C:\\Users\\ada\\walk.jpg", "walk.jpg"),
        ("../../etc/passwd", "passwd"),
        ("", ""),
        ("x" * 500 + ".jpg", "x" * 116 + ".jpg"),
    ],
)
def test_a_name_is_kept_without_its_folders(memorial_id: UUID, name: str, remembered: str) -> None:
    assert queries.note_of(taken_in(memorial_id, name=name)).name == remembered


def test_taking_in_writes_one_entry_that_holds_no_content(memorial_id: UUID, written: list[object]) -> None:
    picture = taken_in(memorial_id)
    assert written == [("picture.taken_in", ADA.person_id, picture.pk, memorial_id, NOW)]


@pytest.mark.parametrize(
    ("content", "kind"),
    [(photographs.a_renamed_pdf(), OtherKind.PDF), (photographs.a_polyglot("archive"), OtherKind.GIF), (b"", None)],
)
def test_what_is_no_photograph_is_refused_at_the_door(
    memorial_id: UUID, kept: Path, content: bytes, kind: OtherKind | None
) -> None:
    with pytest.raises(NotAPicture) as refused:
        taken_in(memorial_id, content)
    assert refused.value.kind is kind
    assert (files_in(kept), Picture.objects.count()) == ([], 0)


def test_a_file_that_grows_beyond_the_limit_leaves_nothing(
    memorial_id: UUID, kept: Path, written: list[object]
) -> None:
    with pytest.raises(PictureTooLarge):
        taken_in(memorial_id, PHOTOGRAPH + bytes(LIMITS.file_bytes - len(PHOTOGRAPH) + 1))
    assert (files_in(kept), Picture.objects.count(), written) == ([], 0, [])


def test_a_row_that_cannot_be_written_takes_its_bytes_with_it(
    memorial_id: UUID, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "write", lambda *_, **__: (_ for _ in ()).throw(ConnectionError))
    with pytest.raises(ConnectionError):
        taken_in(memorial_id)
    assert (files_in(kept), Picture.objects.count()) == ([], 0)


def test_a_full_disk_refuses_the_photograph_and_keeps_no_row(
    memorial_id: UUID, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(keeping, "the_store", lambda: Store(FolderObjects(tmp_path, spare_bytes=1 << 60)))
    with pytest.raises(NoRoom):
        taken_in(memorial_id)
    assert Picture.objects.count() == 0


def test_a_developed_picture_can_be_looked_at_in_every_size(
    picture: Picture, kept: Path, written: list[object]
) -> None:
    develop_picture(picture.pk, NOW)
    assert state_of(picture) == ("ready", "", 450, ALL_NAMES)
    assert written == [("picture.developed", None, picture.pk, picture.memorial_id, NOW)]
    for name in ALL_NAMES:
        opened = queries.open_rendition(picture, name)
        with opened.reader.open() as made:
            content = made.read()
        opened.reader.close()
        assert distance(Image.open(io.BytesIO(content)), photographs.the_scene((600, 450), 6)) < 4
        assert [trace for trace in photographs.TRACES if trace in content] == []
        assert opened.mime == f"image/{name.partition('.')[2]}"
    assert len(files_in(kept)) == 5


def test_a_page_is_told_sides_colour_and_sizes_from_small_to_large(
    picture: Picture, django_assert_num_queries: object
) -> None:
    develop_picture(picture.pk, NOW)
    with django_assert_num_queries(1):  # type: ignore[operator]
        shown = queries.shown_pictures([picture.pk, uuid4()])[picture.pk]
    assert (shown.width, shown.height, shown.average_colour[0]) == (450, 600, "#")
    assert [(made.name, made.width) for made in shown.renditions] == [
        ("small.webp", 360),
        ("small.jpeg", 360),
        ("medium.webp", 450),
        ("medium.jpeg", 450),
    ]


def test_a_picture_that_is_not_ready_has_no_renditions(picture: Picture) -> None:
    with pytest.raises(Rendition.DoesNotExist):
        queries.open_rendition(picture, "small.webp")
    assert queries.shown_pictures([picture.pk]) == {}


def test_developing_twice_changes_nothing(picture: Picture, kept: Path, written: list[object]) -> None:
    develop_picture(picture.pk, NOW)
    before = sorted(files_in(kept))
    develop_picture(picture.pk, NOW)
    develop_picture(uuid4(), NOW)
    assert sorted(files_in(kept)) == before
    assert len(written) == 1


def test_a_worker_who_comes_second_leaves_nothing_behind(
    picture: Picture, kept: Path, written: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other worker finishes while this one is still developing."""
    really_develop = actions.darkroom.develop

    def overtaken(*arguments: object) -> object:
        monkeypatch.setattr(actions.darkroom, "develop", really_develop)
        develop_picture(picture.pk, NOW)
        return really_develop(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(actions.darkroom, "develop", overtaken)
    develop_picture(picture.pk, NOW)
    assert state_of(picture) == ("ready", "", 450, ALL_NAMES)
    assert len(files_in(kept)) == 5
    assert len(written) == 1


@pytest.mark.django_db(transaction=True)
def test_several_workers_at_once_make_one_set_of_renditions(
    memorial_id: UUID, kept: Path, written: list[object]
) -> None:
    picture = taken_in(memorial_id)

    def work(_: int) -> None:
        try:
            develop_picture(picture.pk, NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as workers:
        list(workers.map(work, range(3)))
    assert state_of(picture) == ("ready", "", 450, ALL_NAMES)
    assert len(files_in(kept)) == 5
    assert [entry[0] for entry in written] == ["picture.taken_in", "picture.developed"]  # type: ignore[index]


@pytest.mark.parametrize("step", range(5))
def test_an_interruption_at_any_step_leaves_only_the_original_and_can_be_made_good(
    picture: Picture, kept: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Interrupted while the first to the fourth rendition is kept, and when the journal is written."""
    with monkeypatch.context() as patched, pytest.raises(ConnectionError):
        interrupt(patched, step)
        develop_picture(picture.pk, NOW)
    assert state_of(picture) == ("preparing", "", 0, [])
    assert len(files_in(kept)) == 1
    develop_picture(picture.pk, NOW)
    assert state_of(picture) == ("ready", "", 450, ALL_NAMES)
    assert len(files_in(kept)) == 5


def interrupt(patched: pytest.MonkeyPatch, step: int) -> None:
    really_keep, calls = FolderObjects.keep, iter(range(100))

    def keep(*given: object) -> None:
        if next(calls) == step:
            raise ConnectionError
        really_keep(*given)  # type: ignore[arg-type]

    def write(*_: object, **__: object) -> None:
        raise ConnectionError

    patched.setattr(FolderObjects, "keep", keep)
    if step == 4:
        patched.setattr(journal, "write", write)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [(photographs.a_huge_header(), "too_large"), (photographs.a_truncated(Format.JPEG), "damaged")],
)
def test_a_picture_that_cannot_be_developed_is_refused_and_its_original_stays(
    memorial_id: UUID, kept: Path, written: list[object], content: bytes, refusal: str
) -> None:
    picture = taken_in(memorial_id, content)
    develop_picture(picture.pk, NOW)
    develop_picture(picture.pk, NOW)
    assert state_of(picture) == ("refused", refusal, 0, [])
    assert [entry[0] for entry in written] == ["picture.taken_in", "picture.refused"]  # type: ignore[index]
    assert len(files_in(kept)) == 1


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(path.read_bytes()[:-1])])
def test_an_original_that_the_disk_lost_is_refused(picture: Picture, kept: Path, harm: object) -> None:
    harm(files_in(kept)[0])  # type: ignore[operator]
    develop_picture(picture.pk, NOW)
    assert state_of(picture)[:2] == ("refused", "damaged")


def test_a_discarded_picture_is_gone_at_once_and_its_bytes_follow(
    picture: Picture, kept: Path, written: list[object]
) -> None:
    develop_picture(picture.pk, NOW)
    keeping.discard(ADA, picture, NOW)  # type: ignore[arg-type]
    keeping.discard(ADA, picture, NOW)  # type: ignore[arg-type]
    assert queries.shown_pictures([picture.pk]) == {}
    with pytest.raises(Rendition.DoesNotExist):
        queries.open_rendition(picture, "small.webp")
    assert [entry[:2] for entry in written] == [("picture.developed", None), ("picture.discarded", ADA.person_id)]  # type: ignore[index]
    remove_picture(picture.pk)
    remove_picture(picture.pk)
    assert (files_in(kept), Picture.objects.count(), Rendition.objects.count()) == ([], 0, 0)


def test_bytes_of_a_picture_that_was_not_discarded_stay(picture: Picture, kept: Path) -> None:
    remove_picture(picture.pk)
    assert len(files_in(kept)) == 1


def test_a_picture_discarded_while_it_is_developed_leaves_nothing(
    picture: Picture, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_develop = actions.darkroom.develop

    def discarded_meanwhile(*arguments: object) -> object:
        keeping.discard(ADA, picture, NOW)  # type: ignore[arg-type]
        remove_picture(picture.pk)
        return really_develop(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(actions.darkroom, "develop", discarded_meanwhile)
    develop_picture(picture.pk, NOW)
    assert (files_in(kept), Picture.objects.count()) == ([], 0)


def test_bytes_of_one_picture_cannot_stand_in_for_another(memorial_id: UUID) -> None:
    one, other = taken_in(memorial_id), taken_in(memorial_id)
    one.original = other.original
    with pytest.raises(sealing.Unreadable):
        queries.open_original(one)


def test_without_the_key_nothing_can_be_read(picture: Picture, kept: Path) -> None:
    with pytest.raises(sealing.Unreadable):
        Store(FolderObjects(kept)).open(picture.original, sealing.new_key(), bound_to=picture.place_of_original)
    with pytest.raises(sealing.Unreadable):
        Note.unsealed(sealing.new_key(), picture.sealed, bound_to=picture.place_of_note)


def test_no_readable_file_is_left_open_or_on_disk_after_developing(picture: Picture) -> None:
    before = len(os.listdir("/proc/self/fd"))
    develop_picture(picture.pk, NOW)
    assert len(os.listdir("/proc/self/fd")) == before
