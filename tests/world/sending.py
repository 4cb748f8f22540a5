"""A browser that sends a file in parts, as the protocol (tus 1.0.0) asks: every step by itself."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

PART = "application/offset+octet-stream"


@dataclass(slots=True)
class Sending:
    """One file on its way; `where` is its address, once it was announced."""

    browser: Client
    slug: str
    content: bytes
    name: str = "IMG_0412.JPG"
    purpose: str = "photo"
    answers: dict[str, str] = field(default_factory=dict)
    where: str = ""

    def announce(self, **headers: str) -> HttpResponse:
        """Says that the file is to come."""
        about = {"filename": self.name, "filetype": "", "purpose": self.purpose, "form": urlencode(self.answers)}
        pairs = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in about.items())
        answer = self._ask("POST", reverse("arrivals", args=[self.slug]), Length=str(len(self.content)), Metadata=pairs)
        self.where = answer.headers.get("Location", "")
        return answer

    def part(self, start: int, stop: int | None = None, *, offset: int | None = None) -> HttpResponse:
        """Sends the bytes from `start` to before `stop`, saying that they begin at `offset`."""
        said = str(start if offset is None else offset)
        return self._ask("PATCH", self.where, self.content[start:stop], Offset=said)

    def head(self) -> HttpResponse:
        """Asks how much is there."""
        return self._ask("HEAD", self.where)

    def offset(self) -> int:
        """How much is there."""
        return int(self.head()["Upload-Offset"])

    def let_go(self) -> HttpResponse:
        """Says that the file is not wanted any more."""
        return self._ask("DELETE", self.where)

    def outcome(self) -> HttpResponse:
        """Asks what became of it."""
        return self.browser.get(self.where)

    def _ask(self, method: str, path: str, body: bytes = b"", **said: str) -> HttpResponse:
        headers = {"Tus-Resumable": "1.0.0", **{f"Upload-{name}": value for name, value in said.items()}}
        return self.browser.generic(method, path, body, PART if body else "", headers=headers)
