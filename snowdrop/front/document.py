"""A published document: every answer that somebody nobody knows gets at the addresses of one public memorial.

As a file: one line of JSON (what must be known to take comfort in, and where each body lies), then the bodies.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final
from uuid import UUID

from snowdrop.comfort.intake import Door

PLAIN: Final = "identity"
"""The content coding of a body that is not compressed (RFC 9110, 8.4.1)."""
ONCE: Final = b"0" * 44
"""Stands in a published form where each visitor gets a token of their own."""


class NotADocument(ValueError):
    """The bytes are no whole document: a file that a power cut left unfinished, or one of another edition."""


@dataclass(frozen=True, slots=True)
class Body:
    """What is sent for one chosen light ("", "morning", "night") in one content coding; a form has no validator."""

    scheme: str
    coding: str
    etag: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer at one address; `headers` are those of every body. `once`: each visitor gets a token of their own."""

    address: str
    headers: tuple[tuple[str, str], ...]
    bodies: tuple[Body, ...]
    once: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """All published answers of one memorial, and what must be known to take comfort in for it."""

    edition: str
    door: Door
    answers: tuple[Answer, ...]


def write_document(document: Document) -> bytes:
    """The document as the bytes of its file."""
    contents, said, place = [], [], 0
    for answer in document.answers:
        bodies = []
        for body in answer.bodies:
            bodies.append([body.scheme, body.coding, body.etag, place, len(body.content)])
            contents.append(body.content)
            place += len(body.content)
        said.append({"address": answer.address, "headers": answer.headers, "once": answer.once, "bodies": bodies})
    door = {**asdict(document.door), "memorial_id": str(document.door.memorial_id), "kinds": list(document.door.kinds)}
    card = {"edition": document.edition, "door": door, "answers": said, "size": place}
    return b"\n".join([json.dumps(card).encode(), b"".join(contents)])


def read_document(file: bytes, *, edition: str) -> Document:
    """The document that these bytes hold. Raises NotADocument if they are not whole, or of another edition."""
    line, _, bodies = file.partition(b"\n")
    try:
        card = json.loads(line)
        whole = card["edition"] == edition and card["size"] == len(bodies)
    except (ValueError, LookupError, TypeError):
        whole = False
    if not whole:
        raise NotADocument
    door = card["door"]
    door |= {"memorial_id": UUID(door["memorial_id"]), "kinds": frozenset(door["kinds"])}
    return Document(edition, Door(**door), tuple(_answer(said, bodies) for said in card["answers"]))


def _answer(said: Mapping[str, Any], contents: bytes) -> Answer:
    headers = tuple((name, value) for name, value in said["headers"])
    bodies = tuple(_body(body, contents) for body in said["bodies"])
    return Answer(said["address"], headers, bodies, said["once"])


def _body(said: Sequence[Any], contents: bytes) -> Body:
    scheme, coding, etag, begin, size = said
    return Body(scheme, coding, etag, contents[begin : begin + size])
