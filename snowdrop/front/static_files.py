"""Static files from memory, compressed when they were collected; whitenoise knows names, codings and validators."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from wsgiref.headers import Headers

from django.conf import settings
from whitenoise import WhiteNoise

_HASHED: Final = re.compile(r"\.[0-9a-f]{12}\.[^/]+$")


class StaticFiles:
    """What lay under STATIC_ROOT when the front was started."""

    def __init__(self) -> None:
        self._files: dict[str, Any] = {}
        if Path(settings.STATIC_ROOT).is_dir():
            noise = WhiteNoise(
                None,
                root=settings.STATIC_ROOT,
                prefix=settings.STATIC_URL,
                immutable_file_test=lambda _path, url: bool(_HASHED.search(url)),
                allow_all_origins=False,
                add_headers_function=_dress,
            )
            self._files = noise.files

    def answer(self, path: str, method: str, headers: Any, protocol: Any) -> bool:
        """Answers a GET or HEAD of a static file; False if there is none of this name."""
        file = self._files.get(path)
        if file is None:
            return False
        if file.is_not_modified({"HTTP_IF_NONE_MATCH": headers.get("if-none-match")}):
            protocol.response_empty(304, file.not_modified_response.headers)
            return True
        name, sent = file.get_path_and_headers({"HTTP_ACCEPT_ENCODING": headers.get("accept-encoding", "")})
        if method == "HEAD":
            protocol.response_empty(200, sent)
        else:
            protocol.response_bytes(200, sent, _content(name))
        return True


@lru_cache(maxsize=512)
def _content(path: str) -> bytes:
    return Path(path).read_bytes()


def _dress(headers: Headers, _path: str, _url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
