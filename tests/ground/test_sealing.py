"""Sealed words and files: what goes in comes out, for the right key and place only."""

from __future__ import annotations

import hashlib
import io
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snowdrop.ground import sealing
from snowdrop.ground.objects import FolderObjects
from snowdrop.ground.sealing import FRAME_BYTES, SealedReader, Unreadable

KEY = bytes(range(32))
PLACE = b"tributes.letter\x00\x01\x02\x03"
HEADER, TAG = 33, 16

around_frames = st.sampled_from(
    [0, 1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 2 * FRAME_BYTES, 2 * FRAME_BYTES + 77, 17 * FRAME_BYTES]
)
with_folder = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def content_of(size: int) -> bytes:
    return hashlib.shake_128(b"a quiet picture").digest(size)


def sealed_at(folder: Path, plain: bytes, name: str = "sealed", place: bytes = PLACE) -> Path:
    FolderObjects(folder).keep(name, sealing.SealedFrames(KEY, io.BytesIO(plain), bound_to=place))
    return folder / name


def read_whole(path: Path, key: bytes = KEY, place: bytes = PLACE) -> bytes:
    with opened(path, key, place) as reader:
        return b"".join(reader.read_range(0, reader.size))


def opened(path: Path, key: bytes = KEY, place: bytes = PLACE) -> SealedReader:
    return sealing.open_sealed(FolderObjects(path.parent).open(path.name), key, bound_to=place)


@given(st.binary(max_size=300), st.binary(max_size=40))
def test_words_come_back_as_they_were(plain: bytes, place: bytes) -> None:
    assert sealing.unseal(KEY, sealing.seal(KEY, plain, bound_to=place), bound_to=place) == plain


def test_the_same_words_never_look_the_same_twice() -> None:
    assert len({sealing.seal(KEY, b"Ada", bound_to=PLACE) for _ in range(50)}) == 50


@given(st.data())
def test_words_with_one_changed_bit_are_unreadable(data: st.DataObject) -> None:
    sealed = bytearray(sealing.seal(KEY, b"We miss you.", bound_to=PLACE))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Unreadable):
        sealing.unseal(KEY, bytes(sealed), bound_to=PLACE)


@pytest.mark.parametrize("length", range(29))
def test_words_cut_short_are_unreadable(length: int) -> None:
    with pytest.raises(Unreadable):
        sealing.unseal(KEY, sealing.seal(KEY, b"", bound_to=PLACE)[:length], bound_to=PLACE + b"x")


def test_words_moved_to_another_row_are_unreadable() -> None:
    with pytest.raises(Unreadable):
        sealing.unseal(KEY, sealing.seal(KEY, b"Ada", bound_to=PLACE), bound_to=b"another row")


def test_words_come_back_from_a_memoryview_as_databases_give_them() -> None:
    assert sealing.unseal(KEY, memoryview(sealing.seal(KEY, b"Ada", bound_to=PLACE)), bound_to=PLACE) == b"Ada"


def test_many_threads_can_seal_with_one_key() -> None:
    def there_and_back(number: int) -> bool:
        plain = number.to_bytes(400, "big")
        return sealing.unseal(KEY, sealing.seal(KEY, plain, bound_to=PLACE), bound_to=PLACE) == plain

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(there_and_back, range(4000)))


def test_a_wrapped_key_comes_back_for_its_owner() -> None:
    key = sealing.new_key()
    assert sealing.unwrap_key(KEY, sealing.wrap_key(KEY, key, owner=b"owner"), owner=b"owner") == key


def test_a_wrapped_key_is_unreadable_for_another_owner_or_instance() -> None:
    wrapped = sealing.wrap_key(KEY, sealing.new_key(), owner=b"owner")
    for instance_key, owner in [(KEY, b"other"), (sealing.new_key(), b"owner")]:
        with pytest.raises(Unreadable):
            sealing.unwrap_key(instance_key, wrapped, owner=owner)


def test_a_wrapped_key_cannot_pass_for_words() -> None:
    wrapped = sealing.wrap_key(KEY, sealing.new_key(), owner=b"owner")
    with pytest.raises(Unreadable):
        sealing.unseal(KEY, wrapped, bound_to=b"owner")


@given(size=around_frames)
@with_folder
def test_a_sealed_file_states_size_and_checksum(tmp_path: Path, size: int) -> None:
    plain = content_of(size)
    frames = sealing.SealedFrames(KEY, io.BytesIO(plain), bound_to=PLACE)
    FolderObjects(tmp_path).keep("sealed", frames)
    assert (frames.size, frames.sha256) == (size, hashlib.sha256(plain).hexdigest())
    assert read_whole(tmp_path / "sealed") == plain
    assert (tmp_path / "sealed").stat().st_size == HEADER + size + TAG * max(1, -(-size // FRAME_BYTES))


@given(data=st.data(), size=around_frames)
@with_folder
def test_every_range_of_a_file_comes_back(tmp_path: Path, data: st.DataObject, size: int) -> None:
    plain = content_of(size)
    start = data.draw(st.integers(0, size + 10))
    stop = data.draw(st.integers(0, size + 10))
    with opened(sealed_at(tmp_path, plain)) as reader:
        assert reader.size == size
        assert b"".join(reader.read_range(start, stop)) == plain[start:stop]


@given(data=st.data(), size=around_frames)
@with_folder
def test_a_file_opened_for_reading_behaves_like_a_file(tmp_path: Path, data: st.DataObject, size: int) -> None:
    plain = content_of(size)
    with opened(sealed_at(tmp_path, plain)) as reader:
        ours, theirs = reader.open(), io.BytesIO(plain)
        for _ in range(data.draw(st.integers(1, 6))):
            place, whence = data.draw(st.sampled_from([(0, 2), (size // 2, 0), (3, 0), (0, 1)]))
            length = data.draw(st.sampled_from([-1, 0, 1, 100, FRAME_BYTES + 3]))
            assert ours.seek(place, whence) == theirs.seek(place, whence)
            assert ours.read(length) == theirs.read(length)


def test_a_source_that_gives_a_little_at_a_time_is_sealed_whole(tmp_path: Path) -> None:
    class Dripping(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(min(size or 0, 1000))

    plain = content_of(FRAME_BYTES + 500)
    FolderObjects(tmp_path).keep("sealed", sealing.SealedFrames(KEY, Dripping(plain), bound_to=PLACE))
    assert read_whole(tmp_path / "sealed") == plain


@given(data=st.data(), size=around_frames)
@with_folder
def test_a_file_with_one_changed_bit_is_unreadable(tmp_path: Path, data: st.DataObject, size: int) -> None:
    path = sealed_at(tmp_path, content_of(size))
    stored = bytearray(path.read_bytes())
    stored[data.draw(st.integers(0, len(stored) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(stored)
    with pytest.raises(Unreadable):
        read_whole(path)


@given(data=st.data(), size=around_frames)
@with_folder
def test_a_file_cut_short_is_refused_when_it_is_opened(tmp_path: Path, data: st.DataObject, size: int) -> None:
    path = sealed_at(tmp_path, content_of(size))
    whole = path.stat().st_size
    at_frames = [
        length for length in (HEADER, HEADER + FRAME_BYTES + TAG, HEADER + 2 * (FRAME_BYTES + TAG)) if length < whole
    ]
    os.truncate(path, data.draw(st.sampled_from(at_frames) | st.integers(0, whole - 1)))
    with pytest.raises(Unreadable):
        opened(path)


@given(more=st.sampled_from([b"\0", b"\0" * TAG, b"\0" * (FRAME_BYTES + TAG)]), size=around_frames)
@with_folder
def test_a_file_made_longer_is_refused_when_it_is_opened(tmp_path: Path, more: bytes, size: int) -> None:
    path = sealed_at(tmp_path, content_of(size))
    with path.open("ab") as stored:
        stored.write(more)
    with pytest.raises(Unreadable):
        opened(path)


def frames_of(path: Path) -> tuple[bytes, list[bytes]]:
    stored = path.read_bytes()
    step = FRAME_BYTES + TAG
    return stored[:HEADER], [stored[at : at + step] for at in range(HEADER, len(stored), step)]


def test_frames_cannot_change_places(tmp_path: Path) -> None:
    path = sealed_at(tmp_path, content_of(3 * FRAME_BYTES))
    header, frames = frames_of(path)
    path.write_bytes(header + frames[1] + frames[0] + frames[2])
    with pytest.raises(Unreadable):
        read_whole(path)


def test_a_frame_cannot_move_to_another_file(tmp_path: Path) -> None:
    first = sealed_at(tmp_path, content_of(3 * FRAME_BYTES), "first")
    second = sealed_at(tmp_path, content_of(3 * FRAME_BYTES), "second")
    (header, frames), (_, others) = frames_of(first), frames_of(second)
    first.write_bytes(header + others[0] + frames[1] + frames[2])
    with pytest.raises(Unreadable):
        read_whole(first)


def test_a_file_under_another_name_or_key_is_unreadable(tmp_path: Path) -> None:
    path = sealed_at(tmp_path, content_of(100))
    for key, place in [(KEY, b"elsewhere"), (sealing.new_key(), PLACE)]:
        with pytest.raises(Unreadable):
            read_whole(path, key, place)


def test_the_stored_bytes_hold_nothing_of_the_content(tmp_path: Path) -> None:
    path = sealed_at(tmp_path, b"canary " * 20_000)
    assert b"canary" not in path.read_bytes()
