"""Files that arrive in a form: kept in memory and never on a disk, under caps, and each answered with a sentence."""

from __future__ import annotations

import builtins
import gc
import os
import tempfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory
from django.urls import reverse

from snowdrop.media import uploads
from snowdrop.media.refusals import PictureTooLarge, TooMuchAtOnce
from snowdrop.media.vocabulary import LIMITS
from snowdrop.people.viewer import NOBODY_KNOWN, Viewer
from snowdrop.tributes.models import Photo
from tests.tributes.conftest import a_small_file
from tests.world.browsers import browser_of
from tests.world.cast import Cast

KEEPER = Viewer(person_id="somebody")  # type: ignore[arg-type]


def a_form(*files: bytes, viewer: Viewer = KEEPER) -> HttpRequest:
    """A form that carries these files, read by the handler that the settings name."""
    named = [SimpleUploadedFile(f"{number}.jpg", content) for number, content in enumerate(files)]
    request = RequestFactory().post("/", {"photos": named, "words": "Dear Ilse"})
    request.viewer = viewer  # type: ignore[attr-defined]
    return request


def files_in_memory() -> int:
    """How many photographs lie in the memory of this process, without those that nothing holds any more."""
    gc.collect()
    links = [link for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    return sum("/memfd:photograph" in os.readlink(link) for link in links if link.is_symlink())


def test_a_file_lies_in_memory_that_has_no_name_and_is_let_go_with_the_request(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", None)
    request = a_form(b"x" * 3_000_000)

    file = request.FILES["photos"]

    assert os.readlink(f"/proc/self/fd/{file.fileno()}").startswith("/memfd:")
    assert (file.size, file.read()) == (3_000_000, b"x" * 3_000_000)
    request.close()
    assert file.closed


def test_a_file_over_the_cap_is_let_pass_and_refused_when_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "LIMITS", type(LIMITS)(file_bytes=100_000))
    request = a_form(b"x" * 100_001, b"y" * 100_000)

    large, fitting = request.FILES.getlist("photos")

    assert request.POST["words"] == "Dear Ilse"
    assert large.size == 100_001
    with pytest.raises(PictureTooLarge):
        large.read(10)
    assert fitting.read() == b"y" * 100_000


def test_what_goes_beyond_all_files_together_is_refused_and_the_rest_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 250_000)
    request = a_form(b"a" * 100_000, b"b" * 100_000, b"c" * 100_000)

    first, second, third = request.FILES.getlist("photos")

    assert (len(first.read()), len(second.read())) == (100_000, 100_000)
    with pytest.raises(TooMuchAtOnce):
        third.read()


def test_more_files_than_one_form_may_carry_are_refused_one_by_one() -> None:
    request = a_form(*[b"x"] * (uploads.MOST_FILES + 2))

    files = request.FILES.getlist("photos")

    assert [file.read() for file in files[: uploads.MOST_FILES]] == [b"x"] * uploads.MOST_FILES
    for file in files[uploads.MOST_FILES :]:
        with pytest.raises(TooMuchAtOnce):
            file.read()


def test_nothing_is_kept_of_files_that_a_guest_sends() -> None:
    request = a_form(b"x" * 1_000_000, viewer=NOBODY_KNOWN)

    file = request.FILES["photos"]

    with pytest.raises(TooMuchAtOnce):
        file.read()
    assert files_in_memory() == 0


@pytest.mark.django_db
def test_a_file_over_the_cap_is_answered_with_its_name_and_a_sentence(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LIMITS", type(LIMITS)(file_bytes=100_000))
    files = [
        SimpleUploadedFile("huge.jpg", a_small_file() + bytes(100_000)),
        SimpleUploadedFile("a.jpg", a_small_file()),
    ]

    answer = browser_of(cast.keeper).post(reverse("add_photos", args=[cast.memorial.slug]), {"photos": files})

    page = answer.content.decode()
    assert (answer.status_code, Photo.objects.count()) == (200, 1)
    assert "huge.jpg" in page
    assert "This photograph is larger than can be kept here" in page


@pytest.mark.django_db
def test_a_form_that_is_cut_off_keeps_nothing_and_lets_go_of_its_memory(cast: Cast) -> None:
    start = b'--x\r\nContent-Disposition: form-data; name="photos"; filename="a.jpg"\r\n\r\n' + a_small_file()[:2000]

    answer = browser_of(cast.keeper).generic(
        "POST", reverse("add_photos", args=[cast.memorial.slug]), start, "multipart/form-data; boundary=x"
    )

    assert answer.status_code in (200, 400)
    assert not Photo.objects.exists()
    assert files_in_memory() == 0


@pytest.mark.django_db
def test_readable_bytes_never_touch_the_disk(cast: Cast, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file that is opened for writing while a photo arrives holds none of its readable bytes."""
    content, opened = a_small_file(), list[str]()
    really_open = builtins.open

    def noted(file: object, mode: str = "r", *more: object, **named: object) -> object:
        if isinstance(file, str | os.PathLike) and any(sign in mode for sign in "wax+"):
            opened.append(os.fspath(file))
        return really_open(file, mode, *more, **named)  # type: ignore[arg-type,call-overload]

    monkeypatch.setattr(builtins, "open", noted)
    browser_of(cast.keeper).post(
        reverse("add_photos", args=[cast.memorial.slug]), {"photos": [SimpleUploadedFile("a.jpg", content)]}
    )

    assert Photo.objects.count() == 1
    written = [path for path in kept.rglob("*") if path.is_file()]
    assert len(written) == 1
    for path in [*map(str, written), *opened]:
        if os.path.exists(path):
            assert content[:200] not in really_open(path, "rb").read()
