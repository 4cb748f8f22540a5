"""Pages that exist only while developing: the page of patterns, and the mails that would have been sent."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from snowdrop.ground.patterns import sample_page
from snowdrop.pages.mailbox import mailbox_page


@login_not_required
@require_safe
def patterns(request: HttpRequest) -> HttpResponse:
    """Every component in every state."""
    return render(request, "ground/patterns.html", {"page": sample_page()})


@login_not_required
@require_safe
def mailbox(request: HttpRequest) -> HttpResponse:
    """The mails that were kept, the newest first."""
    return render(request, "pages/mailbox.html", {"page": mailbox_page()})
