"""Takes files out of a form into memory, under caps; one that is too much is let pass and refused when it is read.

So the form is read to its end, and whoever sent it gets a sentence for each file instead of a connection cut off.
"""

from __future__ import annotations

import io
from typing import Any, BinaryIO, Final, NoReturn

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from snowdrop.media.memory import file_in_memory
from snowdrop.media.refusals import PictureRefused, PictureTooLarge, TooMuchAtOnce
from snowdrop.media.vocabulary import LIMITS

MOST_FILES: Final = 40
MOST_BYTES: Final = 256 * 1024 * 1024
"""Of all files in one form together. With a script every file has a form of its own."""


class RefusedFile(UploadedFile):
    """A file whose bytes were let go. Reading it raises the refusal that says why."""

    def __init__(self, refusal: PictureRefused, **known: Any) -> None:
        super().__init__(file=io.BytesIO(), **known)
        self.refusal = refusal

    def read(self, size: int = -1) -> NoReturn:
        raise self.refusal


class InMemory(FileUploadHandler):
    """Keeps each file of a form in memory. From a guest nothing is kept: no form asks them for files."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self._files_left = MOST_FILES if _is_signed_in(request) else 0
        self._bytes_left = MOST_BYTES

    def new_file(self, *known: Any, **more: Any) -> None:
        super().new_file(*known, **more)
        self._files_left -= 1
        self._file: BinaryIO = file_in_memory()
        self._refusal: PictureRefused | None = TooMuchAtOnce() if self._files_left < 0 else None

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._bytes_left -= len(raw_data)
        if self._refusal is None and start + len(raw_data) > LIMITS.file_bytes:
            self._refusal = PictureTooLarge()
        if self._refusal is None and self._bytes_left < 0:
            self._refusal = TooMuchAtOnce()
        if self._refusal is None:
            self._file.write(raw_data)
        elif not self._file.closed:
            self._file.close()

    def file_complete(self, file_size: int) -> UploadedFile:
        known: dict[str, Any] = {"name": self.file_name, "content_type": self.content_type, "size": file_size}
        if self._refusal is not None:
            self._file.close()
            return RefusedFile(self._refusal, **known)
        self._file.seek(0)
        return UploadedFile(file=self._file, **known)

    def upload_interrupted(self) -> None:
        if hasattr(self, "_file"):
            self._file.close()


def _is_signed_in(request: Any) -> bool:
    """Asked before the form is read, and so before any view: the viewer is built by then."""
    viewer = getattr(request, "viewer", None)
    return viewer is not None and viewer.is_signed_in
