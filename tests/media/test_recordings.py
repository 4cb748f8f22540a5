"""A recording from its arrival to its being played, described, discarded, or refused; and every interruption."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from snowdrop.ground import journal, keys, sealing
from snowdrop.ground.models import Entry
from snowdrop.ground.objects import FolderObjects
from snowdrop.media import actions_of_recordings as acts
from snowdrop.media import cutting_room, keeping, queries
from snowdrop.media.filenames import safe_filename
from snowdrop.media.models import Captions, Preparation, Recording, Track
from snowdrop.media.queries import OnTheWay, ShownRecording, ShownTrack, captions_of, open_original, open_track
from snowdrop.media.refusals import NoRoom, NotARecording, NotCaptions, RecordingDamaged, RecordingTooLarge
from snowdrop.media.store import Store
from snowdrop.media.vocabulary import RECORDING_LIMITS, PictureState, RecordingKind
from tests.world import photographs, recordings

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 4, 2, 6, 31, tzinfo=UTC)
STILLS = ("still-1.webp", "still-2.webp", "still-3.webp", "still-4.webp")
CAPTIONS = "WEBVTT\n\n00:00:00.200 --> 00:00:00.900\nSleep well, Ilse.\n"


@dataclass(frozen=True)
class Somebody:
    person_id: UUID


ADA = Somebody(uuid4())


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for module in (acts, keeping, queries):
        monkeypatch.setattr(module, "the_store", lambda: Store(FolderObjects(tmp_path / "media", spare_bytes=0)))
    return tmp_path / "media"


@pytest.fixture
def memorial_id() -> UUID:
    owner = uuid4()
    keys.make_data_key(owner)
    return owner


def taken_in(memorial_id: UUID, content: bytes | None = None, name: str = "IMG_0412.MOV") -> Recording:
    upload = io.BytesIO(recordings.a_phone_video() if content is None else content)
    return acts.take_in_recording(ADA, memorial_id=memorial_id, upload=upload, name=name, now=NOW)  # type: ignore[arg-type]


@pytest.fixture
def recording(memorial_id: UUID) -> Recording:
    return taken_in(memorial_id)


@pytest.fixture
def ready(recording: Recording) -> Recording:
    acts.develop_recording(recording.pk, NOW)
    recording.refresh_from_db()
    return recording


def files_in(kept: Path) -> list[Path]:
    return [path for path in kept.rglob("*") if path.is_file()]


def bytes_of(opened: queries.OpenFile) -> bytes:
    content = b"".join(opened.reader.read_range(0, opened.reader.size))
    opened.reader.close()
    return content


def verbs() -> list[str]:
    return list(Entry.objects.order_by("id").values_list("verb", flat=True))


def test_a_recording_is_taken_in_with_a_note_on_what_it_was(recording: Recording, kept: Path) -> None:
    original = recordings.a_phone_video()
    assert (recording.state, recording.kind, recording.original_size) == ("arriving", "video", len(original))
    note = queries.note_of(recording)
    assert (note.name, note.mime) == ("IMG_0412.MOV", "video/quicktime")
    assert bytes_of(open_original(recording)) == original
    assert safe_filename(recording) == "IMG_0412.MOV"
    assert [path.read_bytes() for path in files_in(kept) if recordings.TITLE.encode() in path.read_bytes()] == []
    assert queries.recordings_on_the_way([recording.pk]) == {recording.pk: OnTheWay(PictureState.ARRIVING, "", 0.0)}
    assert queries.shown_recordings([recording.pk]) == {}
    assert verbs() == ["recording.taken_in"]


def test_a_video_is_made_ready(ready: Recording) -> None:
    shown = queries.shown_recordings([ready.pk])[ready.pk]

    assert replace(shown, seconds=0) == ShownRecording(
        ready.pk, RecordingKind.VIDEO, 160, 120, 0, ShownTrack("video.mp4", "video/mp4"), STILLS, "still-1.webp", ()
    )
    assert shown.seconds == pytest.approx(2, abs=0.1)
    assert queries.recordings_on_the_way([ready.pk]) == {}
    assert bytes_of(open_track(ready, "video.mp4"))[4:8] == b"ftyp"
    assert bytes_of(open_track(ready, "still-2.webp"))[8:12] == b"WEBP"
    assert verbs() == ["recording.taken_in", "recording.developed"]
    assert Preparation.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "believed"), [(recordings.a_voice_of_a_browser(), "voice"), (recordings.a_voice("mp4"), "video")]
)
def test_a_voice_is_made_ready_whatever_it_came_in(memorial_id: UUID, content: bytes, believed: str) -> None:
    recording = taken_in(memorial_id, content)
    assert recording.kind == believed

    acts.develop_recording(recording.pk, NOW)

    shown = queries.shown_recordings([recording.pk])[recording.pk]
    assert (shown.kind, shown.track) == (RecordingKind.VOICE, ShownTrack("voice.m4a", "audio/mp4"))
    assert (shown.stills, shown.still) == ((), "")


def test_what_is_published_lies_sealed(ready: Recording, kept: Path) -> None:
    track = bytes_of(open_track(ready, "video.mp4"))

    stored = [path.read_bytes() for path in files_in(kept)]
    assert len(stored) == 6
    assert all(track[16:48] not in content and b"ftyp" not in content[:64] for content in stored)


@pytest.mark.parametrize("content", [photographs.a_renamed_pdf(), photographs.a_gif(), b""])
def test_what_is_no_recording_is_not_kept(memorial_id: UUID, content: bytes, kept: Path) -> None:
    with pytest.raises(NotARecording):
        taken_in(memorial_id, content)

    assert (files_in(kept), Recording.objects.count(), verbs()) == ([], 0, [])


def test_a_recording_that_is_too_large_is_let_go(
    memorial_id: UUID, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acts, "RECORDING_LIMITS", replace(RECORDING_LIMITS, file_bytes=1000))

    with pytest.raises(RecordingTooLarge):
        taken_in(memorial_id)

    assert (files_in(kept), Recording.objects.count()) == ([], 0)


def test_without_room_nothing_is_taken_in(memorial_id: UUID, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "the_store", lambda: Store(FolderObjects(kept, spare_bytes=2**62)))

    with pytest.raises(NoRoom):
        taken_in(memorial_id)

    assert Recording.objects.count() == 0


def test_what_it_belongs_to_is_made_with_it_or_nothing_is(memorial_id: UUID, kept: Path) -> None:
    class Refused(Exception):
        pass

    def place(recording: Recording) -> None:
        raise Refused

    with pytest.raises(Refused):
        acts.take_in_recording(
            ADA,  # type: ignore[arg-type]
            memorial_id=memorial_id,
            upload=io.BytesIO(recordings.a_video()),
            name="a.mp4",
            now=NOW,
            place=place,
        )
    assert (files_in(kept), Recording.objects.count(), verbs()) == ([], 0, [])


def test_a_damaged_recording_is_refused_and_its_original_stays(memorial_id: UUID) -> None:
    content = recordings.rubbish_with_a_right_head()
    recording = taken_in(memorial_id, content)

    acts.develop_recording(recording.pk, NOW)

    told = queries.recordings_on_the_way([recording.pk])[recording.pk]
    assert (told.state, str(told.refusal)) == (PictureState.REFUSED, str(RecordingDamaged.sentence))
    assert bytes_of(open_original(recording)) == content
    assert verbs()[-1] == "recording.refused"
    assert Preparation.objects.count() == 0


def test_a_recording_whose_bytes_are_lost_is_refused(recording: Recording, kept: Path) -> None:
    files_in(kept)[0].unlink()

    acts.develop_recording(recording.pk, NOW)

    assert Recording.objects.get().refusal == "damaged"


def test_making_it_ready_twice_changes_nothing(ready: Recording, kept: Path) -> None:
    files, rows = set(files_in(kept)), set(Track.objects.values_list("pk", flat=True))

    acts.develop_recording(ready.pk, NOW)

    assert (set(files_in(kept)), set(Track.objects.values_list("pk", flat=True))) == (files, rows)


def test_after_an_interruption_it_is_made_ready_again(recording: Recording, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(Exception):
        pass

    really_cut = cutting_room.cut

    def interrupted(*_: object, **__: object) -> None:
        raise Interrupted

    monkeypatch.setattr(cutting_room, "cut", interrupted)
    with pytest.raises(Interrupted):
        acts.develop_recording(recording.pk, NOW)
    assert queries.recordings_on_the_way([recording.pk])[recording.pk].state == PictureState.PREPARING
    monkeypatch.setattr(cutting_room, "cut", really_cut)

    acts.develop_recording(recording.pk, NOW)

    assert Recording.objects.get().state == PictureState.READY


def while_it_is_cut(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Does something after a recording was made ready, and before that is written down."""
    really_cut = cutting_room.cut

    def cut(*given: object, **more: object) -> object:
        monkeypatch.setattr(cutting_room, "cut", really_cut)
        made = really_cut(*given, **more)  # type: ignore[arg-type]
        act()
        return made

    monkeypatch.setattr(cutting_room, "cut", cut)


def test_of_two_workers_the_first_is_believed(
    recording: Recording, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    while_it_is_cut(monkeypatch, lambda: acts.develop_recording(recording.pk, NOW))

    acts.develop_recording(recording.pk, NOW)

    assert len(files_in(kept)) == 6
    assert verbs() == ["recording.taken_in", "recording.developed"]
    assert bytes_of(open_track(Recording.objects.get(), "video.mp4"))[4:8] == b"ftyp"


def test_a_recording_that_is_discarded_meanwhile_stays_gone(
    recording: Recording, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    while_it_is_cut(monkeypatch, lambda: keeping.discard(ADA, recording, NOW))  # type: ignore[arg-type]

    acts.develop_recording(recording.pk, NOW)

    assert (Recording.objects.get().state, Track.objects.count()) == (PictureState.DISCARDED, 0)
    assert len(files_in(kept)) == 1
    acts.remove_recording(recording.pk)
    assert (files_in(kept), Recording.objects.count()) == ([], 0)


def test_how_far_it_is_is_kept_in_a_row_and_no_work_is_done_for_what_nobody_wants(
    memorial_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acts, "_TELL_EVERY", 0)
    recording, shares = taken_in(memorial_id, recordings.a_video(size=(1280, 720), seconds=8)), list[float]()
    really_update = acts._teller

    def teller(of: Recording) -> Callable[[float], None]:
        tell = really_update(of)

        def told(share: float) -> None:
            tell(share)
            shares.append(queries.recordings_on_the_way([of.pk])[of.pk].share)
            keeping.discard(ADA, of, NOW)  # type: ignore[arg-type]

        return told

    monkeypatch.setattr(acts, "_teller", teller)

    acts.develop_recording(recording.pk, NOW)

    assert len(shares) == 1
    assert 0 <= shares[0] <= 1
    assert Recording.objects.get().state == PictureState.DISCARDED


def test_discarding_takes_everything_away(ready: Recording, kept: Path) -> None:
    acts.caption(ADA, ready, language="en", words=CAPTIONS, now=NOW)  # type: ignore[arg-type]
    assert len(files_in(kept)) == 6

    for _ in range(2):
        keeping.discard(ADA, ready, NOW)  # type: ignore[arg-type]

    for name in ("video.mp4", "still-1.webp", "captions-en.vtt"):
        with pytest.raises((Track.DoesNotExist, Captions.DoesNotExist)):
            open_track(ready, name)
    assert verbs().count("recording.discarded") == 1
    for _ in range(2):
        acts.remove_recording(ready.pk)
    assert files_in(kept) == []
    assert (Recording.objects.count(), Track.objects.count(), Captions.objects.count()) == (0, 0, 0)


def test_another_still_can_stand_for_the_video(ready: Recording) -> None:
    acts.choose_still(ADA, ready, still="still-3.webp", now=NOW)  # type: ignore[arg-type]

    assert queries.shown_recordings([ready.pk])[ready.pk].still == "still-3.webp"
    for name in ("still-9.webp", "video.mp4", ""):
        with pytest.raises(Track.DoesNotExist):
            acts.choose_still(ADA, ready, still=name, now=NOW)  # type: ignore[arg-type]
    assert Recording.objects.get().still == "still-3.webp"


def test_captions_are_kept_clean_and_sealed_one_for_each_language(ready: Recording) -> None:
    acts.caption(ADA, ready, language="en", words="00:00:01,000 --> 00:00:02,000\nFirst", now=NOW)  # type: ignore[arg-type]
    before = open_track(ready, "captions-en.vtt")
    acts.caption(ADA, ready, language="en", words=CAPTIONS, now=NOW)  # type: ignore[arg-type]
    acts.caption(ADA, ready, language="de", words=CAPTIONS.replace("well", "gut"), now=NOW)  # type: ignore[arg-type]

    opened = open_track(ready, "captions-en.vtt")
    assert (captions_of(ready, "en"), opened.mime) == (CAPTIONS, "text/vtt; charset=utf-8")
    assert bytes_of(opened).decode() == CAPTIONS
    assert before.etag != opened.etag
    assert all(b"Sleep" not in bytes(row.sealed) for row in Captions.objects.all())
    assert queries.shown_recordings([ready.pk])[ready.pk].captions == (("de", "Deutsch"), ("en", "English"))
    for _ in range(2):
        acts.take_captions_away(ADA, ready, language="en", now=NOW)  # type: ignore[arg-type]
    with pytest.raises(Captions.DoesNotExist):
        captions_of(ready, "en")
    assert verbs().count("recording.captions_taken_away") == 1


def test_words_that_are_no_captions_change_nothing(ready: Recording) -> None:
    acts.caption(ADA, ready, language="en", words=CAPTIONS, now=NOW)  # type: ignore[arg-type]

    with pytest.raises(NotCaptions):
        acts.caption(ADA, ready, language="en", words="Sleep well", now=NOW)  # type: ignore[arg-type]
    with pytest.raises(acts.UnknownLanguage):
        acts.caption(ADA, ready, language="../en", words=CAPTIONS, now=NOW)  # type: ignore[arg-type]

    assert captions_of(ready, "en") == CAPTIONS


def test_a_track_moved_to_another_recording_cannot_be_read(ready: Recording, memorial_id: UUID) -> None:
    other = taken_in(memorial_id, recordings.a_video())
    acts.develop_recording(other.pk, NOW)
    blob = Track.objects.get(recording=other, name="video.mp4").blob
    Track.objects.filter(recording=ready, name="video.mp4").update(blob=blob)

    with pytest.raises(sealing.Unreadable):
        bytes_of(open_track(ready, "video.mp4"))


def test_the_questions_are_few_however_many_there_are(
    ready: Recording, memorial_id: UUID, django_assert_num_queries: Callable[[int], object]
) -> None:
    other = taken_in(memorial_id, recordings.a_video())
    with django_assert_num_queries(2):  # type: ignore[attr-defined]
        assert set(queries.shown_recordings([ready.pk, other.pk])) == {ready.pk}
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        assert set(queries.recordings_on_the_way([ready.pk, other.pk])) == {other.pk}


def test_videos_have_a_reader_of_their_own_and_removal_does_not_wait_for_them() -> None:
    verbs_of = {one.name: one.verbs for one in journal.readers()}

    assert verbs_of["recordings"] == frozenset({"recording.taken_in"})
    assert verbs_of["media"] == frozenset({"picture.taken_in", "picture.discarded", "recording.discarded"})
