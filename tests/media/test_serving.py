"""Bytes over HTTP: whole, by range, unchanged, or beyond the end; always with the headers that keep them private."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress

import pytest
from django.http import HttpResponseBase
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from snowdrop.media.serving import MOST_OF_AN_OPEN_RANGE, DoorShut, serve
from tests.figures import Figures

pytestmark = pytest.mark.django_db  # whatever ends an answer also looks after connections to the database

CONTENT = bytes(range(100))
SAFE = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, no-store",
    "Content-Disposition": "inline",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Content-Type": "image/webp",
    "ETag": '"abc"',
}


class Kept:
    """A reader that gives seven bytes at a time and remembers whether it was closed."""

    def __init__(self, content: bytes = CONTENT) -> None:
        self.content, self.size, self.closed = content, len(content), False

    def read_range(self, start: int, stop: int) -> Iterator[bytes]:
        for place in range(start, min(stop, self.size), 7):
            assert not self.closed
            yield self.content[place : min(place + 7, stop)]

    def open(self) -> io.BytesIO:
        return io.BytesIO(self.content)

    def close(self) -> None:
        self.closed = True


def ask(method: str = "GET", content: bytes = CONTENT, **headers: str) -> tuple[HttpResponseBase, bytes, Kept]:
    kept = Kept(content)
    request = RequestFactory().generic(
        method, "/", headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = serve(request, kept, mime="image/webp", etag="abc")
    body = b"".join(answer)
    answer.close()
    assert kept.closed
    assert {name: answer[name] for name in SAFE} == SAFE
    return answer, body, kept


def part(answer: HttpResponseBase) -> tuple[int, str | None, str | None]:
    return answer.status_code, answer.get("Content-Range"), answer.get("Content-Length")


def test_the_whole() -> None:
    answer, body, _ = ask()
    assert part(answer) == (200, None, "100")
    assert body == CONTENT


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=10-19", 10, 20),
        ("bytes=90-", 90, 100),
        ("bytes=90-1000", 90, 100),
        ("bytes=-5", 95, 100),
        ("bytes=-1000", 0, 100),
        ("Bytes=99-99", 99, 100),
    ],
)
def test_one_range(asked: str, start: int, stop: int) -> None:
    answer, body, _ = ask(Range=asked)
    assert body == CONTENT[start:stop]
    assert part(answer) == (206, f"bytes {start}-{stop - 1}/100", str(stop - start))


@pytest.mark.parametrize(
    "asked",
    [
        "bytes=0-9,20-29",
        "bytes=20-10",
        "bytes=-",
        "bytes=",
        "lines=0-9",
        "0-9",
        "bytes=a-b",
        "bytes=0-9;",
        "bytes=" + "9" * 5000 + "-",
    ],
)
def test_what_cannot_be_understood_gets_the_whole(asked: str) -> None:
    answer, body, _ = ask(Range=asked)
    assert (part(answer), body) == ((200, None, "100"), CONTENT)


@pytest.mark.parametrize("asked", ["bytes=100-", "bytes=100-200", "bytes=-0", "bytes=999999999999999999-"])
def test_a_range_beyond_the_end(asked: str) -> None:
    answer, body, _ = ask(Range=asked)
    assert (answer.status_code, answer["Content-Range"], body) == (416, "bytes */100", b"")


@pytest.mark.parametrize("asked", ["bytes=0-", "bytes=-5"])
def test_nothing_has_no_range(asked: str) -> None:
    assert ask(content=b"", Range=asked)[0].status_code == 416
    assert part(ask(content=b"")[0]) == (200, None, "0")


@given(st.integers(0, 120), st.integers(0, 120))
def test_every_range_is_the_slice_that_it_names(first: int, last: int) -> None:
    answer, body, _ = ask(Range=f"bytes={first}-{last}")
    if last < first:
        assert (answer.status_code, body) == (200, CONTENT)
    elif first >= 100:
        assert (answer.status_code, body) == (416, b"")
    else:
        assert body == CONTENT[first : last + 1]
        assert answer["Content-Length"] == str(len(body))


@pytest.mark.parametrize("known", ['"abc"', 'W/"abc"', '"x", "abc"', "*"])
def test_bytes_that_are_known_are_not_sent_again(known: str) -> None:
    answer, body, _ = ask(If_None_Match=known, Range="bytes=0-9")
    assert (answer.status_code, body) == (304, b"")


def test_other_bytes_than_known_are_sent() -> None:
    assert ask(If_None_Match='"other"')[1] == CONTENT


@pytest.mark.parametrize(
    ("condition", "status"),
    [('"abc"', 206), ('"other"', 200), ('W/"abc"', 200), ("Wed, 01 Apr 2026 06:00:00 GMT", 200)],
)
def test_a_range_of_other_bytes_is_answered_with_the_whole(condition: str, status: int) -> None:
    assert ask(Range="bytes=0-9", If_Range=condition)[0].status_code == status


def test_head_tells_the_size_and_sends_nothing() -> None:
    answer, body, _ = ask("HEAD", Range="bytes=0-9")
    assert (part(answer), body) == ((200, None, "100"), b"")


def test_a_listener_who_goes_away_lets_go_of_the_file() -> None:
    kept = Kept()
    answer = serve(RequestFactory().get("/"), kept, mime="image/webp", etag="abc")
    next(iter(answer))
    answer.close()
    assert kept.closed


def test_headers_of_the_caller_come_last() -> None:
    named = {"Content-Disposition": "attachment; filename=original.heic"}
    answer = serve(RequestFactory().get("/"), Kept(), mime="image/heic", etag="abc", headers=named)
    assert answer["Content-Disposition"] == named["Content-Disposition"]
    answer.close()


LONG = bytes(5 * 1024 * 1024)


class Piecewise(Kept):
    """Gives 64 KiB at a time, as the store does."""

    def read_range(self, start: int, stop: int) -> Iterator[bytes]:
        for place in range(start, min(stop, self.size), 65536):
            yield self.content[place : min(place + 65536, stop)]


def play(asked: str = "", *, allowed_for: int = 10**9) -> tuple[HttpResponseBase, int, int]:
    """Asks as a player does, somebody whose rights end after so many questions: answer, bytes, questions."""
    questions = 0

    def still_allowed() -> bool:
        nonlocal questions
        questions += 1
        return questions <= allowed_for

    kept, size = Piecewise(LONG), 0
    request = RequestFactory().get("/", headers={"Range": asked} if asked else {})
    answer = serve(request, kept, mime="video/mp4", etag="abc", still_allowed=still_allowed)
    with suppress(DoorShut):
        for piece in answer:
            size += len(piece)
    answer.close()
    assert kept.closed
    return answer, size, questions


def test_a_player_first_asks_for_two_bytes() -> None:
    answer, size, questions = play("bytes=0-1")
    assert part(answer) == (206, f"bytes 0-1/{len(LONG)}", "2")
    assert (size, questions) == (2, 1)


def test_a_player_that_names_the_whole_as_a_range_gets_it_as_a_range() -> None:
    answer, size, _ = play(f"bytes=0-{len(LONG) - 1}")
    assert (answer.status_code, size) == (206, len(LONG))


@pytest.mark.parametrize(("start", "most"), [(0, MOST_OF_AN_OPEN_RANGE), (2_000_000, len(LONG) - 2_000_000)])
def test_an_open_range_is_answered_with_a_part(start: int, most: int) -> None:
    answer, size, _ = play(f"bytes={start}-")
    assert part(answer) == (206, f"bytes {start}-{start + most - 1}/{len(LONG)}", str(most))
    assert size == most


def test_an_original_that_is_saved_comes_whole_from_where_it_stopped() -> None:
    answer, body, _ = ask(content=LONG, Range="bytes=10-")
    assert part(answer) == (206, f"bytes 10-{len(LONG) - 1}/{len(LONG)}", str(len(LONG) - 10))
    assert len(body) == len(LONG) - 10


@pytest.mark.parametrize("asked", ["", "bytes=0-", "bytes=100-5000000"])
def test_whoever_is_removed_in_the_middle_gets_no_byte_more(asked: str, figures: Figures) -> None:
    answer, size, questions = play(asked, allowed_for=3)
    figures("T05", checks=questions, wrong=int(size > 3 * 256 * 1024))
    assert size == 3 * 256 * 1024
    assert int(answer["Content-Length"]) > size


def test_whoever_was_removed_before_the_first_byte_gets_none() -> None:
    assert play(allowed_for=0)[1] == 0
