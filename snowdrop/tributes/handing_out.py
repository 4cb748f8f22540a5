"""Hands out the bytes of what is shared: who may have them is asked anew while they go out."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils.http import content_disposition_header

from snowdrop.media.filenames import safe_filename
from snowdrop.media.models import Given
from snowdrop.media.queries import OpenFile, open_original
from snowdrop.media.serving import serve
from snowdrop.people.sessions import while_signed_in
from snowdrop.tributes.models import Clip, Photo
from snowdrop.tributes.queries import effective_audience


def hand_out(request: HttpRequest, seen: QuerySet, shared: Photo | Clip, file: OpenFile) -> HttpResponseBase:
    """One file made of a photo or a clip, as long as `seen` holds it; caches keep it only as its audience says."""
    return _serve(request, seen, file, effective_audience(shared.audience, shared.memorial).headers)


def hand_out_original(request: HttpRequest, kept: QuerySet, given: Given) -> HttpResponseBase:
    """The file as it came, as long as `kept` holds what it was given for, to be saved under its own name."""
    named = content_disposition_header(as_attachment=True, filename=safe_filename(given))
    return _serve(request, kept, open_original(given), {"Content-Disposition": named or "attachment"})


def _serve(request: HttpRequest, rows: QuerySet, file: OpenFile, headers: Mapping[str, str]) -> HttpResponseBase:
    still_allowed = while_signed_in(request, rows.exists)
    return serve(request, file.reader, mime=file.mime, etag=file.etag, headers=headers, still_allowed=still_allowed)
