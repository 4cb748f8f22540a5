"""Makes published documents: byte for byte what Django answers to somebody nobody knows, kept compressed."""

from __future__ import annotations

import gzip
import hashlib
import logging
import re
from collections.abc import Iterable, Iterator
from typing import Final
from uuid import UUID

import brotli
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from snowdrop.audiences.table import all_audiences
from snowdrop.comfort.actions import door_of
from snowdrop.front.asking import Response, ask
from snowdrop.front.document import ONCE, PLAIN, Answer, Body, Document, write_document
from snowdrop.front.edition import edition
from snowdrop.ground import published
from snowdrop.ground.context import SCHEMES
from snowdrop.memorials.models import Memorial
from snowdrop.people.viewer import NOBODY_KNOWN
from snowdrop.tributes.queries import cover_photo

logger = logging.getLogger(__name__)

_BROTLI: Final = 5
"""Above this, a page that is made anew each second costs more than the bytes that it saves."""
_NOT_KEPT: Final = frozenset({"content-length", "etag"})
_TOKEN: Final = re.compile(rb'(?<=name="once" value=")[0-9a-f]{44}(?=")')
_ROOT_ELEMENT: Final = re.compile(rb'<html lang="[^"]*" dir="[^"]*"')
_PRESSED: Final = rb'value="%s" aria-pressed="%s"'


class NotPublishable(LookupError):
    """What Django answers at this address is not for everybody, or not the same for everybody."""


def publish(memorial_id: UUID) -> bool:
    """Makes the document of a public memorial anew and puts it in place; takes away that of any other.

    Says whether a document stands. One that cannot be made is taken away: then Django answers for itself.
    """
    memorial = Memorial.objects.filter(pk=memorial_id).first()
    if memorial is None:
        return False
    mark = published.begin(memorial.slug)
    try:
        if _is_public(memorial_id):
            memorial.refresh_from_db()
            document = write_document(Document(edition(), door_of(memorial), tuple(_answers(memorial))))
            return published.put(memorial.slug, document, still_public=lambda: _is_public(memorial_id), mark=mark)
    except NotPublishable:
        pass
    except Exception:
        logger.exception("The document of memorial %s could not be made.", memorial_id)
    published.drop(memorial.slug)
    return False


def public_memorials() -> Iterable[tuple[UUID, str]]:
    """Id and slug of every memorial that everybody may see, those published last first."""
    public = Memorial.objects.visible_to(NOBODY_KNOWN).order_by("-publication__at")
    return public.values_list("pk", "slug").iterator()


def _is_public(memorial_id: UUID) -> bool:
    return Memorial.objects.visible_to(NOBODY_KNOWN).filter(pk=memorial_id).exists()


def _answers(memorial: Memorial) -> Iterator[Answer]:
    yield _page(reverse("memorial", args=[memorial.slug]))
    for address in _addresses_of_cover(memorial):
        yield _picture(address)
    try:
        yield _form(reverse("send_comfort", args=[memorial.slug]))
    except NotPublishable:
        logger.info("The form of memorial %s is not published; Django answers it.", memorial.id)


def _page(address: str) -> Answer:
    response = _public(address)
    content = response.getvalue()
    plain = [(scheme, _in_light(content, scheme)) for scheme in ("", *SCHEMES)]
    bodies = [body for scheme, content in plain for body in _coded(scheme, content)]
    patch_vary_headers(response, ["Accept-Encoding"])
    return Answer(address, _headers(response), tuple(bodies))


def _form(address: str) -> Answer:
    response = _public(address)
    content, tokens = _TOKEN.subn(ONCE, response.getvalue())
    if tokens != 1:
        raise NotPublishable(address)
    patch_vary_headers(response, ["Accept-Encoding"])
    bodies = tuple(Body(scheme, PLAIN, "", _in_light(content, scheme)) for scheme in ("", *SCHEMES))
    return Answer(address, _headers(response), bodies, once=True)


def _addresses_of_cover(memorial: Memorial) -> list[str]:
    """Every size of the photo at the head of the page, if there is one that everybody may see."""
    cover = cover_photo(NOBODY_KNOWN, memorial)
    sizes = f"{cover.webp}, {cover.jpeg}".split(", ") if cover else []
    return [address for address, _, _ in (size.partition(" ") for size in sizes)]


def _picture(address: str) -> Answer:
    response = _public(address)
    body = Body("", PLAIN, response.headers["ETag"], response.getvalue())
    return Answer(address, _headers(response), (body,))


def _public(address: str) -> Response:
    """What Django answers to nobody, if a public row of the table of audiences lets it be kept for everybody."""
    response = ask(address)
    kept_as = {row.headers["Cache-Control"] for row in all_audiences() if row.is_published}
    if response.status_code != 200 or response.cookies or response.headers.get("Cache-Control") not in kept_as:
        raise NotPublishable(address)
    return response


def _headers(response: Response) -> tuple[tuple[str, str], ...]:
    named = ((name.lower(), value) for name, value in response.items())
    return tuple((name, value) for name, value in named if name not in _NOT_KEPT)


def _in_light(content: bytes, scheme: str) -> bytes:
    """The page as Django renders it for somebody who chose this light (a cookie that says nothing of who they are)."""
    if not scheme:
        return content
    light = scheme.encode()
    content = _ROOT_ELEMENT.sub(lambda root: root[0] + b' data-scheme="%s"' % light, content, count=1)
    content = content.replace(_PRESSED % (light, b"false"), _PRESSED % (light, b"true"), 1)
    return content.replace(_PRESSED % (b"device", b"true"), _PRESSED % (b"device", b"false"), 1)


def _coded(scheme: str, content: bytes) -> Iterator[Body]:
    digest = hashlib.sha256(content).hexdigest()[:20]
    yield Body(scheme, PLAIN, f'"{digest}"', content)
    yield Body(scheme, "gzip", f'"{digest}-gzip"', gzip.compress(content, 6, mtime=0))
    yield Body(scheme, "br", f'"{digest}-br"', brotli.compress(content, quality=_BROTLI))
