"""The door of the keepsake: what is in it, and the file itself, to somebody who has shown lately who they are."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods

from snowdrop.ground import clock
from snowdrop.keepsakes import archive, queries
from snowdrop.memorials.doors import kept_memorial
from snowdrop.memorials.models import Memorial
from snowdrop.people.doorways import by_way_of_signing_in
from snowdrop.people.sessions import signed_in_lately, while_signed_in


@require_http_methods(["GET", "HEAD", "POST"])
def keepsake(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Words and a button; the press gives the file, made while it is sent, so that nothing of it lies on a disk."""
    memorial, now = kept_memorial(request.viewer, slug), clock.now()
    lately = signed_in_lately(request, now=now)
    if request.method != "POST":
        page = queries.keepsake_page(request.viewer, memorial, lately=lately)
        return render(request, "keepsakes/keepsake.html", {"page": page})
    if not lately:
        return redirect(by_way_of_signing_in(request.path, again=True))
    kept = Memorial.objects.kept_by(request.viewer).filter(pk=memorial.pk)
    pieces = archive.stream(request.viewer, memorial, still_allowed=while_signed_in(request, kept.exists), now=now)
    named = content_disposition_header(as_attachment=True, filename=archive.name_of(now))
    return StreamingHttpResponse(pieces, content_type="application/zip", headers={"Content-Disposition": named})
